import { useMemo } from 'react';
import { VALUE_STATUS } from '../../core/areas/types.ts';
import type { EvaluatedAreas } from '../../core/scenario/evaluated.ts';
import { type LayerModel, useValueLayer } from '../layers/model.ts';
import { divergingColours } from '../layers/ramps.ts';
import { SHARE_CHANGE_BREAKS } from '../layers/shown.ts';
import { paintValues } from '../map/paint.ts';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import { useVersus } from './outcomes.tsx';

/** Share of social dwellings of an area of an outcome, NaN where it has no dwellings. */
export const shareIn = (areas: EvaluatedAreas, place: number): number =>
  (areas.socialAfter[place] ?? Number.NaN) / (areas.totalAfter[place] ?? Number.NaN);

/** The two maps, in the classes of what is published: a colour means the same on both, whatever stands beside it. */
export function useSideLayers(): { left: LayerModel; right: LayerModel } {
  const values = useValueLayer();
  const { inside, values: published } = useScene();
  const { outcomes, places } = useVersus();
  return useMemo(() => {
    const layer = (areas: EvaluatedAreas | undefined): LayerModel => {
      if (areas === undefined || published === undefined || published.value.length !== inside.length)
        return { ...values, kind: 'after', paint: null };
      const value = published.value.slice();
      const status = published.status.slice();
      for (const [index, place] of places) {
        const share = shareIn(areas, place);
        if (Number.isNaN(share)) continue;
        value[index] = share;
        status[index] = VALUE_STATUS.ok;
      }
      const paint = paintValues({ value, status }, values.breaks, values.colours, inside);
      return { ...values, kind: 'after', paint };
    };
    return { left: layer(outcomes?.left.areas), right: layer(outcomes?.right.areas) };
  }, [values, inside, published, outcomes, places]);
}

/** Right − left, in share points, on the scale on which a scenario shows its own difference. */
export function useDifference(): { layer: LayerModel; none: boolean } {
  const values = useValueLayer();
  const { inside, values: published } = useScene();
  const { outcomes, places } = useVersus();
  const dark = useView(view => view.theme === 'dark');
  return useMemo(() => {
    const { less, neutral, more } = divergingColours(3, dark);
    const colours = [...less, neutral, ...more];
    const layer = { ...values, kind: 'difference' as const, breaks: SHARE_CHANGE_BREAKS, colours };
    if (outcomes === null) return { layer: { ...layer, paint: null }, none: false };
    const value = new Float64Array(inside.length).fill(Number.NaN);
    for (const [index, place] of places)
      value[index] = shareIn(outcomes.right.areas, place) - shareIn(outcomes.left.areas, place);
    const status = Uint8Array.from(value, (one, i) =>
      Number.isFinite(one) ? VALUE_STATUS.ok : (published?.status[i] ?? VALUE_STATUS.ok),
    );
    const { left, right } = outcomes;
    const none = left.areas.socialAfter.every(
      (one, k) =>
        one === right.areas.socialAfter[k] && left.areas.totalAfter[k] === right.areas.totalAfter[k],
    );
    return {
      layer: { ...layer, paint: paintValues({ value, status }, layer.breaks, colours, inside) },
      none,
    };
  }, [values, inside, published, outcomes, places, dark]);
}
