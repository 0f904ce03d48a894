import { create } from 'zustand';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import type { Curve } from '../../core/siting/curve.ts';
import type { Siting } from '../../core/siting/site.ts';
import { askInEvents } from '../data/events.ts';
import { bodyOf, type SitingAsk, useSitingAsk } from './ask.ts';
import { pointsOf } from './points.ts';

/** As it comes from the server: numbers that are not finite are null. */
export type FoundSiting = Omit<Siting, 'bound' | 'gap'> & { bound: number | null; gap: number | null };

/** How far a search is. */
export type SitingNews = { seconds: number; after: number; bound: number | null; gap: number | null };

/** A search for new places, of one scenario at a time. */
export type SitingSearch = {
  scenario: string;
  ask: SitingAsk;
  /** The edits it looked at, or that came of adopting it. */
  edits: readonly Edit[];
  adopted: boolean;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  news: SitingNews | null;
  siting: FoundSiting | null;
  /** Undefined until it is drawn; null for an aim that has none. */
  curve: Curve | null | undefined;
  error: unknown;
};

type State = { search: SitingSearch | null };
export const useSiting = create<State>()(() => ({ search: null }));

/** The search for a scenario; null where there is none. */
export const useSearchFor = (scenario: string): SitingSearch | null =>
  useSiting(({ search }) => (search?.scenario === scenario ? search : null));

const update = (change: Partial<SitingSearch>) =>
  useSiting.setState(({ search }) => (search === null ? {} : { search: { ...search, ...change } }));

let end: (() => void) | null = null;

/** Looks for new places for a scenario; a search that is under way ends. */
export function startSiting(scenario: ScenarioDocument): void {
  end?.();
  const ask = useSitingAsk.getState();
  const { id, edits } = scenario;
  useSiting.setState({
    search: {
      ...{ scenario: id, ask, edits, adopted: false, state: 'running' },
      ...{ news: null, siting: null, curve: undefined, error: null },
    },
  });
  end = askInEvents(
    '/siting',
    { scenario, ask: bodyOf(ask, pointsOf(id)) },
    {
      last: 'curve',
      told: ({ name, data }) => {
        if (name === 'progress') {
          const { best, ...news } = data as unknown as SitingNews & { best: FoundSiting | null };
          update(best === null ? { news } : { news, siting: best });
        }
        if (name === 'siting') update({ siting: data as unknown as FoundSiting, news: null });
        if (name === 'curve') update({ curve: (data as { curve: Curve | null }).curve, state: 'done' });
      },
      failed: error => update({ error, state: 'failed' }),
    },
  );
}

/** Ends a search, here and on the server; the best that it found stays. */
export function cancelSiting(): void {
  end?.();
  end = null;
  update({ state: 'cancelled', news: null });
}
