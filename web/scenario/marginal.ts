import { useMemo } from 'react';
import { hasMarginalEffects, marginalEffects } from '../../core/concentration/marginal.ts';
import { indices, PANEL_INDICES } from '../../core/concentration/registry.ts';
import { type AnyIndex, anyIndexById } from '../../core/concentration/spatial-registry.ts';
import type { IndexDefinition } from '../../core/concentration/types.ts';
import type { EvaluatedAreas } from '../../core/scenario/evaluated.ts';
import { useView } from '../state/view.ts';
import { useEvaluation } from './evaluation.tsx';

/** As many dwellings as a small project has: enough to see an effect, few enough to fit anywhere. */
export const MARGINAL_DWELLINGS = 10;

export type Marginal = {
  index: AnyIndex;
  /** The index as the scenario has it. */
  value: number;
  /** Change of the index by area index, NaN outside the scope. */
  change: (areaIndex: number) => number;
  /** The largest change either way before any edit, on which the classes rest so that they stay. */
  scale: number;
};

/** Every index of which the effect of a few dwellings can be had for all areas at once. */
export const marginalIndices: readonly IndexDefinition[] = indices.filter(index =>
  hasMarginalEffects(index.id),
);

/** The change that all but a twentieth of the areas stay below, whatever its sign; 0 where nothing changes. */
export function scaleOf(changes: Float64Array): number {
  const sizes = changes.map(Math.abs).sort();
  return sizes[Math.floor(0.95 * (sizes.length - 1))] ?? 0;
}

function effectsOf({ areas, moment, id }: { areas: EvaluatedAreas; moment: 'Before' | 'After'; id: string }) {
  try {
    const counts = { group: areas[`social${moment}`], total: areas[`total${moment}`] };
    return marginalEffects(counts, id, MARGINAL_DWELLINGS);
  } catch {
    // Where the index has no value there is no effect to show; the panel beside it says why.
    return null;
  }
}

/** The index at the head of the panel: the planner's own, or the usual one. */
export function useChosenIndex(): string {
  const { scenario } = useEvaluation();
  return scenario?.parameters.index ?? PANEL_INDICES[0]!;
}

/**
 * What ten more social dwellings would do to the chosen index in each area of the open scenario; null outside one, while
 * the map shows something else, and for an index of which it cannot be had.
 */
export function useMarginal(): Marginal | null {
  const { result, places } = useEvaluation();
  const id = useChosenIndex();
  const wanted = useView(view => view.shown === 'marginal');
  const areas = wanted ? (result?.areas ?? null) : null;
  return useMemo(() => {
    const after = areas === null ? null : effectsOf({ areas, moment: 'After', id });
    const before = areas === null ? null : effectsOf({ areas, moment: 'Before', id });
    if (after === null || before === null) return null;
    return {
      index: anyIndexById(id),
      value: after.value,
      change: areaIndex => after.change[places.get(areaIndex) ?? -1] ?? Number.NaN,
      scale: scaleOf(before.change),
    };
  }, [areas, places, id]);
}
