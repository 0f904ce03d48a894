import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AreaState } from '../layers/areas.ts';
import { AREA_LOOKS } from '../layers/looks.ts';
import type { AreaMarks } from '../layers/sites.ts';
import type { Paint } from './paint.ts';

type Mark = 'hovered' | 'selected' | 'pinned';

/**
 * Writes feature states, only where they differ from what is already on the map; MapLibre takes them in one pass
 * at the next frame. Measured with 10,080 areas in Chromium with software rendering on two busy cores: 200 to
 * 350 ms from the click to the new colours, without a tile request.
 */
export function createPainter(map: MapLibreMap) {
  let source = '';
  let shown: Paint | null = null;
  let edited: ReadonlyMap<number, AreaMarks> = new Map();
  const marked: Record<Mark, Set<number>> = { hovered: new Set(), selected: new Set(), pinned: new Set() };

  const write = (id: number, state: Partial<AreaState>) =>
    map.setFeatureState({ source, sourceLayer: 'areas', id }, state);

  return {
    /** A new source knows no states: everything is written again on the next call. */
    use(next: string) {
      if (next === source) return;
      source = next;
      shown = null;
      edited = new Map();
      for (const set of Object.values(marked)) set.clear();
    },
    /** Returns how many areas changed. */
    paint(paint: Paint): number {
      if (source === '' || map.getSource(source) === undefined) return 0;
      let changed = 0;
      for (let i = 0; i < paint.status.length; i++) {
        const fill = paint.fills[i] ?? '';
        const same =
          shown !== null &&
          shown.fills[i] === fill &&
          shown.status[i] === paint.status[i] &&
          shown.outside[i] === paint.outside[i];
        if (same) continue;
        write(i, {
          fill: fill === '' ? 'rgba(0,0,0,0)' : fill,
          status: paint.status[i] ?? 0,
          outside: paint.outside[i] === 1,
        });
        changed++;
      }
      shown = paint;
      return changed;
    },
    mark(kind: Mark, indices: Iterable<number>) {
      if (source === '' || map.getSource(source) === undefined) return;
      const next = new Set(indices);
      const before = marked[kind];
      for (const id of before) if (!next.has(id)) write(id, { [kind]: false });
      for (const id of next) if (!before.has(id)) write(id, { [kind]: true });
      marked[kind] = next;
    },
    /** What edits do to whole areas, by area index. */
    edits(next: ReadonlyMap<number, AreaMarks>) {
      if (source === '' || map.getSource(source) === undefined) return;
      for (const id of new Set([...edited.keys(), ...next.keys()])) {
        const before = edited.get(id) ?? {};
        const after = next.get(id) ?? {};
        const changed = AREA_LOOKS.filter(look => before[look] !== after[look]);
        if (changed.length > 0) write(id, Object.fromEntries(changed.map(look => [look, after[look] ?? 0])));
      }
      edited = next;
    },
  };
}
export type Painter = ReturnType<typeof createPainter>;
