import type { Decay } from '../../../core/access/supply-of-areas.ts';
import { middleOf } from '../../../core/facilities/moved.ts';
import { measureSupply, type SupplyQuestion } from '../../releases/access/supply.ts';
import type { Desk } from '../../releases/desk.ts';
import type { Release } from '../../releases/types.ts';
import type { Exported } from '../exported.ts';
import { type Asked, areasFile, countedCells, ratioCell, rowsFile } from './told.ts';

export const SUPPLY_ROWS = ['areas', 'places'] as const;
type SupplyExport = SupplyQuestion & Asked & { rows: (typeof SUPPLY_ROWS)[number] };

/** One row an area (what its children can reach), or a place within their reach; errors as in `measureSupply`. */
export async function exportSupply(
  desk: Desk,
  release: Release,
  { format, geometry, rows, ...question }: SupplyExport,
): Promise<Exported> {
  const answer = await measureSupply(desk, release, question);
  const { kind, decay, mostPerChild, choosing } = question;
  const same = {
    ...{ function: question.function, kind, ...decayCells(decay) },
    ...{ most_per_child: mostPerChild, choosing, ...countedCells(answer) },
  };
  const name = `supply-${question.function}-${kind}`;
  if (rows === 'places')
    return rowsFile(
      release,
      answer,
      answer.places.map(({ place, ...numbers }) => ({ ...place, ...numbers })),
      {
        ...{ format, geometry, name: `${name}-places`, same },
        columns: ['id', 'name', 'lon', 'lat', 'supply', 'children', 'per_child'],
        cells: one => [
          ...[one.id, one.name, ...middleOf(one.geometry)],
          ...[one.supply, one.children, one.perChild],
        ],
      },
    );
  const { children, supply } = answer.supply;
  return areasFile(desk, release, answer, {
    ...{ format, geometry, name, same },
    columns: ['children', 'supply', 'per_child'],
    cells: k =>
      answer.known[k] === 0
        ? [null, null, null]
        : [children[k]!, supply[k]!, ratioCell(supply[k]!, children[k]!)],
  });
}

const decayCells = (decay: Decay) =>
  decay.kind === 'rings'
    ? {
        decay: decay.rings.map(({ withinM, weight }) => `${withinM}:${weight}`).join(','),
        within_m: decay.rings.at(-1)!.withinM,
      }
    : { decay: decay.kind as string, within_m: decay.withinM };
