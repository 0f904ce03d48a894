import { ProblemError } from '../problem.ts';
import { AREA_LEVELS, type AreaLevel, type AreaRef, type AreaTable } from './types.ts';

/** The tables of one region by level, each with codes of its parents. */
export type AreaTables = ReadonlyMap<AreaLevel, AreaTable>;

const positionsOfTable = new WeakMap<AreaTable, ReadonlyMap<string, number>>();

/** Area index of each code of a table; kept for as long as the table is. */
export function codePositions(table: AreaTable): ReadonlyMap<string, number> {
  const known = positionsOfTable.get(table);
  if (known) return known;
  const positions = new Map(table.codes.map((code, index) => [code, index]));
  positionsOfTable.set(table, positions);
  return positions;
}

/**
 * Levels from `level` up along the parent links: sector → municipality → province. A link may skip levels, and
 * the last one may have no table of its own.
 */
export function parentChain(tables: AreaTables, level: AreaLevel): AreaLevel[] {
  const chain: AreaLevel[] = [level];
  for (;;) {
    const parent = tables.get(chain[chain.length - 1]!)?.parentLevel ?? null;
    if (parent === null || chain.includes(parent)) return chain;
    chain.push(parent);
  }
}

/**
 * Area indices at `level`, ascending, of the descendants of `scope`; of every area when `scope` is null; of the
 * scope itself when it is of that level. Throws ProblemError `not-found` for a level without areas or a scope
 * that does not exist, and `bad-parameter` where the parent links of the level do not reach the scope's.
 */
export function scopeIndices(tables: AreaTables, level: AreaLevel, scope: AreaRef | null): Int32Array {
  const table = requireTable(tables, level);
  if (scope === null) return Int32Array.from(table.codes.keys());
  const chain = chainTo(tables, level, scope.level);
  const steps = chain.length - 1;
  const scopeTable = tables.get(scope.level);
  if (scopeTable && !codePositions(scopeTable).has(scope.code)) throw noSuchArea(scope);
  let inside = new Set([scope.code]);
  for (let step = steps - 1; step > 0; step--) {
    const between = requireTable(tables, chain[step]!);
    const codes = between.codes.filter((_, i) => isIn(inside, between.parentCodes[i]));
    inside = new Set(codes);
  }
  const codes = steps === 0 ? table.codes : table.parentCodes;
  const found: number[] = [];
  for (let i = 0; i < codes.length; i++) if (isIn(inside, codes[i])) found.push(i);
  if (!scopeTable && found.length === 0) throw noSuchArea(scope);
  return Int32Array.from(found);
}

/**
 * For every area of `level` the area index of its ancestor at `ancestor`, −1 where it has none. Every level of
 * the chain between needs a table. Errors as in `scopeIndices`.
 */
export function ancestorPositions(tables: AreaTables, level: AreaLevel, ancestor: AreaLevel): Int32Array {
  const chain = chainTo(tables, level, ancestor);
  let reached = Int32Array.from(requireTable(tables, level).codes.keys());
  for (let step = 1; step < chain.length; step++) {
    const { parentCodes } = requireTable(tables, chain[step - 1]!);
    const positions = codePositions(requireTable(tables, chain[step]!));
    reached = reached.map(at => {
      const code = at < 0 ? null : parentCodes[at];
      return code === null || code === undefined ? -1 : (positions.get(code) ?? -1);
    });
  }
  return reached;
}

/** The levels from `level` to `ancestor`, both included. */
function chainTo(tables: AreaTables, level: AreaLevel, ancestor: AreaLevel): AreaLevel[] {
  const chain = parentChain(tables, level);
  const steps = chain.indexOf(ancestor);
  if (steps >= 0) return chain.slice(0, steps + 1);
  throw new ProblemError(
    'bad-parameter',
    `Areas of level ${level} do not lie in one of level ${ancestor}: their parents are ${chain.join(' → ')}.`,
    { level, ancestor, chain },
  );
}

/** Parents of an area, nearest first, as far as the links reach. ProblemError `not-found` for an unknown area. */
export function ancestorsOf(tables: AreaTables, area: AreaRef): AreaRef[] {
  if (!codePositions(requireTable(tables, area.level)).has(area.code)) throw noSuchArea(area);
  const ancestors: AreaRef[] = [];
  let current = area;
  for (const level of parentChain(tables, area.level).slice(1)) {
    const table = tables.get(current.level);
    const code = table?.parentCodes[codePositions(table).get(current.code) ?? -1];
    if (code === null || code === undefined) break;
    current = { level, code };
    ancestors.push(current);
  }
  return ancestors;
}

/** The level just below: the coarsest one whose areas have their parent at `level`, or null. */
export function childLevel(tables: AreaTables, level: AreaLevel): AreaLevel | null {
  return AREA_LEVELS.find(finer => tables.get(finer)?.parentLevel === level) ?? null;
}

/**
 * Area indices of the areas within `area` at `level`, the next finer one by default; `level` null in the
 * answer means that nothing lies below. Errors as in `scopeIndices`.
 */
export function childrenOf(
  tables: AreaTables,
  area: AreaRef,
  level: AreaLevel | null = childLevel(tables, area.level),
): { level: AreaLevel | null; indices: Int32Array } {
  if (level === null) return { level, indices: new Int32Array(0) };
  return { level, indices: scopeIndices(tables, level, area) };
}

/** The table of a level; ProblemError `not-found` that lists the levels there are. */
export function requireTable(tables: AreaTables, level: AreaLevel): AreaTable {
  const table = tables.get(level);
  if (table) return table;
  const known = [...tables.keys()];
  throw new ProblemError(
    'not-found',
    `There are no areas of level ${level}; there are ${known.join(', ')}.`,
    {
      level,
      known,
    },
  );
}

function isIn(codes: ReadonlySet<string>, code: string | null | undefined): boolean {
  return code !== null && code !== undefined && codes.has(code);
}

function noSuchArea({ level, code }: AreaRef): ProblemError {
  return new ProblemError('not-found', `There is no ${level} with code "${code}".`, { level, code });
}
