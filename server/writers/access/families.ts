import { type FamiliesQuestion, measureFamilies } from '../../releases/access/families.ts';
import type { Desk } from '../../releases/desk.ts';
import type { Release } from '../../releases/types.ts';
import type { Exported } from '../exported.ts';
import type { Cell } from '../types.ts';
import { type Asked, areasFile, countedCells, ratioCell, rowsFile } from './told.ts';

export const FAMILIES_ROWS = ['areas', 'distances'] as const;
type FamiliesExport = FamiliesQuestion & Asked & { rows: (typeof FAMILIES_ROWS)[number] };
type Reached = { reached: number; all: number };

const COLUMNS = ['births', 'births_reached', 'deprived', 'deprived_reached', 'deprived_share'];

/** One row an area (births within the walk of a family centre), or a distance over all areas; errors as in `measureFamilies`. */
export async function exportFamilies(
  desk: Desk,
  release: Release,
  { format, geometry, rows, ...question }: FamiliesExport,
): Promise<Exported> {
  const answer = await measureFamilies(desk, release, question);
  const { births, deprived, reach } = answer.families;
  const { walked_by } = countedCells(answer);
  const same = { function: question.function, walked_by, births_year: answer.births.year };
  const name = `families-${question.function}`;
  const sources = [answer.births.source];
  if (rows === 'distances')
    return rowsFile(
      release,
      answer,
      reach.map(one => ({ ...one, id: String(one.withinM), geometry: null })),
      {
        ...{ format, geometry, name: `${name}-distances`, same, sources },
        columns: ['within_m', ...COLUMNS, 'index_within', 'index_beyond'],
        cells: one => [one.withinM, ...told(one.births, one.deprived), one.indexWithin, one.indexBeyond],
      },
    );
  const at = ({ reached, all }: { reached: Float64Array; all: Float64Array }, k: number): Reached => ({
    ...{ reached: reached[k]!, all: all[k]! },
  });
  return areasFile(desk, release, answer, {
    ...{ format, geometry, name: `${name}-${question.withinM}`, sources },
    same: { ...same, within_m: question.withinM },
    columns: COLUMNS,
    cells: k => (answer.known[k] === 0 ? COLUMNS.map(() => null) : told(at(births, k), at(deprived, k))),
  });
}

const told = (births: Reached, deprived: Reached): Cell[] => [
  ...[births.all, births.reached, deprived.all, deprived.reached],
  ratioCell(deprived.reached, deprived.all),
];
