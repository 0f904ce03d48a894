import { measureVariety, type VarietyQuestion } from '../../releases/access/variety.ts';
import type { Desk } from '../../releases/desk.ts';
import type { Release } from '../../releases/types.ts';
import type { Exported } from '../exported.ts';
import { type Asked, areasFile, countedCells, ratioCell, rowsFile } from './told.ts';

export const VARIETY_ROWS = ['areas', 'numbers'] as const;
type VarietyExport = VarietyQuestion & Asked & { rows: (typeof VARIETY_ROWS)[number] };

/** One row an area (functions that its children have near, in the mean), or one a number of functions; errors as in `measureVariety`. */
export async function exportVariety(
  desk: Desk,
  release: Release,
  { format, geometry, rows, ...question }: VarietyExport,
): Promise<Exported> {
  const answer = await measureVariety(desk, release, question);
  const { children, functions, groups } = answer.variety;
  const { wanted } = answer;
  const same = { functions: wanted.join(','), within_m: question.withinM, ...countedCells(answer) };
  const name = `variety-${question.withinM}`;
  if (rows === 'numbers') {
    const counted = groups.all!.byNumber.map((all, number) => ({
      id: String(number),
      number,
      all,
      geometry: null,
    }));
    return rowsFile(release, answer, counted, {
      ...{ format, geometry, name: `${name}-numbers`, same },
      columns: ['number', 'children', 'deprived', 'others'],
      cells: ({ number, all }) => [
        ...[number, all],
        ...[groups.deprived?.byNumber[number] ?? null, groups.others?.byNumber[number] ?? null],
      ],
    });
  }
  return areasFile(desk, release, answer, {
    ...{ format, geometry, name, same },
    columns: ['children', 'functions_mean'],
    cells: k =>
      answer.known[k] === 0 ? [null, null] : [children[k]!, ratioCell(functions[k]!, children[k]!)],
  });
}
