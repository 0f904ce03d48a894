import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newScenario } from '../../core/scenario/edits.ts';
import type { EvaluationSetting } from '../../core/scenario/evaluate.ts';
import { NO_COUPLINGS } from '../../core/spreading/coupled/ask.ts';
import { cancelSearch, setAsk, startSearch, useSpreading } from '../../web/spreading/search.ts';
import type { SpreadMessage } from '../../web/worker/messages.ts';

/** A worker as the browser gives it, which says only what a test makes it say. */
class SilentWorker {
  static made: SilentWorker[] = [];
  onmessage: ((event: { data: SpreadMessage }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  ended = false;
  constructor() {
    SilentWorker.made.push(this);
  }
  postMessage() {}
  terminate() {
    this.ended = true;
  }
}

const setting: EvaluationSetting = {
  codes: ['A1', 'A2'],
  group: Float64Array.of(5, 0),
  total: Float64Array.of(10, 10),
  scope: null,
};
const scenario = newScenario({
  id: 'one',
  title: 'One',
  now: '2026-11-26T12:00:00Z',
  baseline: {
    region: 'demo',
    release: 'r',
    areasHash: 'a',
    level: 'sector',
    vintage: 2024,
    indicator: 'social_share',
    year: 2023,
    scope: null,
  },
});
const plan = {
  objective: 'hutchens',
  before: 0.5,
  after: 0.4,
  bound: 0.4,
  gap: 0,
  optimal: true,
  way: 'build' as const,
  dwellings: 3,
  indices: [],
  municipalities: [],
  areas: [],
  keptDwellings: 0,
};
const search = () => useSpreading.getState().search!;

describe('A search for a plan that is cancelled', () => {
  beforeEach(() => {
    SilentWorker.made = [];
    vi.stubGlobal('Worker', SilentWorker);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    setAsk({ couplings: null });
  });

  it('in the middle ends its worker, and nothing is found', () => {
    startSearch(scenario, setting);
    expect(search()).toMatchObject({ state: 'running', onServer: false, plan: null });
    cancelSearch();
    expect(SilentWorker.made.map(({ ended }) => ended)).toEqual([true]);
    expect(search()).toMatchObject({ state: 'cancelled', plan: null, error: null });
  });

  it('while prices are added keeps the plan that was found', () => {
    startSearch(scenario, setting);
    SilentWorker.made[0]!.onmessage!({ data: { kind: 'plan', plan } });
    cancelSearch();
    expect(SilentWorker.made[0]!.ended).toBe(true);
    expect(search()).toMatchObject({ state: 'cancelled', plan: { after: 0.4 }, beside: null });
  });

  it('by another one ends too', () => {
    startSearch(scenario, setting);
    startSearch(scenario, setting);
    expect(SilentWorker.made.map(({ ended }) => ended)).toEqual([true, false]);
    cancelSearch();
  });

  it('on the server hangs up, and keeps the best plan that was told', async () => {
    setAsk({ couplings: { ...NO_COUPLINGS, maxProjects: 2 } });
    let hungUp = false;
    const progress = { seconds: 1, value: 0.4, bound: 0.3, gap: 0.25, best: plan };
    const body = new ReadableStream<Uint8Array>({
      start: at =>
        at.enqueue(new TextEncoder().encode(`event: progress\ndata: ${JSON.stringify(progress)}\n\n`)),
    });
    vi.stubGlobal('fetch', async (_: unknown, { signal }: RequestInit) => {
      signal!.addEventListener('abort', () => {
        hungUp = true;
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    });
    startSearch(scenario, setting);
    await vi.waitFor(() => expect(search()).toMatchObject({ onServer: true, news: { gap: 0.25 } }));
    cancelSearch();
    expect(hungUp).toBe(true);
    expect(search()).toMatchObject({ state: 'cancelled', plan: { after: 0.4 }, error: null });
  });
});
