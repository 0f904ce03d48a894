import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { codePositions } from '../../core/areas/hierarchy.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { ScenarioEvaluation } from '../../core/scenario/evaluate.ts';
import { useOpenScenario } from '../state/baseline.ts';
import { useScene } from '../state/scene.tsx';
import { evaluateInWorker } from '../worker/evaluator.ts';
import { latestOnly } from './latestOnly.ts';
import { type Prepared, usePrepared } from './prepared.ts';

export type Evaluated = {
  /** The scenario that is open, in the Scenario place only. */
  scenario: ScenarioDocument | null;
  /** What it is evaluated on; null until that is there and where it is refused. */
  prepared: Evaluable | null;
  /** The last result; it stays on screen while the next one is computed. */
  result: ScenarioEvaluation | null;
  error: unknown;
  /** True when the numbers of this scope cannot be computed at all. */
  refused: boolean;
  /** Area index → place in the result's columns. */
  places: ReadonlyMap<number, number>;
};

export type Evaluable = Exclude<Prepared, { refused: unknown }>;

const nothing: Evaluated = {
  scenario: null,
  prepared: null,
  result: null,
  error: null,
  refused: false,
  places: new Map(),
};
const EvaluationContext = createContext<Evaluated>(nothing);

export const useEvaluation = () => useContext(EvaluationContext);

type Question = { prepared: Evaluable; scenario: Pick<ScenarioDocument, 'id' | 'edits' | 'parameters'> };
type Answer = { for: string; result: ScenarioEvaluation | null; error: unknown };

export function EvaluationProvider({ children }: { children: ReactNode }) {
  const scenario = useOpenScenario();
  const prepared = usePrepared(scenario);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const ask = useMemo(
    () =>
      latestOnly(
        ({ prepared: { key, setting }, scenario: asked }: Question) => evaluateInWorker(key, setting, asked),
        ({ scenario: { id } }, outcome) =>
          setAnswer(
            'answer' in outcome
              ? { for: id, result: outcome.answer, error: null }
              : { for: id, result: null, error: outcome.error },
          ),
      ),
    [],
  );
  const id = scenario?.id;
  const edits = scenario?.edits;
  const parameters = scenario?.parameters;
  const evaluable = prepared === null || 'refused' in prepared ? null : prepared;

  useEffect(() => {
    if (evaluable === null || edits === undefined || parameters === undefined || id === undefined) return;
    ask({ prepared: evaluable, scenario: { id, edits, parameters } });
  }, [evaluable, edits, parameters, id, ask]);

  const refusal = prepared !== null && 'refused' in prepared ? prepared.refused : null;
  const own = answer?.for === id && refusal === null ? answer : null;
  const result = own?.result ?? null;
  const error = refusal ?? own?.error ?? null;
  const places = useMemo(
    () => new Map(Array.from(result?.areas.index ?? [], (index, place) => [index, place] as const)),
    [result],
  );
  const evaluated = useMemo(
    () =>
      scenario === null
        ? nothing
        : { scenario, prepared: evaluable, result, error, refused: error !== null, places },
    [scenario, evaluable, result, error, places],
  );
  return <EvaluationContext value={evaluated}>{children}</EvaluationContext>;
}

/** Names of areas by code, for lists of edits. */
export function useAreaNames(): (code: string) => string | null {
  const { areas } = useScene();
  return code => {
    const index = areas === undefined ? undefined : codePositions(areas).get(code);
    return index === undefined ? null : (areas?.names[index] ?? null);
  };
}
