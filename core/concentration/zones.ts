import { type Grid, gridOf } from '../areas/grid.ts';
import { outlinesOf } from '../areas/outlines.ts';
import { ProblemError } from '../problem.ts';
import type { MeasuredAreas } from './areas.ts';
import { type Ground, groundOf } from './map.ts';
import { mergeColumns } from './merge.ts';
import { checkTogether, type IndexQuestion, type MeasuredRegion, measureRegion } from './regions.ts';
import { anyIndexById, needsMap } from './spatial-registry.ts';

/** Choices of zones for the same dwellings. */
export type ZoneChoices = {
  /** At least one; the last has a ground where there are grids, and all have where the index looks at the map. */
  levels: readonly MeasuredAreas[];
  /** Sides of square grids made of the last of the levels. */
  gridSidesM: readonly number[];
};

/**
 * The same dwellings on other zones: what the choice of zones does to an index (Openshaw 1984, the MAUP). The levels
 * come first, the grids after them; errors as in `checkTogether`, `measureRegion` and `griddedAreas`.
 */
export function measureZones({ levels, gridSidesM }: ZoneChoices, question: IndexQuestion): MeasuredRegion[] {
  const mapped = needsMap(anyIndexById(question.index));
  const grids = gridSidesM.map(sideM => (mapped ? griddedAreas : cellsOf)(levels.at(-1)!, sideM));
  // Without its map, an index of counts asks for no neighbours, which few zones may not have.
  const choices = [...levels, ...grids].map(areas => (mapped ? areas : { ...areas, ground: null }));
  checkTogether(
    question,
    choices.map(areas => areas.codes.length),
  );
  return choices.map(areas => measureRegion(areas, question));
}

/**
 * Areas as cells of a square grid: an area counts whole in the cell of its centroid, so that nothing is estimated,
 * and an area larger than a cell is one cell. Cells without an area are not there. A cell is city part where at least
 * half of its dwellings are. Throws ProblemError `bad-parameter` without a map and as `gridOf`; a missing count makes
 * its cell's count missing.
 */
export function griddedAreas(areas: MeasuredAreas, sideM: number): MeasuredAreas {
  const { squares, metricEpsg, ...cells } = cellsOf(areas, sideM);
  const outlines = outlinesOf(
    cells.codes,
    cells.codes.map(code => squares.get(code)),
  );
  return { ...cells, ground: groundOf(cells.codes, outlines, metricEpsg) };
}

/** `griddedAreas` before anybody measures the cells. */
function cellsOf(
  { ground, cityPart, ...areas }: MeasuredAreas,
  sideM: number,
): MeasuredAreas & Pick<Grid, 'squares'> & Pick<Ground, 'metricEpsg'> {
  if (ground === null)
    throw new ProblemError('bad-parameter', 'A grid needs a map of the areas; give their polygons.');
  const { cells, squares } = gridOf(ground.geometry, sideM);
  const inCity = (all: number, i: number): number => (cityPart?.[i] === 1 ? all : 0);
  const columns = [areas.group, areas.total, areas.hectares].map(column => Float64Array.from(column));
  const { keys, merged } = mergeColumns([...columns, Float64Array.from(areas.total, inCity)], cells);
  const [group, total, hectares, city] = merged as [Float64Array, Float64Array, Float64Array, Float64Array];
  return {
    codes: keys,
    group,
    total,
    hectares,
    ground: null,
    cityPart: cityPart ? Uint8Array.from(total, (all, k) => (2 * city[k]! >= all ? 1 : 0)) : null,
    squares,
    metricEpsg: ground.metricEpsg,
  };
}
