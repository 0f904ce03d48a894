import { scopeIndices } from '../../core/areas/hierarchy.ts';
import { type AreaRef, isAreaLevel } from '../../core/areas/types.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Database } from '../database/types.ts';
import { itemsUpwards, levelItems, loadTables } from './hierarchy.ts';
import type { AreasItem, Release } from './types.ts';

/**
 * Reads `level:code`; a code may hold a colon itself.
 * @throws ProblemError `bad-parameter` for another form or an unknown level.
 */
export function parseScope(text: string | undefined): AreaRef | null {
  if (text === undefined) return null;
  const separator = text.indexOf(':');
  const level = text.slice(0, separator);
  const code = text.slice(separator + 1);
  if (separator > 0 && code !== '' && isAreaLevel(level)) return { level, code };
  throw new ProblemError(
    'bad-parameter',
    `Scope "${text.slice(0, 80)}" is not level:code, such as municipality:44021`,
    { parameter: 'scope' },
  );
}

/**
 * Area indices within the scope at an item's level, ascending; null (every area) without a scope.
 * @throws ProblemError `not-found` for an area that does not exist, `bad-parameter` where the level does not lie
 * in areas of the scope's level.
 */
export async function scopeOf(
  database: Database,
  release: Release,
  item: AreasItem,
  scope: AreaRef | null,
): Promise<Int32Array | null> {
  if (scope === null) return null;
  const upwards = itemsUpwards(levelItems(release, item.region, item.vintage), item);
  return scopeIndices(await loadTables(database, upwards), item.level, scope);
}
