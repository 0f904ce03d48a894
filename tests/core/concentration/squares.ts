import type { Geometry } from 'geojson';
import { spaceFromMap } from '../../../core/concentration/map.ts';
import { populate, type Space } from '../../../core/concentration/space.ts';
import { anyIndexById, computeIndex } from '../../../core/concentration/spatial-registry.ts';
import type { Counts } from '../../../core/concentration/types.ts';

/** `columns` by `rows` squares with a side of `sideM` metres, or rectangles where `eastings` are not even. */
export function grid(
  columns: number,
  rows: number,
  sideM = 1000,
  eastings = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
) {
  const cells = Array.from(
    { length: columns * rows },
    (_, i) => [i % columns, Math.floor(i / columns)] as const,
  );
  return {
    codes: cells.map(([column, row]) => `${column}-${row}`),
    geometries: cells.map(([column, row]): Geometry => {
      const [west, south] = [eastings[column]! * sideM, row * sideM];
      const east = eastings[column + 1]! * sideM;
      const ring = [
        [west, south],
        [east, south],
        [east, south + sideM],
        [west, south + sideM],
        [west, south],
      ];
      return { type: 'Polygon', coordinates: [ring] };
    }),
  };
}

/** The same on the ground, as a space. */
export const mapped = (columns: number, rows: number, options = {}, sideM = 1000) =>
  spaceFromMap({ ...grid(columns, rows, sideM), epsg: 3812 }, options);

/** An index of counts in a space; NaN where it has no value. */
export const measured = (id: string, counts: Counts, space: Space): number => {
  const outcome = computeIndex(anyIndexById(id), populate(counts, space));
  return 'value' in outcome ? outcome.value : Number.NaN;
};

/** Areas of x social and y other dwellings as columns. */
export const counts = (areas: readonly { x: number; y: number }[]): Counts => ({
  group: Float64Array.from(areas, area => area.x),
  total: Float64Array.from(areas, area => area.x + area.y),
});
