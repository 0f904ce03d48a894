import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { PANEL_INDICES } from '../../core/concentration/registry.ts';
import { type AnyIndex, anyIndexById, needsContiguity } from '../../core/concentration/spatial-registry.ts';
import type { ScenarioMarginal } from '../../core/scenario/marginal.ts';
import { useView } from '../state/view.ts';
import { marginalInWorker } from '../worker/marginal.ts';
import type { MarginalQuestion } from '../worker/messages.ts';
import { useEvaluation } from './evaluation.tsx';
import { latestOnly } from './latestOnly.ts';

export type Marginal = {
  index: AnyIndex;
  /** The index as the scenario has it. */
  value: number;
  /** Change of the index by area index, NaN outside the scope. */
  change: (areaIndex: number) => number;
  /** The largest change either way before any edit, on which the classes rest so that they stay. */
  scale: number;
};

const MarginalContext = createContext<Marginal | null>(null);

/**
 * What ten more social dwellings would do to the chosen index in each area of the open scenario; null outside one, while
 * the map shows something else, until the first answer, and where the index has no value.
 */
export const useMarginal = () => useContext(MarginalContext);

/** The index at the head of the panel: the planner's own, or the usual one. */
export function useChosenIndex(): string {
  const { scenario } = useEvaluation();
  return scenario?.parameters.index ?? PANEL_INDICES[0]!;
}

/** `places` are of the result that is asked about: the next one may have another scope. */
type Question = { of: string; places: ReadonlyMap<number, number>; ask: MarginalQuestion };
type Answer = Omit<Question, 'ask'> & { id: string; effects: ScenarioMarginal | null };

/** Asks anew with every result; the last answer stays on the map until the next one is there. */
export function MarginalProvider({ children }: { children: ReactNode }) {
  const { scenario, prepared, result, places } = useEvaluation();
  const id = useChosenIndex();
  const wanted = useView(view => view.shown === 'marginal');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const ask = useMemo(
    () =>
      latestOnly(
        (question: Question) => marginalInWorker(question.ask),
        ({ of, places: asked, ask: { id: index } }, outcome) =>
          setAnswer({ of, places: asked, id: index, effects: 'answer' in outcome ? outcome.answer : null }),
      ),
    [],
  );
  const of = scenario?.id;
  const areas = wanted ? (result?.areas ?? null) : null;
  const contiguity = (needsContiguity(id) ? prepared?.setting.contiguity : null) ?? null;

  useEffect(() => {
    if (areas !== null && of !== undefined) ask({ of, places, ask: { areas, id, contiguity } });
  }, [areas, places, of, id, contiguity, ask]);

  const shown = wanted && answer?.of === of && answer?.id === id ? answer : null;
  const marginal = useMemo((): Marginal | null => {
    if (shown === null || shown.effects === null) return null;
    const { effects, places: of } = shown;
    return {
      index: anyIndexById(shown.id),
      value: effects.value,
      change: areaIndex => effects.change[of.get(areaIndex) ?? -1] ?? Number.NaN,
      scale: effects.scale,
    };
  }, [shown]);
  return <MarginalContext value={marginal}>{children}</MarginalContext>;
}
