import { type ProblemCode, ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { SpreadAnswer, SpreadBeside } from '../../core/spreading/answer.ts';
import type { CoupledAnswer } from '../../core/spreading/coupled/answer.ts';
import type { SpreadAsk } from '../../core/spreading/scenario.ts';
import { apiUrl, send } from '../data/http.ts';

/** How far the solver is. */
export type SearchNews = { seconds: number; value: number | null; bound: number | null; gap: number | null };

export type ServerListener = {
  news: (news: SearchNews, best: CoupledAnswer | null) => void;
  plan: (plan: SpreadAnswer) => void;
  beside: (beside: SpreadBeside) => void;
  failed: (error: unknown) => void;
};

type Told = { name: string; data: Record<string, unknown> };

/** Has the server look for a plan, for what the browser has no solver for; answers what ends the search. */
export function searchOnServer(
  scenario: ScenarioDocument,
  ask: SpreadAsk,
  listener: ServerListener,
): () => void {
  const control = new AbortController();
  const run = async () => {
    const response = await send(apiUrl('/spreading'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ scenario, ask }),
      signal: control.signal,
    });
    let isDone = false;
    for await (const event of eventsOf(response.body!)) {
      isDone = event.name === 'beside';
      pass(event, listener);
    }
    if (!isDone) throw new ProblemError('unavailable', 'The server ended the search before its answer');
  };
  run().catch((error: unknown) => {
    if (control.signal.aborted) return;
    // A stream that breaks off is a network that went away.
    listener.failed(
      error instanceof ProblemError ? error : new ProblemError('unavailable', String(error), {}, error),
    );
  });
  return () => control.abort();
}

function pass({ name, data }: Told, listener: ServerListener): void {
  if (name === 'progress') {
    const { best, ...news } = data as unknown as SearchNews & { best: CoupledAnswer | null };
    listener.news(news, best);
  }
  if (name === 'plan') listener.plan(data as unknown as SpreadAnswer);
  if (name === 'beside') listener.beside(data as unknown as SpreadBeside);
  if (name !== 'problem') return;
  const { type, detail } = data as { type: string; detail: string };
  throw new ProblemError((type.split('/').pop() || 'internal') as ProblemCode, detail, data);
}

/** Server-sent events of an answer, one after the other. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Told> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/m.exec(part) ?? [];
      if (name !== undefined && data !== undefined) yield { name, data: JSON.parse(data) };
    }
  }
}
