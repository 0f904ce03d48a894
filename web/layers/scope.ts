import { ancestorsOf, scopeIndices } from '../../core/areas/hierarchy.ts';
import type { AreaLevel, AreaRef } from '../../core/areas/types.ts';
import { ProblemError } from '../../core/problem.ts';
import type { AreaColumns } from '../data/columns.ts';

export type ColumnsByLevel = ReadonlyMap<AreaLevel, AreaColumns>;

/**
 * One byte an area: 1 inside the scope. Where the scope cannot hold areas of this level (it is finer, or the
 * level's parents do not reach it) everything counts as inside: the map then shows all instead of nothing.
 */
export function scopeMask(areas: AreaColumns, scope: AreaRef | null, all: ColumnsByLevel): Uint8Array {
  const mask = new Uint8Array(areas.codes.length);
  if (scope === null) return mask.fill(1);
  try {
    const inside = scopeIndices(all, areas.level, scope);
    if (inside.length === 0) return mask.fill(1);
    for (const index of inside) mask[index] = 1;
    return mask;
  } catch (error) {
    if (error instanceof ProblemError) return mask.fill(1);
    throw error;
  }
}

/** The area itself or its parent at a level, or null where it has none there. */
export function atLevel(area: AreaRef, level: AreaLevel, all: ColumnsByLevel): AreaRef | null {
  if (area.level === level) return area;
  try {
    return ancestorsOf(all, area).find(parent => parent.level === level) ?? null;
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

type Box = [number, number, number, number];

/** The smallest box around the areas of a mask, or null when there are none. */
export function boxAround(areas: AreaColumns, mask: Uint8Array): Box | null {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  areas.bbox.forEach(([west, south, east, north], i) => {
    if (mask[i] !== 1) return;
    box[0] = Math.min(box[0], west);
    box[1] = Math.min(box[1], south);
    box[2] = Math.max(box[2], east);
    box[3] = Math.max(box[3], north);
  });
  return box[0] === Infinity ? null : box;
}
