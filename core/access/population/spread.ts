import { byLargestRemainder } from '../../scenario/place.ts';
import type { Settlement } from './settle.ts';

/** A column of people over the points of a settlement. */
export type SpreadPeople = {
  /** Aligned with the points. */
  people: Float64Array;
  /** Positions of areas whose number is not known (NaN), whose points have nobody. */
  areasWithout: number[];
};

/**
 * Divides the people of each area over its points in proportion to their weights, so that the points of an area add up
 * to its number to the last bit, in whatever order they are summed (Tobler 1979 asks for this preservation of volume).
 * `whole` numbers by the largest remainder (Hamilton 1792); otherwise fractions of at least a 2³⁰th of the number.
 */
export function spreadPeople(
  totals: Float64Array,
  { starts, weight }: Pick<Settlement, 'starts' | 'weight'>,
  how: 'whole' | 'fractions',
): SpreadPeople {
  const people = new Float64Array(weight.length);
  const areasWithout: number[] = [];
  for (let area = 0; area + 1 < starts.length; area++) {
    const total = totals[area]!;
    if (Number.isNaN(total)) areasWithout.push(area);
    if (!(total > 0)) continue;
    const [from, to] = [starts[area]!, starts[area + 1]!];
    const weights = Array.from(weight.subarray(from, to));
    people.set(divided(total, weights, how === 'whole' && Number.isInteger(total)), from);
  }
  return { people, areasWithout };
}

/**
 * People who are part of others, such as children in poverty of all children: divided in proportion to `of`, so that
 * nowhere there are more of them than of those. Areas with more of them than of those are divided all the same.
 */
export function spreadPart(
  totals: Float64Array,
  { starts, weight }: Pick<Settlement, 'starts' | 'weight'>,
  of: Float64Array,
  how: 'whole' | 'fractions',
): SpreadPeople {
  const weights = weight.slice();
  for (let area = 0; area + 1 < starts.length; area++) {
    const there = of.subarray(starts[area]!, starts[area + 1]!);
    if (there.some(people => people > 0)) weights.set(there, starts[area]!);
  }
  return spreadPeople(totals, { starts, weight: weights }, how);
}

/**
 * A number in fractions is dealt out in units of a power of two, and what is less than one unit goes to the largest: then
 * every sum is a multiple of the number's last bit, which floating point adds without rounding.
 */
function divided(total: number, weights: readonly number[], whole: boolean): Float64Array {
  if (whole) return byLargestRemainder(total, weights);
  const unit = 2 ** (Math.floor(Math.log2(total)) - 30);
  const units = unit > 0 ? Math.floor(total / unit) : 0;
  const given = byLargestRemainder(units, weights).map(count => count * unit);
  let largest = 0;
  given.forEach((each, i) => {
    if (each > given[largest]!) largest = i;
  });
  if (given.length > 0) given[largest]! += total - units * unit;
  return given;
}
