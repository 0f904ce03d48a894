import { create } from 'zustand';
import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import type { Curve } from '../../core/siting/curve.ts';
import type { Siting } from '../../core/siting/site.ts';
import { apiUrl, send } from '../data/http.ts';

export const CANDIDATES = ['lattice', 'sites', 'green', 'schoolyards'] as const;
export type Candidates = (typeof CANDIDATES)[number];

/** What is asked for, as the form has it; the same for every scenario. */
export type SitingAsk = {
  functions: readonly string[];
  places: number;
  withinM: number;
  povertyWeight: number;
  candidates: Candidates;
  sideM: number;
  spacingM: number;
};

/** A search for new places, of one scenario at a time; the server has the solver. */
export type SitingSearch = {
  scenario: string;
  ask: SitingAsk;
  /** The edits it looked at, or that came of adopting it. */
  edits: readonly Edit[];
  adopted: boolean;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  siting: Siting | null;
  curve: Curve | null;
  error: unknown;
};

export const useSiting = create<{ ask: SitingAsk; search: SitingSearch | null }>()(() => ({
  ask: {
    functions: ['play'],
    places: 2,
    withinM: 400,
    povertyWeight: 1,
    candidates: 'lattice',
    sideM: 250,
    spacingM: 0,
  },
  search: null,
}));

export const setSitingAsk = (change: Partial<SitingAsk>) =>
  useSiting.setState(({ ask }) => ({ ask: { ...ask, ...change } }));

const update = (change: Partial<SitingSearch>) =>
  useSiting.setState(({ search }) => (search === null ? {} : { search: { ...search, ...change } }));

let underWay: AbortController | null = null;

const bodyOf = ({ functions, places, withinM, povertyWeight, candidates, sideM, spacingM }: SitingAsk) => ({
  functions: functions.map(id => ({ id, withinM })),
  ...{ places, povertyWeight, spacingM },
  together: functions.length > 1,
  candidates: candidates === 'lattice' ? { kind: candidates, sideM } : { kind: candidates },
});

/** Looks for new places for a scenario; a search that is under way ends. */
export async function startSiting(scenario: ScenarioDocument): Promise<void> {
  underWay?.abort();
  const control = new AbortController();
  underWay = control;
  const { ask } = useSiting.getState();
  const { id, edits } = scenario;
  useSiting.setState({
    search: {
      ...{ scenario: id, ask, edits, adopted: false, state: 'running' },
      ...{ siting: null, curve: null, error: null },
    },
  });
  try {
    const response = await send(apiUrl('/siting'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scenario, ask: bodyOf(ask) }),
      signal: control.signal,
    });
    const { siting, curve } = (await response.json()) as { siting: Siting; curve: Curve | null };
    if (underWay === control) update({ siting, curve, state: 'done' });
  } catch (error) {
    if (control.signal.aborted) return;
    update({
      state: 'failed',
      error: error instanceof ProblemError ? error : new ProblemError('internal', String(error)),
    });
  }
}

/** Ends a search; hanging up stops the server's too. */
export function cancelSiting(): void {
  underWay?.abort();
  underWay = null;
  update({ state: 'cancelled' });
}
