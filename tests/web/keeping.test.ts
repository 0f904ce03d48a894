import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { scenario } from '../core/scenario/example.ts';

const browser = await vi.hoisted(async () => (await import('./browser-database.ts')).browserDatabase());
vi.mock('../../web/state/database.ts', () => ({ database: browser.open }));
vi.stubGlobal('window', new EventTarget());
vi.stubGlobal('localStorage', {});

const { keepAgain, openWorkspace } = await import('../../web/state/keeping.ts');
const { isOwing, keepRecord, withOwed } = await import('../../web/state/owed.ts');
const { forgetLink, rememberLink, stopWaiting, wait } = await import('../../web/state/serverLinks.ts');
const { dropUnnamed, keepVersion, versionsOf } = await import('../../web/state/versionKeeping.ts');
const { change, useWorkspace } = await import('../../web/state/workspace.ts');

const link = (id: string, secret = 'secret') => ({
  scenario: id,
  serverId: `server-${id}`,
  secret,
  revision: 1,
  storedUpdatedAt: '2026-11-26T10:00:00Z',
});
const named = (id: string, title = id) => ({ ...scenario(), id, title });
const state = () => useWorkspace.getState();
const isKept = () => vi.waitFor(() => expect([state().kept, isOwing()]).toEqual(['kept', false]));
const hasFailed = () => vi.waitFor(() => expect(state().kept).toBe('failed'));

openWorkspace();
await isKept();

beforeEach(async () => {
  browser.room.letters = null;
  browser.room.forbidden = false;
  keepAgain();
  await isKept();
  browser.clear();
});
afterAll(() => vi.unstubAllGlobals());

describe('what belongs to a scenario where the browser is full', () => {
  it('holds in this tab, is said, and is written once there is room', async () => {
    browser.room.letters = 0;
    await rememberLink(link('x'));
    await wait('x');
    await keepRecord('given', 'g', { id: 'g', scenario: 'x', secret: 'given once' });
    await hasFailed();
    expect(state().fault).toBe('full');
    expect(state().links.get('x')?.secret).toBe('secret');
    expect(state().waiting.has('x')).toBe(true);
    // Another tab that tells its news does not take away what is known here alone.
    expect(withOwed('given', []).get('g')?.secret).toBe('given once');
    expect([...withOwed('waiting', []).keys()]).toEqual(['x']);
    for (const store of ['links', 'waiting', 'given']) expect(browser.rows(store)).toEqual([]);

    browser.room.letters = null;
    keepAgain();
    await isKept();
    expect(state().fault).toBeNull();
    expect(browser.rows('links')).toEqual([link('x')]);
    expect(browser.rows('waiting')).toMatchObject([{ scenario: 'x' }]);
    expect(browser.rows('given')).toEqual([{ id: 'g', scenario: 'x', secret: 'given once' }]);
  });

  it('is written as it was decided last', async () => {
    browser.room.forbidden = true;
    await rememberLink(link('x', 'first'));
    await rememberLink(link('x', 'second'));
    await rememberLink(link('y'));
    await forgetLink('y');
    await stopWaiting('x');
    await wait('x');
    await stopWaiting('x');
    await hasFailed();
    expect(state().fault).toBe('forbidden');
    browser.room.forbidden = false;
    keepAgain();
    await isKept();
    expect(browser.rows('links')).toEqual([link('x', 'second')]);
    expect(browser.rows('waiting')).toEqual([]);
  });

  it('goes before history: versions without a name make room, at once', async () => {
    await keepVersion(named('x', 'one'), 'paused');
    await keepVersion(named('x', 'two'), 'named', 'kept');
    browser.room.letters = browser.lettersUsed();
    await rememberLink(link('x'));
    await isKept();
    expect(browser.rows('links')).toEqual([link('x')]);
    expect((await versionsOf('x')).map(one => one.name)).toEqual(['kept']);
  });
});

describe('a scenario where the browser is full', () => {
  it('takes the room of versions without a name; those with one stay', async () => {
    await keepVersion(named('x', 'one'), 'opened');
    await keepVersion(named('x', 'two'), 'named', 'kept');
    browser.room.letters = browser.lettersUsed() + 10;
    change('create', workspace => ({
      ...workspace,
      scenarios: [...workspace.scenarios, named('x', 'three')],
    }));
    await vi.waitFor(() => expect(browser.rows('scenarios')).toHaveLength(1));
    await isKept();
    expect(browser.rows('scenarios')).toMatchObject([{ id: 'x', document: { title: 'three' } }]);
    expect((await versionsOf('x')).map(one => one.document.title)).toEqual(['two']);
  });

  it('is said not to be kept where there is nothing more to drop, and history with names stays whole', async () => {
    await keepVersion(named('x', 'two'), 'named', 'kept');
    browser.room.letters = browser.lettersUsed();
    change('create', workspace => ({ ...workspace, scenarios: [...workspace.scenarios, named('y')] }));
    await hasFailed();
    expect(state().fault).toBe('full');
    expect(await versionsOf('x')).toHaveLength(1);
  });

  it('has no history to drop where every version has a name', async () => {
    expect(await dropUnnamed()).toBe(false);
    await keepVersion(named('x', 'two'), 'named', 'kept');
    expect(await dropUnnamed()).toBe(false);
    await keepVersion(named('x', 'three'), 'before');
    expect(await dropUnnamed()).toBe(true);
    expect(await dropUnnamed()).toBe(false);
  });
});

describe('a step that is taken back while it is written', () => {
  it('is kept as it is on screen, however far the writing was', async () => {
    const first = named('back', 'first');
    const put = (document: typeof first) =>
      change('rename', workspace => ({
        ...workspace,
        scenarios: [...workspace.scenarios.filter(one => one.id !== 'back'), document],
      }));
    put(first);
    await isKept();
    for (let ticks = 0; ticks < 30; ticks++) {
      put({ ...first, title: `second ${ticks}` });
      for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
      put(first);
      await isKept();
      const kept = browser.rows('scenarios').find(row => row.id === 'back');
      expect(kept, `after ${ticks} ticks`).toMatchObject({ document: { title: 'first' } });
    }
  });
});
