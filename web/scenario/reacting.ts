import { useEffect, useMemo, useState } from 'react';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { figuresThatReact, type PanelFigure, panelFigures } from '../../core/scenario/figures.ts';
import { type StepName, useWorkspace } from '../state/workspace.ts';
import { evaluateInWorker } from '../worker/evaluator.ts';
import { type Evaluable, useEvaluation } from './evaluation.tsx';
import { lastChangeOf } from './lastChange.ts';

/** Which figures are others because of the last change, and what that change was called. */
export type Reacting = { name: StepName; ids: ReadonlySet<string> };

/**
 * The last change is a whole step, as undo takes it back: of a slider all it did since it was taken hold of. The state
 * before it is evaluated once, however long the slider moves. Null where there is no change to compare with.
 */
export function useReacting(): Reacting | null {
  const { scenario, prepared, result } = useEvaluation();
  const history = useWorkspace(state => state.history);
  const change = useMemo(
    () => (scenario === null ? null : lastChangeOf(history, scenario)),
    [history, scenario],
  );
  const before = change?.before ?? null;
  const [was, setWas] = useState<{
    of: ScenarioDocument;
    on: Evaluable;
    figures: readonly PanelFigure[];
  } | null>(null);
  useEffect(() => {
    if (before === null || prepared === null) return;
    let wanted = true;
    evaluateInWorker(prepared.key, prepared.setting, before).then(
      evaluation => {
        if (wanted) setWas({ of: before, on: prepared, figures: panelFigures(evaluation) });
      },
      // What the panel says of the present holds for the past; without it nothing is said to react.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [before, prepared]);
  return useMemo(() => {
    if (change === null || result === null || was?.of !== before || was?.on !== prepared) return null;
    return { name: change.name, ids: figuresThatReact(was.figures, panelFigures(result)) };
  }, [change, before, prepared, result, was]);
}
