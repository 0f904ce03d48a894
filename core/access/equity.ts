import { ProblemError } from '../problem.ts';
import { sumTerms } from '../summation.ts';
import { type Coverage, coverage, type DistanceSummary, distanceSummary, REACH_STEPS_M } from './coverage.ts';

/** Children in poverty beside the other children. */
export type GroupReach = {
  poverty: { coverage: Coverage[]; distance: DistanceSummary };
  others: { coverage: Coverage[]; distance: DistanceSummary };
};

/**
 * How far children in poverty and other children live from the nearest place. `poverty` is a part of `children` at each
 * point; what source tells who is in poverty, and whether it was estimated, is for whoever shows it.
 * @throws ProblemError `bad-input` where there are more children in poverty than children.
 */
export function reachOfGroups(
  metres: Float64Array,
  children: Float64Array,
  poverty: Float64Array,
  distancesM: readonly number[] = REACH_STEPS_M,
): GroupReach {
  const others = children.map((all, i) => {
    const rest = all - poverty[i]!;
    if (rest >= -1e-9 * all) return Math.max(0, rest);
    throw new ProblemError(
      'bad-input',
      `Position ${i} has ${poverty[i]} children in poverty of ${all} children; lower the first.`,
      { position: i },
    );
  });
  const told = (people: Float64Array) => ({
    coverage: coverage(metres, people, distancesM),
    distance: distanceSummary(metres, people),
  });
  return { poverty: told(poverty), others: told(others) };
}

/** Cumulative shares of people, from the poorest places to the others, and of what they reach. Begins at 0, 0. */
export type ConcentrationCurve = { people: Float64Array; access: Float64Array };

export type AccessConcentration = {
  curve: ConcentrationCurve;
  /** −1 (all for those ranked first) to 1 (all for those ranked last); 0 where all reach the same. */
  index: number;
  /** People-weighted mean of what is reached. */
  mean: number;
};

/**
 * Concentration curve and index of access. People are ranked from the highest poverty of where they live to the lowest;
 * the index is twice the surface between the diagonal and the curve, C = Σ (pₜ Lₜ₊₁ − pₜ₊₁ Lₜ) (Fuller & Lury 1977; Kakwani,
 * Wagstaff & van Doorslaer 1997), negative where access lies with the poorer places, as is standard where the first in
 * rank are the worst off. Points of equal poverty are one step, so that their order changes nothing. Null where nobody
 * lives, or nobody reaches anything.
 * @param value what a person at each point reaches, from 0 up
 * @param poverty share in poverty at each point; NaN where it is not known, whose people are left out
 */
export function accessConcentration(
  value: Float64Array,
  people: Float64Array,
  poverty: Float64Array,
): AccessConcentration | null {
  const order = Uint32Array.from(value.keys())
    .filter(i => people[i]! > 0 && !Number.isNaN(poverty[i]!))
    .sort((a, b) => poverty[b]! - poverty[a]! || a - b);
  const all = sumTerms(order.length, k => people[order[k]!]!);
  const reached = sumTerms(order.length, k => people[order[k]!]! * value[order[k]!]!);
  if (all === 0 || reached === 0) return null;
  const curve = { people: [0], access: [0] };
  let [sumPeople, sumAccess] = [0, 0];
  order.forEach((i, k) => {
    sumPeople += people[i]!;
    sumAccess += people[i]! * value[i]!;
    const next = order[k + 1];
    if (next !== undefined && poverty[next] === poverty[i]) return;
    curve.people.push(sumPeople / all);
    curve.access.push(sumAccess / reached);
  });
  const { people: p, access: l } = curve;
  const index = sumTerms(p.length - 1, t => p[t]! * l[t + 1]! - p[t + 1]! * l[t]!);
  return {
    curve: { people: Float64Array.from(p), access: Float64Array.from(l) },
    index,
    mean: reached / all,
  };
}

/**
 * The index of something that one has or has not, which cannot be unequal beyond its mean: E = 4 · mean · C (Erreygers
 * 2009, "Correcting the concentration index", Journal of Health Economics 28), from −1 to 1.
 */
export const erreygersIndex = ({ index, mean }: AccessConcentration): number => 4 * mean * index;
