import { ProblemError } from '../problem.ts';

/** Ages in whole years, both included. */
export type Ages = { from: number; to: number };

/** People of some ages at points; `people` is aligned with the points, whole or in fractions. */
export type AgeGroup = Ages & { people: Float64Array };

/** @throws ProblemError `bad-parameter` naming the value, unless 0 ≤ from ≤ to ≤ 120 in whole years. */
export function checkAges({ from, to }: Ages, of: string): void {
  const whole = (age: number): boolean => Number.isInteger(age) && age >= 0 && age <= 120;
  if (whole(from) && whole(to) && from <= to) return;
  const way =
    whole(from) && whole(to) ? `put the lower age first: ${to} to ${from}` : 'give whole years from 0 to 120';
  throw new ProblemError('bad-parameter', `Ages ${from} to ${to} of ${of} are not in order; ${way}.`, {
    from,
    to,
  });
}

export const agesMeet = (one: Ages, other: Ages): boolean => one.from <= other.to && other.from <= one.to;

/**
 * People of the wanted ages (everybody where they are null): the sum of all groups that overlap them. `exact` is false
 * where a group holds other ages too, or where no group holds some of the wanted ones; `counted` are the ages summed.
 */
export function peopleOfAges(
  groups: readonly AgeGroup[],
  wanted: Ages | null,
  points: number,
): { people: Float64Array; counted: Ages[]; exact: boolean } {
  const chosen = wanted === null ? [...groups] : groups.filter(group => agesMeet(group, wanted));
  const people = new Float64Array(points);
  for (const group of chosen) for (let i = 0; i < points; i++) people[i]! += group.people[i]!;
  const counted = chosen.map(({ from, to }) => ({ from, to })).sort((a, b) => a.from - b.from);
  if (wanted === null) return { people, counted, exact: true };
  let next = wanted.from;
  let exact = true;
  for (const { from, to } of counted) {
    if (from !== next || to > wanted.to) exact = false;
    next = to + 1;
  }
  return { people, counted, exact: exact && next === wanted.to + 1 };
}
