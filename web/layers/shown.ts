import { useMemo } from 'react';
import { VALUE_STATUS } from '../../core/areas/types.ts';
import type { ScenarioEvaluation } from '../../core/scenario/evaluate.ts';
import { useReachLayer } from '../access/layer.ts';
import { paintValues } from '../map/paint.ts';
import { type Evaluated, useEvaluation } from '../scenario/evaluation.tsx';
import { useMarginal } from '../scenario/marginal.tsx';
import { useScene } from '../state/scene.tsx';
import { useView } from '../state/view.ts';
import { type LayerModel, useValueLayer } from './model.ts';
import { divergingColours } from './ramps.ts';

/** Share of social dwellings per area after the edits, or its change in share; NaN outside the scope. */
export function scenarioColumn(
  { result, places }: Evaluated,
  size: number,
  shown: 'after' | 'difference',
): Float64Array {
  const column = new Float64Array(size).fill(Number.NaN);
  if (result === null) return column;
  const { socialBefore, socialAfter, totalBefore, totalAfter } = result.areas;
  for (const [index, k] of places) {
    const after = (socialAfter[k] ?? 0) / (totalAfter[k] ?? 0);
    const before = (socialBefore[k] ?? 0) / (totalBefore[k] ?? 0);
    column[index] = shown === 'after' ? after : after - before;
  }
  return column;
}

/** True when the edits leave every area of the scope as it is. */
export function changesNothing(result: ScenarioEvaluation | null): boolean {
  if (result === null) return false;
  const { socialBefore, socialAfter, totalBefore, totalAfter } = result.areas;
  return socialBefore.every((one, k) => one === socialAfter[k] && totalBefore[k] === totalAfter[k]);
}

/** Bounds of a change in share, in share points; fixed, so that the colours mean the same in every scenario. */
const small = 0.01;
const large = 0.03;
/** A change smaller than this is no change: a tenth of a thousandth. */
const noChange = 0.0001;
export const SHARE_CHANGE_BREAKS: readonly number[] = [-large, -small, -noChange, noChange, small, large];

function useDifferenceLayer(values: LayerModel): LayerModel {
  const { inside, values: published } = useScene();
  const evaluated = useEvaluation();
  const dark = useView(view => view.theme === 'dark');
  return useMemo(() => {
    const { less, neutral, more } = divergingColours(3, dark);
    const colours = [...less, neutral, ...more];
    const value = scenarioColumn(evaluated, inside.length, 'difference');
    const status = Uint8Array.from(value, (one, i) =>
      Number.isFinite(one) ? VALUE_STATUS.ok : (published?.status[i] ?? VALUE_STATUS.ok),
    );
    const breaks = SHARE_CHANGE_BREAKS;
    const paint = evaluated.result === null ? null : paintValues({ value, status }, breaks, colours, inside);
    return { ...values, kind: 'difference', paint, breaks, colours };
  }, [evaluated, inside, published, values, dark]);
}

/** Ten more social dwellings in each area, each by itself, on a scale that stays while the scenario changes. */
function useMarginalLayer(values: LayerModel): LayerModel {
  const { inside, values: published } = useScene();
  const marginal = useMarginal();
  const dark = useView(view => view.theme === 'dark');
  return useMemo(() => {
    if (marginal === null || marginal.scale === 0) return values;
    const { less, neutral, more } = divergingColours(3, dark);
    const breaks = [-1, -1 / 2, -1 / 20, 1 / 20, 1 / 2, 1].map(part => part * marginal.scale);
    const value = Float64Array.from(inside, (_, i) => marginal.change(i));
    const status = Uint8Array.from(value, (one, i) =>
      Number.isFinite(one) ? VALUE_STATUS.ok : (published?.status[i] ?? VALUE_STATUS.ok),
    );
    const colours = [...less, neutral, ...more];
    return {
      ...values,
      kind: 'marginal',
      paint: paintValues({ value, status }, breaks, colours, inside),
      breaks,
      colours,
    };
  }, [marginal, inside, published, values, dark]);
}

/** What the map shows now: the indicator, or in a scenario its state before, after, the difference, or what more would do. */
export function useLayerModel(): LayerModel {
  const values = useValueLayer();
  const difference = useDifferenceLayer(values);
  const marginal = useMarginalLayer(values);
  const reach = useReachLayer();
  const evaluated = useEvaluation();
  const shown = useView(view => view.shown);
  const { inside, values: published } = useScene();
  const after = useMemo(() => {
    if (evaluated.result === null || published === undefined) return values;
    const value = scenarioColumn(evaluated, inside.length, 'after');
    for (let i = 0; i < value.length; i++)
      if (Number.isNaN(value[i])) value[i] = published.value[i] ?? Number.NaN;
    const status = published.status;
    const paint = paintValues({ value, status }, values.breaks, values.colours, inside);
    return { ...values, kind: 'after' as const, paint };
  }, [evaluated, published, values, inside]);
  const before = useMemo(() => ({ ...values, kind: 'before' as const }), [values]);
  if (reach !== null) return reach;
  if (evaluated.scenario === null) return values;
  if (evaluated.refused || shown === 'before') return before;
  if (shown === 'marginal') return marginal.kind === 'value' ? before : marginal;
  if (shown === 'after') return after.kind === 'value' ? before : after;
  // One grey shows nobody where to begin: while nothing differs, the map shows what is now.
  return changesNothing(evaluated.result) ? before : difference;
}
