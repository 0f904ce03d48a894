import type { Aim } from './aims.ts';
import { addedBy } from './allocation.ts';
import type { FrontierPoint } from './frontier-point.ts';
import { capacityOf, roomsOf } from './rooms.ts';
import type { Allocation, SpreadProblem } from './types.ts';

/** Part of a plan: its two sums, and what it is made of. */
type Label = {
  first: number;
  second: number;
  /** Dwellings in one area, or the plan of the areas of a quota, beside those before it. */
  area: number;
  dwellings: number;
  within: Label | null;
  before: Label | null;
};

/** Labels by the number of dwellings in them. */
type Labels = Label[][];

const NOTHING: Label = { first: 0, second: 0, area: -1, dwellings: 0, within: null, before: null };

/** Two sums closer than this, in parts of the range, are told apart by rounding alone. */
const ROUNDING = 1e-10;

/**
 * Every plan that no other one betters in both aims, one for each pair of values, from the lowest first aim to the lowest
 * second one; null where that takes more than `work` labels. Area by area and quota by quota all pairs of sums are kept
 * for each number of dwellings that no other pair betters (dynamic programming over labels, Villarreal & Karwan 1981), so
 * that nothing is asked of the terms: projects of a smallest size come out as exact as any. `problem` has a plan.
 */
export function paretoPlans(
  problem: SpreadProblem,
  first: Aim,
  second: Aim,
  work: number,
): FrontierPoint[] | null {
  const { codes, dwellings, limits, quotas, minProject = 1 } = problem;
  const { rooms, roomOf } = roomsOf(codes, dwellings, capacityOf(codes.length, limits), quotas);
  const capacity = capacityOf(codes.length, limits);
  let left = work;
  const joined = (
    labels: Labels,
    others: Labels,
    make: (one: Label, other: Label) => Label,
    most: number,
  ): Labels | null => {
    const next: Labels = [];
    for (const [count, ones] of labels.entries()) {
      for (const [more, twos] of others.entries()) {
        if (count + more > most) break;
        left -= ones.length * twos.length;
        if (left < 0) return null;
        if (ones.length === 0 || twos.length === 0) continue;
        next[count + more] ??= [];
        for (const one of ones) for (const two of twos) next[count + more]!.push(make(one, two));
      }
    }
    return Array.from(next, bucket => notBettered(bucket ?? []));
  };
  const optionsOf = (area: number): Labels => {
    const most = Math.min(dwellings, capacity[area]!);
    return Array.from({ length: most + 1 }, (_, n) =>
      n > 0 && n < minProject
        ? []
        : [
            {
              ...NOTHING,
              area,
              dwellings: n,
              first: addedBy(problem, first.step, area, n),
              second: addedBy(problem, second.step, area, n),
            },
          ],
    );
  };
  const filled = (at: number): Labels | null => {
    const { min, max } = rooms[at]!.quota;
    const most = Math.min(max, dwellings);
    let labels: Labels | null = [[NOTHING]];
    for (let area = 0; area < codes.length && labels !== null; area++) {
      if (roomOf[area] !== at) continue;
      labels = joined(labels, optionsOf(area), (before, one) => added(before, { ...one, before }), most);
    }
    for (let part = at + 1; part < rooms.length && labels !== null; part++) {
      if (rooms[part]!.parent !== at) continue;
      const within = filled(part);
      if (within === null) return null;
      labels = joined(
        labels,
        within,
        (before, one) =>
          added(before, { ...NOTHING, first: one.first, second: one.second, within: one, before }),
        most,
      );
    }
    return labels === null ? null : labels.map((bucket, count) => (count < min ? [] : bucket));
  };
  const found = filled(0)?.[dwellings];
  if (found === undefined) return null;
  return withoutTies(found).map(label => {
    const allocation = allocationOf(label, codes.length);
    return {
      allocation,
      values: [first.value(allocation), second.value(allocation)],
      gap: 0,
      proof: 'exact',
    };
  });
}

const added = (before: Label, label: Label): Label => ({
  ...label,
  first: before.first + label.first,
  second: before.second + label.second,
});

/** Labels by rising first sum and falling second one. */
function notBettered(labels: Label[]): Label[] {
  labels.sort((one, other) => one.first - other.first || one.second - other.second);
  let lowest = Infinity;
  return labels.filter(({ second }) => {
    if (second >= lowest) return false;
    lowest = second;
    return true;
  });
}

/** Without those that are better in one sum by rounding alone. */
function withoutTies(labels: readonly Label[]): Label[] {
  if (labels.length < 2) return [...labels];
  const range = {
    first: labels.at(-1)!.first - labels[0]!.first,
    second: labels[0]!.second - labels.at(-1)!.second,
  };
  const kept: Label[] = [];
  for (const label of labels) {
    const last = kept.at(-1);
    // As good in the first and better in the second: it takes the place of the one before.
    if (last !== undefined && label.first - last.first <= ROUNDING * range.first) kept.pop();
    else if (last !== undefined && last.second - label.second <= ROUNDING * range.second) continue;
    kept.push(label);
  }
  return kept;
}

function allocationOf(label: Label, areas: number): Allocation {
  const allocation = new Float64Array(areas);
  const fill = (last: Label): void => {
    for (let at: Label | null = last; at !== null; at = at.before) {
      if (at.area !== -1) allocation[at.area] = at.dwellings;
      if (at.within !== null) fill(at.within);
    }
  };
  fill(label);
  return allocation;
}
