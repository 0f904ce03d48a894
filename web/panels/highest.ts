import { lookAt } from '../map/shared.ts';
import { pin } from '../shell/choose.ts';
import type { Scene } from '../state/scene.tsx';

/** Shows the area in scope with the highest value. */
export function pinHighest({ areas, values, inside, level }: Scene): void {
  if (areas === undefined || values === undefined) return;
  let best = -1;
  for (let i = 0; i < inside.length; i++) {
    const value = values.value[i] ?? Number.NaN;
    if (inside[i] === 1 && !Number.isNaN(value) && (best < 0 || value > (values.value[best] ?? 0))) best = i;
  }
  const code = areas.codes[best];
  if (code === undefined) return;
  pin({ level, code });
  const box = areas.bbox[best];
  if (box !== undefined) {
    const [west, south, east, north] = box;
    const x = (east - west) * 2;
    const y = (north - south) * 2;
    lookAt([west - x, south - y, east + x, north + y]);
  }
}
