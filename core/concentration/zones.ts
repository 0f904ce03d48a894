import { gridOf } from '../areas/grid.ts';
import { outlinesOf } from '../areas/outlines.ts';
import { ProblemError } from '../problem.ts';
import type { MeasuredAreas } from './areas.ts';
import { groundOf } from './map.ts';
import { mergeColumns } from './merge.ts';
import { checkTogether, type IndexQuestion, type MeasuredRegion, measureRegion } from './regions.ts';

/** The same dwellings on other zones: what the choice of zones does to an index (Openshaw 1984, the MAUP). */
export function measureZones(choices: readonly MeasuredAreas[], question: IndexQuestion): MeasuredRegion[] {
  checkTogether(
    question,
    choices.map(areas => areas.codes.length),
  );
  return choices.map(areas => measureRegion(areas, question));
}

/**
 * Areas as cells of a square grid: an area counts whole in the cell of its centroid, so that nothing is estimated,
 * and an area larger than a cell is one cell. Cells without an area are not there. Throws ProblemError
 * `bad-parameter` without a map and as `gridOf`; a missing count makes its cell's count missing.
 */
export function griddedAreas(areas: MeasuredAreas, sideM: number): MeasuredAreas {
  const { ground } = areas;
  if (ground === null)
    throw new ProblemError('bad-parameter', 'A grid needs a map of the areas; give their polygons.');
  const { cells, squares } = gridOf(ground.geometry, sideM);
  const columns = [areas.group, areas.total, areas.hectares].map(column => Float64Array.from(column));
  const { keys, merged } = mergeColumns(columns, cells);
  const [group, total, hectares] = merged as [Float64Array, Float64Array, Float64Array];
  const outlines = outlinesOf(
    keys,
    keys.map(key => squares.get(key)),
  );
  return { codes: keys, group, total, hectares, ground: groundOf(keys, outlines, ground.metricEpsg) };
}
