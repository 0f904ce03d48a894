import { ProblemError } from '../problem.ts';
import { sumColumn } from '../summation.ts';
import type { Counts } from './types.ts';

/** Counts as a publisher gives them: NaN where a count is missing, areas without dwellings included. */
export type CountsInput = {
  codes: readonly string[];
  group: ArrayLike<number>;
  total: ArrayLike<number>;
};

export type CountsOptions = {
  /** Lower a group above its total to the total, and list the area, instead of refusing it. */
  clamp?: boolean;
};

/** Counts that every index can be computed on, and what had to be done to get there. */
export type PreparedCounts = {
  counts: Counts;
  /** Areas with dwellings, which are the ones that count. */
  zones: number;
  /** Areas without dwellings, left out. */
  dropped: number;
  /** Codes of the areas whose group was lowered to the total, in the order given. */
  clamped: string[];
  /** Sum of the group over the zones. */
  group: number;
  /** Sum of all over the zones. */
  total: number;
};

/**
 * Checks counts and leaves out the areas without dwellings. Fractions are taken as they are: estimates have them.
 * Throws ProblemError naming the first five areas: `undefined-index` for a missing count and for a group above
 * its total (unless `clamp`), `bad-input` for a negative or infinite count, a code that stands there twice, or
 * columns of different length.
 */
export function prepareCounts(input: CountsInput, options: CountsOptions = {}): PreparedCounts {
  const { codes, group, total } = input;
  if (group.length !== codes.length || total.length !== codes.length) {
    throw new ProblemError(
      'bad-input',
      `Columns differ in length: ${codes.length} codes, ${group.length} group counts, ${total.length} totals.`,
    );
  }
  if (new Set(codes).size < codes.length) {
    const seen = new Set<string>();
    refuse(
      'bad-input',
      codes.filter(code => seen.has(code) || !seen.add(code)),
      null,
      {
        one: 'stands there more than once; every area needs an id of its own',
        many: 'stand there more than once; every area needs an id of its own',
      },
    );
  }
  return keepZones(codes, group, total, options);
}

/** `prepareCounts` for columns that are known to be aligned and to have unique codes. */
export function keepZones(
  codes: readonly string[],
  group: ArrayLike<number>,
  total: ArrayLike<number>,
  { clamp = false }: CountsOptions = {},
): PreparedCounts {
  const size = codes.length;
  const kept: Counts = { group: new Float64Array(size), total: new Float64Array(size) };
  const missing: string[] = [];
  const impossible: number[] = [];
  const above: number[] = [];
  const coded = (positions: readonly number[]): string[] => positions.map(i => codes[i]!);
  const counted = (positions: readonly number[]): string[] =>
    positions.map(i => `${group[i]} of ${total[i]}`);
  let zones = 0;
  for (let i = 0; i < size; i++) {
    const x = group[i]!;
    const t = total[i]!;
    if (Number.isNaN(x) || Number.isNaN(t)) missing.push(codes[i]!);
    else if (x < 0 || t < 0 || x === Infinity || t === Infinity) impossible.push(i);
    else if (x > t) above.push(i);
    if (t === 0) continue;
    kept.group[zones] = Math.min(x, t);
    kept.total[zones] = t;
    zones++;
  }
  if (impossible.length > 0) {
    refuse('bad-input', coded(impossible), counted(impossible), {
      one: 'has a count that is negative or infinite; correct it',
      many: 'have a count that is negative or infinite; correct them',
    });
  }
  if (missing.length > 0) {
    refuse('undefined-index', missing, null, {
      one: 'has no count (missing or suppressed); leave it out of the scope or give it a number',
      many: 'have no count (missing or suppressed); leave them out of the scope or give them a number',
    });
  }
  if (above.length > 0 && !clamp) {
    refuse('undefined-index', coded(above), counted(above), {
      one: 'has more social dwellings than dwellings; give a total of dwellings or ask for clamping',
      many: 'have more social dwellings than dwellings; give a total of dwellings or ask for clamping',
    });
  }
  const counts = { group: kept.group.subarray(0, zones), total: kept.total.subarray(0, zones) };
  return {
    counts,
    zones,
    dropped: size - zones,
    clamped: coded(above),
    group: sumColumn(counts.group),
    total: sumColumn(counts.total),
  };
}

const NAMED_AREAS = 5;

function refuse(
  code: 'bad-input' | 'undefined-index',
  areas: readonly string[],
  /** What each area counts, where that is what is wrong. */
  values: readonly string[] | null,
  says: { one: string; many: string },
): never {
  const named = areas
    .slice(0, NAMED_AREAS)
    .map((area, k) => (values ? `${area} (${values[k]})` : area))
    .join(', ');
  const message =
    areas.length === 1
      ? `Area ${named} ${says.one}.`
      : areas.length <= NAMED_AREAS
        ? `Areas ${named} ${says.many}.`
        : `${areas.length} areas ${says.many}; the first are ${named}.`;
  throw new ProblemError(code, message, { areas: areas.slice(0, NAMED_AREAS), count: areas.length });
}
