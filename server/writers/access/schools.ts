import type { AreaSchools } from '../../../core/access/schools-of-areas.ts';
import { middleOf } from '../../../core/facilities/moved.ts';
import { measureSchools, type SchoolsQuestion } from '../../releases/access/schools.ts';
import type { Desk } from '../../releases/desk.ts';
import type { Release } from '../../releases/types.ts';
import { cellOf } from '../areas.ts';
import type { Exported } from '../exported.ts';
import type { Cell } from '../types.ts';
import { type Asked, countedCells, rowsFile } from './told.ts';

const PUPILS = ['pupils', 'deprived', 'share', 'beyond_places'] as const;

/** One row a school: the pupils to expect in it, now and after a scenario; errors as in `measureSchools`. */
export async function exportSchools(
  desk: Desk,
  release: Release,
  { format, geometry, ...question }: SchoolsQuestion & Asked,
): Promise<Exported> {
  const answer = await measureSchools(desk, release, question);
  const { schools, before, after } = answer;
  return rowsFile(release, answer, schools, {
    ...{ format, geometry, name: `schools-${question.function}` },
    same: {
      ...{
        function: question.function,
        assigned_by: question.catchments === null ? 'nearest' : 'catchments',
      },
      ...countedCells(answer),
      dissimilarity: before.dissimilarity,
      ...(after && { dissimilarity_after: after.dissimilarity }),
    },
    columns: [
      ...['id', 'name', 'lon', 'lat', 'places'],
      ...PUPILS,
      ...(after === null ? [] : PUPILS.map(column => `${column}_after`)),
    ],
    cells: ({ at, id, name, places, geometry: school }) => [
      ...[id, name, ...middleOf(school), places],
      ...pupilCells(before, at),
      ...(after === null ? [] : pupilCells(after, at)),
    ],
  });
}

const pupilCells = ({ pupils, deprived, share, beyondPlaces }: AreaSchools, at: number): Cell[] => [
  ...[pupils[at]!, deprived && deprived[at]!],
  ...[cellOf(share[at]!), cellOf(beyondPlaces[at]!)],
];
