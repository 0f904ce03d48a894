import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { SpreadAnswer, SpreadBeside } from '../../core/spreading/answer.ts';
import type { CoupledAnswer } from '../../core/spreading/coupled/answer.ts';
import type { SpreadAsk } from '../../core/spreading/scenario.ts';
import { askInEvents } from '../data/events.ts';

/** How far the solver is. */
export type SearchNews = { seconds: number; value: number | null; bound: number | null; gap: number | null };

export type ServerListener = {
  news: (news: SearchNews, best: CoupledAnswer | null) => void;
  plan: (plan: SpreadAnswer) => void;
  beside: (beside: SpreadBeside) => void;
  failed: (error: unknown) => void;
};

/** Has the server look for a plan, for what the browser has no solver for; answers what ends the search. */
export function searchOnServer(
  scenario: ScenarioDocument,
  ask: SpreadAsk,
  listener: ServerListener,
): () => void {
  return askInEvents(
    '/spreading',
    { scenario, ask },
    {
      last: 'beside',
      told: ({ name, data }) => {
        if (name === 'progress') {
          const { best, ...news } = data as unknown as SearchNews & { best: CoupledAnswer | null };
          listener.news(news, best);
        }
        if (name === 'plan') listener.plan(data as unknown as SpreadAnswer);
        if (name === 'beside') listener.beside(data as unknown as SpreadBeside);
      },
      failed: listener.failed,
    },
  );
}
