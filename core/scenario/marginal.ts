import { type Contiguity, contiguityWithin } from '../areas/contiguity.ts';
import { marginalEffects } from '../concentration/marginal/effects.ts';
import type { EvaluatedAreas } from './evaluated.ts';

/** As many dwellings as a small project has: enough to see an effect, few enough to fit anywhere. */
export const MARGINAL_DWELLINGS = 10;

export type ScenarioMarginal = {
  /** The index as the scenario has it. */
  value: number;
  /** What ten more social dwellings in one area alone would change it by, one cell an area of the scope. */
  change: Float64Array;
  /** The change either way that all but a twentieth of the areas stay below before any edit; 0 where nothing changes. */
  scale: number;
};

/**
 * What ten more social dwellings in each area by itself would do to an index of an evaluated scenario. `contiguity` is of
 * the whole level, for an index that asks who touches whom; within the scope, as in the evaluation. Errors as in `marginalEffects`.
 */
export function scenarioMarginal(
  { index, socialBefore, totalBefore, socialAfter, totalAfter }: EvaluatedAreas,
  id: string,
  contiguity: Contiguity | null,
): ScenarioMarginal {
  const within = contiguity && contiguityWithin(contiguity, index);
  const effects = (group: Float64Array, total: Float64Array) =>
    marginalEffects({ group, total }, id, MARGINAL_DWELLINGS, within);
  const after = effects(socialAfter, totalAfter);
  return { ...after, scale: scaleOf(effects(socialBefore, totalBefore).change) };
}

function scaleOf(changes: Float64Array): number {
  const sizes = changes
    .filter(change => !Number.isNaN(change))
    .map(Math.abs)
    .sort();
  return sizes[Math.floor(0.95 * (sizes.length - 1))] ?? 0;
}
