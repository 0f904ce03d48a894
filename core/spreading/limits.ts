import { ProblemError } from '../problem.ts';
import { type Limit, MAX_DWELLINGS } from './types.ts';

/** Areas that take no new dwellings. */
export function lockedAreas(id: string, areas: number, locked: Iterable<number>): Limit {
  const most = new Float64Array(areas).fill(Infinity);
  for (const area of locked) most[area] = 0;
  return { id, most };
}

/**
 * Capacities as a planner gives them: rounded down to whole dwellings; NaN is no limit.
 * @throws ProblemError `bad-input` naming the first area with a negative one.
 */
export function capacityLimit(codes: readonly string[], capacity: ArrayLike<number>): Limit {
  const most = Float64Array.from(capacity, value => (Number.isNaN(value) ? Infinity : Math.floor(value)));
  const wrong = most.findIndex(value => value < 0);
  if (wrong === -1) return { id: 'capacity', most };
  throw new ProblemError(
    'bad-input',
    `Area ${codes[wrong]} has a capacity of ${capacity[wrong]} dwellings; give 0 or more.`,
    { area: codes[wrong] },
  );
}

/**
 * The most new dwellings with which (x + n) / (t + n) stays at or below a share: n ≤ (S t − x) / (1 − S). An area that
 * is above it already takes none.
 * @throws ProblemError `bad-parameter` for a share outside 0–1.
 */
export function maxShareLimit(
  { group, total }: { group: Float64Array; total: Float64Array },
  share: number,
): Limit {
  if (!(share >= 0 && share <= 1)) {
    throw new ProblemError(
      'bad-parameter',
      `The largest share allowed is ${share}; give a number from 0 to 1, such as 0.25.`,
      { share },
    );
  }
  if (share === 1) return { id: 'max-share', most: new Float64Array(group.length).fill(Infinity) };
  const most = group.map((x, i) => {
    const t = total[i]!;
    const within = (n: number): boolean => (x + n) / (t + n) <= share;
    const room = (share * t - x) / (1 - share);
    // More than any plan places is no limit, and beyond 2^53 one more is no number of its own.
    if (room > MAX_DWELLINGS) return Infinity;
    let n = Math.max(0, Math.floor(room));
    // The quotient above is rounded; the share that people will see is not.
    while (n > 0 && !within(n)) n -= 1;
    while (within(n + 1)) n += 1;
    return n;
  });
  return { id: 'max-share', most };
}
