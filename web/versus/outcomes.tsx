import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { panelIndices } from '../../core/concentration/registry.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { ScenarioEvaluation } from '../../core/scenario/evaluate.ts';
import { usePrepared } from '../scenario/prepared.ts';
import { useOpenScenario } from '../state/baseline.ts';
import { evaluateInWorker } from '../worker/evaluator.ts';
import { SIDES, type SideName, type Sides, useSides } from './sides.ts';

/** The two as they come out on their one ground. */
export type Versus = {
  sides: Sides;
  /** What each comes to; its `after` is the side itself. Null until both are computed. */
  outcomes: Record<SideName, ScenarioEvaluation> | null;
  error: unknown;
  /** Area index → place in the columns of both outcomes. */
  places: ReadonlyMap<number, number>;
};

const VersusContext = createContext<Versus | null>(null);

export function useVersus(): Versus {
  const versus = useContext(VersusContext);
  if (versus === null) throw new Error('useVersus belongs inside VersusProvider');
  return versus;
}

/** What a side is evaluated with. What is now has the assumptions of the scenario beside it, so that they do not differ. */
function questionOf(side: ScenarioDocument | null, other: ScenarioDocument | null) {
  return { edits: side?.edits ?? [], parameters: (side ?? other)?.parameters ?? {} };
}

type Answer = { for: Sides; outcomes: Versus['outcomes']; error: unknown };

/** Evaluates both sides on the ground of the scenario in view, by the one evaluation that everything else uses. */
export function VersusProvider({ children }: { children: ReactNode }) {
  const sides = useSides();
  const ground = useOpenScenario();
  // The facilities that either side opens, changes or closes are needed for both.
  const together = useMemo(() => {
    const edits = SIDES.flatMap(name => sides[name].scenario?.edits ?? []);
    return ground === null ? null : { ...ground, edits };
  }, [ground, sides]);
  const indices = SIDES.flatMap(name => panelIndices(sides[name].scenario?.parameters.index));
  const prepared = usePrepared(together, indices);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (prepared === null || sides.state !== 'ready') return;
    let wanted = true;
    const settle = (outcomes: Versus['outcomes'], error: unknown) => {
      if (wanted) setAnswer({ for: sides, outcomes, error });
    };
    if ('refused' in prepared) {
      settle(null, prepared.refused);
      return;
    }
    const { key, setting } = prepared;
    const asked = SIDES.map(name => {
      const other = name === 'left' ? sides.right : sides.left;
      return evaluateInWorker(key, setting, questionOf(sides[name].scenario, other.scenario));
    });
    Promise.all(asked).then(
      ([left, right]) => settle(left && right ? { left, right } : null, null),
      (error: unknown) => settle(null, error),
    );
    return () => {
      wanted = false;
    };
  }, [prepared, sides]);

  const outcomes = answer?.for === sides ? answer.outcomes : null;
  const error = answer?.for === sides ? answer.error : null;
  const index = outcomes?.right.areas.index;
  const places = useMemo(
    () => new Map(Array.from(index ?? [], (area, place) => [area, place] as const)),
    [index],
  );
  const versus = useMemo(() => ({ sides, outcomes, error, places }), [sides, outcomes, error, places]);
  return <VersusContext value={versus}>{children}</VersusContext>;
}
