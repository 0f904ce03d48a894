import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { codePositions } from '../../core/areas/hierarchy.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { EvaluationSetting, ScenarioEvaluation } from '../../core/scenario/evaluate.ts';
import { evaluationSetting } from '../../core/scenario/setting.ts';
import { useOpenScenario } from '../state/baseline.ts';
import { useScene } from '../state/scene.tsx';
import { evaluateInWorker } from '../worker/evaluator.ts';
import { useValuesBeside } from './beside.ts';

export type Evaluated = {
  /** The scenario that is open, in the Scenario place only. */
  scenario: ScenarioDocument | null;
  /** The last result; it stays on screen while the next one is computed. */
  result: ScenarioEvaluation | null;
  error: unknown;
  /** True when the numbers of this scope cannot be computed at all. */
  refused: boolean;
  /** Area index → place in the result's columns. */
  places: ReadonlyMap<number, number>;
};

const nothing: Evaluated = { scenario: null, result: null, error: null, refused: false, places: new Map() };
const EvaluationContext = createContext<Evaluated>(nothing);

export const useEvaluation = () => useContext(EvaluationContext);

type Prepared = { key: string; setting: EvaluationSetting } | { refused: unknown };

/** What the worker needs besides the edits; null until the scenario's own values are on screen. */
export function usePrepared(scenario: ScenarioDocument | null): Prepared | null {
  const { values, columns, levels, areas, release } = useScene();
  const baseline = scenario?.baseline;
  const poverty = useValuesBeside(baseline ?? null, 'child_poverty');
  return useMemo(() => {
    // Parents may still be on their way, and without them a scope has no areas.
    if (baseline === undefined || values === undefined || areas === undefined || columns.size < levels.length)
      return null;
    const { indicator, level, year, scope } = baseline;
    if (values.indicator !== indicator || values.level !== level || values.year !== year) return null;
    try {
      const key = [release.hash, areas.hash, year, scope?.level, scope?.code, poverty?.year].join('|');
      const beside = { poverty: poverty?.value ?? null };
      return { key, setting: evaluationSetting(baseline, columns, values, beside) };
    } catch (refused) {
      return { refused };
    }
  }, [baseline, values, columns, levels, areas, release.hash, poverty]);
}

export function EvaluationProvider({ children }: { children: ReactNode }) {
  const scenario = useOpenScenario();
  const prepared = usePrepared(scenario);
  const [answer, setAnswer] = useState<{
    for: string;
    result: ScenarioEvaluation | null;
    error: unknown;
  } | null>(null);
  const id = scenario?.id;
  const edits = scenario?.edits;
  const parameters = scenario?.parameters;

  useEffect(() => {
    if (prepared === null || edits === undefined || parameters === undefined || id === undefined) return;
    let wanted = true;
    const settle = (result: ScenarioEvaluation | null, error: unknown) => {
      if (wanted) setAnswer({ for: id, result, error });
    };
    if ('refused' in prepared) {
      settle(null, prepared.refused);
      return;
    }
    evaluateInWorker(prepared.key, prepared.setting, { edits, parameters }).then(
      result => settle(result, null),
      (error: unknown) => settle(null, error),
    );
    return () => {
      wanted = false;
    };
  }, [prepared, edits, parameters, id]);

  const result = answer?.for === id ? (answer?.result ?? null) : null;
  const error = answer?.for === id ? (answer?.error ?? null) : null;
  const places = useMemo(
    () => new Map(Array.from(result?.areas.index ?? [], (index, place) => [index, place] as const)),
    [result],
  );
  const evaluated = useMemo(
    () => (scenario === null ? nothing : { scenario, result, error, refused: error !== null, places }),
    [scenario, result, error, places],
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
