import { isLinear, LINEAR_OBJECTIVES } from '../../core/spreading/coupled/objective.ts';
import { objectiveTerms } from '../../core/spreading/objective-terms.ts';
import { GINI, LARGEST_SHARE, separableObjectives } from '../../core/spreading/objectives.ts';
import type { Way } from '../../core/spreading/plan-by.ts';
import { isSmoothed, smoothedIds } from '../../core/spreading/smoothed-dissimilarity.ts';

/** What has to fall: one index, or a second one beside it, in order or in a weighted sum. */
export type ObjectiveChoice = {
  first: string;
  second: string | null;
  how: 'order' | 'sum';
  /** Weight of the first in a sum, percent. */
  percent: number;
  /** How far the first of two in order may lie above its lowest, percent of that. */
  tolerancePercent: number;
};

/** What can be made small by a plan of each way: only new dwellings are placed in space, or by a mean over them. */
export const objectivesOf = (way: Way): readonly string[] => [
  ...separableObjectives.map(one => one.id),
  GINI,
  LARGEST_SHARE,
  ...(way === 'build' ? [...smoothedIds, ...LINEAR_OBJECTIVES] : []),
];

/** Whether an objective goes with one number of new dwellings in projects of any size alone, and nothing that ties areas. */
export const goesAlone = (objective: string): boolean =>
  isSmoothed(objective) || objectiveTerms(objective).tolerance !== null;

/** Indices that can stand beside a first one. */
export const secondIds = (first: string): string[] =>
  first === GINI || isLinear(first) || isSmoothed(first)
    ? []
    : separableObjectives.map(one => one.id).filter(id => id !== first);

export function objectiveChoice(objective: string): ObjectiveChoice {
  const { sum, then, tolerance } = objectiveTerms(objective);
  const [one, other] = sum;
  const first = one!.id;
  const tolerancePercent = Number(((tolerance ?? 0) * 100).toFixed(1));
  if (other === undefined) return { first, second: then, how: 'order', percent: 50, tolerancePercent };
  return { first, second: other.id, how: 'sum', percent: Math.round(one!.weight * 100), tolerancePercent };
}

/** The objective of a choice; what cannot be together is left out. */
export function objectiveOf({ first, second, how, percent, tolerancePercent }: ObjectiveChoice): string {
  if (second === null || !secondIds(first).includes(second)) return first;
  const mayGive = tolerancePercent > 0 ? `~${tolerancePercent}%` : '';
  if (how === 'order' || first === LARGEST_SHARE) return `${first}${mayGive},${second}`;
  return `${percent}*${first}+${100 - percent}*${second}`;
}
