import { create } from 'zustand';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import type { EvaluationSetting } from '../../core/scenario/evaluate.ts';
import type { SpreadAnswer, SpreadBeside } from '../../core/spreading/answer.ts';
import { needsSolver } from '../../core/spreading/coupled/ask.ts';
import { DEFAULT_OBJECTIVE } from '../../core/spreading/objectives.ts';
import type { Way } from '../../core/spreading/plan-by.ts';
import type { SpreadAsk } from '../../core/spreading/scenario.ts';
import { isSmoothed } from '../../core/spreading/smoothed-dissimilarity.ts';
import { searchInWorker } from '../worker/spreader.ts';
import { goesAlone, objectiveChoice, objectiveOf, objectivesOf } from './objectiveChoice.ts';
import { type SearchNews, searchOnServer } from './serverSearch.ts';

/** A search for a plan, of one scenario at a time. */
export type Search = {
  /** The scenario it is for. */
  scenario: string;
  ask: SpreadAsk;
  /** The edits it looked at, or that came of adopting its plan. */
  edits: readonly Edit[];
  adopted: boolean;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  plan: SpreadAnswer | null;
  beside: SpreadBeside | null;
  /** Where it is looked for, and how far the server's solver is. */
  onServer: boolean;
  news: SearchNews | null;
  error: unknown;
};

type State = {
  /** What is asked for, as the form has it; the same for every scenario. */
  ask: SpreadAsk;
  search: Search | null;
};

export const useSpreading = create<State>()(() => ({
  ask: { dwellings: 100, objective: DEFAULT_OBJECTIVE, perArea: 20, maxShare: null, minProject: 1 },
  search: null,
}));

export const setAsk = (change: Partial<SpreadAsk>) =>
  useSpreading.setState(({ ask }) => ({ ask: { ...ask, ...change } }));

/** Another number; a range that began below it has its end there too. */
export const setDwellings = (dwellings: number) => {
  const { dwellingsMost: most = null } = useSpreading.getState().ask;
  setAsk({ dwellings, dwellingsMost: most === null ? null : Math.max(most, dwellings) });
};

/** Another way; an objective that does not go with it is left for the usual one. */
export const setWay = (way: Way) => {
  const choice = objectiveChoice(useSpreading.getState().ask.objective);
  const { first } = objectivesOf(way).includes(choice.first) ? choice : { first: DEFAULT_OBJECTIVE };
  setAsk({
    way,
    objective: objectiveOf({ ...choice, first, ...(way === 'build' ? {} : { tolerancePercent: 0 }) }),
  });
};

let end: (() => void) | null = null;

const update = (change: Partial<Search>) =>
  useSpreading.setState(({ search }) => (search === null ? {} : { search: { ...search, ...change } }));

/** What the form shows of an ask: what does not go with its way or objective is left out, and is there again after. */
function askedFor(ask: SpreadAsk): SpreadAsk {
  if (goesAlone(ask.objective))
    return { ...ask, minProject: 1, dwellingsMost: null, couplings: null, provenFrontier: false };
  if (ask.way === undefined || ask.way === 'build')
    return ask.couplings?.familyShare == null ? ask : { ...ask, bedrooms: null };
  const { municipalities: quotas = [], ...rest } = ask;
  const municipalities = ask.way === 'convert' ? quotas : [];
  return {
    ...rest,
    municipalities,
    minProject: 1,
    dwellingsMost: null,
    couplings: null,
    provenFrontier: false,
    bedrooms: null,
  };
}

/** Looks for the best plan for a scenario, on the server where that needs its solver; a search that is under way ends. */
export function startSearch(scenario: ScenarioDocument, setting: EvaluationSetting): void {
  end?.();
  const ask = askedFor(useSpreading.getState().ask);
  const { id, edits } = scenario;
  // Who touches whom is known there, and the solver is there.
  const onServer = needsSolver(ask) || isSmoothed(ask.objective) || ask.provenFrontier === true;
  useSpreading.setState({
    search: {
      scenario: id,
      ask,
      edits,
      adopted: false,
      state: 'running',
      plan: null,
      beside: null,
      onServer,
      news: null,
      error: null,
    },
  });
  const failed = (error: unknown) => update({ error, state: 'failed' });
  end = onServer
    ? searchOnServer(scenario, ask, {
        news: (news, best) => update(best === null ? { news } : { news, plan: best }),
        plan: plan => update({ plan, news: null }),
        beside: beside => update({ beside, state: 'done' }),
        failed,
      })
    : searchInWorker(
        { setting, edits, ask },
        {
          told: message => {
            if (message.kind === 'plan') update({ plan: message.plan });
            else update({ beside: message.beside, state: 'done' });
          },
          failed,
        },
      );
}

/** Ends a search; the plan it may have found already stays. */
export function cancelSearch(): void {
  end?.();
  end = null;
  update({ state: 'cancelled' });
}
