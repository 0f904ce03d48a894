import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { scenario } from '../core/scenario/example.ts';

const browser = await vi.hoisted(async () => (await import('./browser-database.ts')).browserDatabase());
vi.mock('../../web/state/database.ts', () => ({ database: browser.open }));
const place = { hash: '', pathname: '/', search: '', origin: 'https://plan.example' };
vi.stubGlobal('location', place);
vi.stubGlobal('history', {
  state: null,
  replaceState: () => {
    place.hash = '';
  },
});

const { startTexts } = await import('../../web/i18n/catalogue.ts');
const { openShared, useShared } = await import('../../web/scenario/shared.ts');
const { useView } = await import('../../web/state/view.ts');
const { change, useWorkspace } = await import('../../web/state/workspace.ts');
const { rememberLink } = await import('../../web/state/serverLinks.ts');

await startTexts('nl').catch(() => undefined);

/** A link leads to number `x`; both browsers know their scenario under it. */
const theirs: ScenarioDocument = {
  ...scenario(),
  id: 'x',
  title: 'theirs',
  updatedAt: '2026-11-26T12:00:00Z',
};
const mine: ScenarioDocument = { ...scenario(), id: 'x', title: 'mine', updatedAt: '2026-11-26T11:00:00Z' };
const own = {
  scenario: 'x',
  serverId: 'S',
  secret: 'own secret',
  revision: 3,
  storedUpdatedAt: mine.updatedAt,
};
const way = {
  scenario: 'x',
  serverId: 'L',
  via: 'link' as const,
  secret: 'link secret',
  revision: 7,
  storedUpdatedAt: theirs.updatedAt,
};

/** The server: what the link opens, and the links of the scenario that this browser has there (null: it is gone). */
function serve(document: ScenarioDocument, links: string[] | null | 'silent'): void {
  const answer = (status: number, body: object) => new Response(JSON.stringify(body), { status });
  vi.stubGlobal('fetch', async (url: string) => {
    if (url === '/api/v1/links/L') {
      const { updatedAt } = document;
      return answer(200, { kind: 'editable', revision: 7, updatedAt, document });
    }
    if (links === 'silent') throw new TypeError('no network');
    if (links === null)
      return answer(404, { type: 'https://plan.example/problems/not-found', detail: 'gone' });
    return answer(200, {
      links: links.map(id => ({ id, kind: 'editable', revision: null, createdAt: '2026-11-26T10:00:00Z' })),
    });
  });
}

async function open(): Promise<void> {
  place.hash = '#share=L.link secret';
  openShared();
  await vi.waitFor(() => expect(useShared.getState().opening.state).not.toBe('opening'));
}

const here = (...scenarios: ScenarioDocument[]) =>
  change('create', workspace => ({ ...workspace, scenarios }));
const workspace = () => useWorkspace.getState().workspace;
const titles = () => workspace().scenarios.map(one => one.title);
const links = () => useWorkspace.getState().links;
const titled = (title: string) => workspace().scenarios.find(one => one.title === title);

beforeEach(() => {
  browser.clear();
  useView.setState({ scenario: null });
  useWorkspace.setState({ kept: 'kept', links: new Map(), notices: [] });
  change('create', () => ({ scenarios: [], deleted: [] }));
});
afterAll(() => vi.unstubAllGlobals());

describe('a link to work together', () => {
  it('that meets nothing becomes a scenario of this browser with its way back', async () => {
    serve(theirs, []);
    await open();
    expect(titles()).toEqual(['theirs']);
    expect(links().get('x')).toEqual(way);
    expect(browser.rows('links')).toEqual([way]);
    expect(place.hash).toBe('');
  });

  it.each([
    ['is another one on the server', []],
    ['is no longer on the server', null],
  ])('that meets a scenario of the same number, which %s, sets that beside it with its own way', async (_, known) => {
    here(mine);
    await rememberLink(own);
    serve(theirs, known);
    await open();
    expect(titles().sort()).toEqual(['mine (kopie)', 'theirs']);
    expect(links().get('x')).toEqual(way);
    const aside = titled('mine (kopie)')!;
    expect(links().get(aside.id)).toEqual({ ...own, scenario: aside.id });
    expect(useView.getState().scenario).toBe('x');
    // Both ways are kept: a secret is given out once.
    expect(browser.rows('links')).toHaveLength(2);
  });

  it('that leads to the own scenario goes on by the own secret', async () => {
    here(mine);
    await rememberLink(own);
    serve(theirs, ['L']);
    await open();
    expect(titles()).toEqual(['theirs']);
    expect(links().get('x')).toEqual({ ...own, revision: 7, storedUpdatedAt: theirs.updatedAt });
    // What was here is a version.
    expect(browser.rows('versions')).toMatchObject([{ scenario: 'x', document: { title: 'mine' } }]);
  });

  it('that leads to the own scenario takes no work that the server does not have', async () => {
    const ahead = { ...mine, updatedAt: '2026-11-26T13:00:00Z' };
    here(ahead);
    await rememberLink(own);
    serve(theirs, ['L']);
    await open();
    expect(workspace().scenarios).toEqual([ahead]);
    expect(links().get('x')).toEqual(own);
  });

  it('changes nothing where nobody says whether it leads to the own scenario', async () => {
    here(mine);
    await rememberLink(own);
    serve(theirs, 'silent');
    await open();
    expect(useShared.getState().opening).toMatchObject({ state: 'failed', error: { code: 'unavailable' } });
    expect(workspace().scenarios).toEqual([mine]);
    expect(links().get('x')).toEqual(own);
    // It is still in the address, to be tried again.
    expect(place.hash).not.toBe('');
  });

  it('that meets a scenario without a way to the server sets that aside as a deleted one, and says so', async () => {
    here(mine);
    serve(theirs, []);
    await open();
    expect(titles()).toEqual(['theirs']);
    expect(workspace().deleted).toMatchObject([{ document: { title: 'mine' } }]);
    expect(useWorkspace.getState().notices).toMatchObject([{ kind: 'replaced', copy: 'mine' }]);
    expect(links().get('x')).toEqual(way);
  });

  it('that was opened before lets unsent work go on; by a new link it is compared before anything is written', async () => {
    const ahead = { ...mine, updatedAt: '2026-11-26T13:00:00Z' };
    here(ahead);
    await rememberLink({ ...way, secret: 'old', revision: 6, storedUpdatedAt: mine.updatedAt });
    serve(theirs, []);
    await open();
    expect(workspace().scenarios).toEqual([ahead]);
    // The revision stays that of before, so that sending meets what the others wrote.
    expect(links().get('x')).toEqual({ ...way, revision: 6, storedUpdatedAt: mine.updatedAt });

    await rememberLink({ ...way, serverId: 'older', revision: 6, storedUpdatedAt: mine.updatedAt });
    await open();
    expect(workspace().scenarios).toEqual([ahead]);
    expect(links().get('x')).toEqual({ ...way, revision: 0, storedUpdatedAt: mine.updatedAt });
  });
});
