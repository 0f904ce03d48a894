import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../core/problem.ts';
import { askInEvents, type Told } from '../../web/data/events.ts';

afterEach(() => vi.unstubAllGlobals());

/** An answer that comes in pieces, cut anywhere. */
function answers(...pieces: string[]): void {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
  vi.stubGlobal(
    'fetch',
    async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
  );
}

/** Asks, and waits for the last event or a failure. */
function heard(): Promise<{ events: Told[]; error: unknown }> {
  const events: Told[] = [];
  return new Promise(resolve => {
    askInEvents(
      '/siting',
      {},
      {
        last: 'done',
        told: event => {
          events.push(event);
          if (event.name === 'done') resolve({ events, error: null });
        },
        failed: error => resolve({ events, error }),
      },
    );
  });
}

describe('an answer in events', () => {
  it('is heard in order, wherever the network cuts it, and past signs of life', async () => {
    answers(': working\n\neve', 'nt: progress\ndata: {"n"', ':1}\n\nevent: done\ndata: {}\n\n');
    const { events } = await heard();
    expect(events).toEqual([
      { name: 'progress', data: { n: 1 } },
      { name: 'done', data: {} },
    ]);
  });

  it('fails with the problem that it tells', async () => {
    answers('event: problem\ndata: {"type":"/problems/too-large","detail":"2,001 sites"}\n\n');
    const { error } = await heard();
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ code: 'too-large', message: '2,001 sites' });
  });

  it('fails where it breaks off before its end', async () => {
    answers('event: progress\ndata: {"n":1}\n\n');
    const { events, error } = await heard();
    expect(events).toHaveLength(1);
    expect(error).toMatchObject({ code: 'unavailable' });
  });
});
