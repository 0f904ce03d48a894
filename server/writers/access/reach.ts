import type { GroupAccess } from '../../../core/access/area-access.ts';
import { type AccessQuestion, measureAccess } from '../../releases/access/areas.ts';
import type { Desk } from '../../releases/desk.ts';
import type { Release } from '../../releases/types.ts';
import { cellOf } from '../areas.ts';
import type { Exported } from '../exported.ts';
import type { Cell } from '../types.ts';
import { type Asked, areasFile, countedCells, ratioCell } from './told.ts';

/** One row an area: how far the nearest place is and how many children have one; errors as in `measureAccess`. */
export async function exportAccess(
  desk: Desk,
  release: Release,
  { format, geometry, ...question }: AccessQuestion & Asked,
): Promise<Exported> {
  const answer = await measureAccess(desk, release, question);
  const { medianM, groups } = answer.access;
  const { functions, withinM, minAreaM2 } = question.rule;
  return areasFile(desk, release, answer, {
    ...{ format, geometry, name: `access-${functions.join('-')}-${withinM}` },
    same: {
      ...{ functions: functions.join(','), within_m: withinM, min_area_m2: minAreaM2 },
      ...countedCells(answer),
    },
    columns: ['median_m', 'children', 'reached', 'share', 'deprived', 'deprived_reached', 'deprived_share'],
    cells: k => {
      const told = (group: GroupAccess | null) => groupCells(answer.known[k] === 0 ? null : group, k);
      return [cellOf(medianM[k]!), ...told(groups.all), ...told(groups.deprived)];
    },
  });
}

function groupCells(group: GroupAccess | null, k: number): Cell[] {
  if (group === null) return [null, null, null];
  return [group.children[k]!, group.reached[k]!, ratioCell(group.reached[k]!, group.children[k]!)];
}
