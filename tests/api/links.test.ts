import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MOST_SAVES_A_MINUTE } from '../../server/routes/api/v1/links/routes.ts';
import { SCENARIO_BYTES } from '../../server/routes/api/v1/scenarios/schemas.ts';
import { MOST_LINKS } from '../../server/scenarios/links.ts';
import { MOST_VERSIONS } from '../../server/scenarios/versions.ts';
import { describeOnDatabases } from '../database.ts';
import { SETTINGS, testApp, withTestRegion } from './app.ts';
import { testScenario } from './scenario.ts';

type Kept = { id: string; secret: string; revision: number };
type Link = { id: string; secret: string; kind: string; revision: number | null; createdAt: string };
type Headers = InjectOptions['headers'];

describeOnDatabases('what is shared of a scenario', open => {
  const setup = withTestRegion(open);
  /** The same database under an app that others can reach, where nobody may write. */
  let elsewhere: Awaited<ReturnType<typeof testApp>>;
  let limited: typeof elsewhere;
  beforeAll(async () => {
    const away = { settings: { ...SETTINGS, host: '0.0.0.0' } };
    elsewhere = await testApp(setup.database, away);
    // Counts by itself, so that the other tests have all of theirs.
    limited = await testApp(setup.database, away);
  });
  afterAll(() => Promise.all([elsewhere?.close(), limited?.close()]));

  const send = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    payload?: unknown,
    headers: Headers = {},
    app = setup.app,
  ) =>
    app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { host: 'localhost:8080', ...headers },
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
  const titled = async (title: string) => ({ ...(await testScenario(setup.app, setup.release)), title });
  const keep = async () => (await send('POST', '/scenarios', await titled('First'))).json<Kept>();
  const owner = ({ secret }: Kept): Headers => ({ 'x-scenario-secret': secret });
  const change = async (kept: Kept, revision: number, title: string) =>
    send('PUT', `/scenarios/${kept.id}`, await titled(title), {
      ...owner(kept),
      'if-match': `"${revision}"`,
    });
  const link = async (kept: Kept, body: object) =>
    (await send('POST', `/scenarios/${kept.id}/links`, body, owner(kept))).json<Link>();
  const opened = ({ id, secret }: Pick<Link, 'id' | 'secret'>, app = setup.app) =>
    send('GET', `/links/${id}`, undefined, { 'x-link-secret': secret }, app);

  describe('versions', () => {
    test('are kept of every change and read by the owner alone', async () => {
      const kept = await keep();
      await change(kept, 1, 'Second');
      const list = await send('GET', `/scenarios/${kept.id}/versions`, undefined, owner(kept));
      expect(list.json()).toEqual({
        versions: [
          { revision: 2, title: 'Second', edits: 2, storedAt: expect.any(String) },
          { revision: 1, title: 'First', edits: 2, storedAt: expect.any(String) },
        ],
      });
      const first = await send('GET', `/scenarios/${kept.id}/versions/1`, undefined, owner(kept));
      expect(first.json()).toMatchObject({ revision: 1, document: await titled('First') });
      const path = `/scenarios/${kept.id}/versions`;
      expect((await send('GET', path)).statusCode).toBe(403);
      expect((await send('GET', `${path}/1`, undefined, { 'x-scenario-secret': 'x' })).statusCode).toBe(403);
      expect((await send('GET', `${path}/3`, undefined, owner(kept))).statusCode).toBe(404);
    });

    test('past the most there are go, the oldest first, but for one that a frozen link shows', async () => {
      const kept = await keep();
      await change(kept, 1, 'Second');
      const frozen = await link(kept, { kind: 'frozen', revision: 1 });
      await setup.database.pool.query('update scenarios set revision = $2 where id = $1', [
        kept.id,
        MOST_VERSIONS + 1,
      ]);
      await change(kept, MOST_VERSIONS + 1, 'Much later');
      const list = await send('GET', `/scenarios/${kept.id}/versions`, undefined, owner(kept));
      const { versions } = list.json<{ versions: { revision: number }[] }>();
      // The last of a day stays, and the one that the link shows.
      expect(versions.map(one => one.revision)).toEqual([MOST_VERSIONS + 2, 2, 1]);
      expect((await opened(frozen)).json()).toMatchObject({ document: { title: 'First' } });
    });
  });

  describe('a frozen link', () => {
    test('shows its version for good, to whoever has it, and changes nothing', async () => {
      const kept = await keep();
      const frozen = await link(kept, { kind: 'frozen' });
      expect(frozen).toMatchObject({ kind: 'frozen', revision: 1 });
      await change(kept, 1, 'Second');
      const answer = await opened(frozen, elsewhere);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.json()).toMatchObject({ kind: 'frozen', revision: 1, document: await titled('First') });
      expect(answer.body).not.toContain(kept.id);
      const headers = { 'x-link-secret': frozen.secret, 'if-match': '"1"' };
      const put = await send('PUT', `/links/${frozen.id}`, await titled('Mine'), headers);
      expect(put.statusCode).toBe(403);
      expect((await opened(frozen)).json()).toMatchObject({ document: { title: 'First' } });
    });

    test('can be of an earlier version, and of none that is not there', async () => {
      const kept = await keep();
      await change(kept, 1, 'Second');
      expect((await opened(await link(kept, { kind: 'frozen', revision: 1 }))).json()).toMatchObject({
        document: { title: 'First' },
      });
      const none = await send(
        'POST',
        `/scenarios/${kept.id}/links`,
        { kind: 'frozen', revision: 9 },
        owner(kept),
      );
      expect(none.statusCode).toBe(404);
    });
  });

  describe('an editable link', () => {
    test('lets several people change the scenario, where nothing else may be written, and overwrites nobody', async () => {
      const kept = await keep();
      const shared = await link(kept, { kind: 'editable' });
      const put = async (revision: number, title: string) =>
        send(
          'PUT',
          `/links/${shared.id}`,
          await titled(title),
          { 'x-link-secret': shared.secret, 'if-match': `"${revision}"` },
          elsewhere,
        );
      expect((await opened(shared, elsewhere)).json()).toMatchObject({ kind: 'editable', revision: 1 });
      const one = await put(1, 'One');
      expect(one.json()).toMatchObject({ kind: 'editable', revision: 2, document: { title: 'One' } });
      const other = await put(1, 'Other');
      expect(other.statusCode).toBe(412);
      expect(other.json()).toMatchObject({ revision: 2, document: { title: 'One' } });
      expect((await change(kept, 2, 'Owner')).json()).toMatchObject({ revision: 3 });
      expect((await opened(shared)).json()).toMatchObject({ revision: 3, document: { title: 'Owner' } });
      const headers = { 'x-link-secret': shared.secret };
      expect((await send('PUT', `/links/${shared.id}`, await titled('x'), headers)).statusCode).toBe(428);
      // The right to change it through the link is no right to anything else.
      const path = `/scenarios/${kept.id}`;
      const asOwner = { 'x-scenario-secret': shared.secret, 'if-match': '"3"' };
      expect((await send('DELETE', path, undefined, asOwner)).statusCode).toBe(403);
    });

    test('is no right to write anything else, with its secret in whichever header', async () => {
      const kept = await keep();
      const shared = await link(kept, { kind: 'editable' });
      const document = await titled('Mine');
      const headers = {
        'x-link-secret': shared.secret,
        'x-scenario-secret': shared.secret,
        'if-match': '"1"',
      };
      const tries = [
        ['POST', '/scenarios', document],
        ['PUT', `/scenarios/${kept.id}`, document],
        ['PUT', `/scenarios/${shared.id}`, document],
        ['DELETE', `/scenarios/${kept.id}`],
        ['POST', `/scenarios/${kept.id}/links`, { kind: 'frozen' }],
        ['DELETE', `/scenarios/${kept.id}/links/${shared.id}`],
        ['PUT', '/releases/current', { hash: setup.release }],
      ] as const;
      for (const [method, path, payload] of tries) {
        const answer = await send(method, path, payload, headers, elsewhere);
        expect([403, 404], `${method} ${path}: ${answer.body}`).toContain(answer.statusCode);
      }
      // Nor to read what only the owner reads.
      for (const path of ['versions', 'versions/1', 'links'])
        expect((await send('GET', `/scenarios/${kept.id}/${path}`, undefined, headers)).statusCode).toBe(403);
      expect((await opened(shared)).json()).toMatchObject({ revision: 1, document: { title: 'First' } });
    });

    test('takes a scenario of a size that a person makes, and nothing that is none', async () => {
      const kept = await keep();
      const shared = await link(kept, { kind: 'editable' });
      const put = (payload: unknown, headers: Headers = {}) =>
        send(
          'PUT',
          `/links/${shared.id}`,
          payload,
          { 'x-link-secret': shared.secret, 'if-match': '"1"', ...headers },
          elsewhere,
        );
      const large = { ...(await titled('Large')), note: 'x'.repeat(SCENARIO_BYTES) };
      expect((await put(large)).statusCode).toBe(413);
      expect((await put({ ...(await titled('x')), format: 'other' })).statusCode).toBe(400);
      expect((await put([])).statusCode).toBe(400);
      expect((await put('title=x', { 'content-type': 'application/x-www-form-urlencoded' })).statusCode).toBe(
        415,
      );
      // Without the right the answer is the same, however large the body is.
      expect((await put(large, { 'x-link-secret': 'guessed' })).statusCode).toBe(404);
      expect((await opened(shared)).json()).toMatchObject({ revision: 1 });
    });

    test('takes no more changes in a minute than people make', async () => {
      const kept = await keep();
      const shared = await link(kept, { kind: 'editable' });
      const document = await titled('Again');
      const put = () =>
        send(
          'PUT',
          `/links/${shared.id}`,
          document,
          { 'x-link-secret': shared.secret, 'if-match': '*' },
          limited,
        );
      for (let save = 0; save < MOST_SAVES_A_MINUTE; save++) expect((await put()).statusCode).toBe(200);
      const refused = await put();
      expect(refused.statusCode).toBe(429);
      expect(refused.json()).toMatchObject({ detail: expect.stringContaining('in a minute') });
      // Reading goes on.
      expect((await opened(shared, limited)).statusCode).toBe(200);
    });

    test('is ended by a new one and by revoking', async () => {
      const kept = await keep();
      const first = await link(kept, { kind: 'editable' });
      const second = await link(kept, { kind: 'editable' });
      expect((await opened(first)).statusCode).toBe(404);
      expect((await opened(second)).statusCode).toBe(200);
      const path = `/scenarios/${kept.id}/links/${second.id}`;
      expect((await send('DELETE', path)).statusCode).toBe(403);
      expect((await send('DELETE', path, undefined, owner(kept))).statusCode).toBe(204);
      expect((await send('DELETE', path, undefined, owner(kept))).statusCode).toBe(404);
      const headers = { 'x-link-secret': second.secret, 'if-match': '"1"' };
      expect((await send('PUT', `/links/${second.id}`, await titled('x'), headers)).statusCode).toBe(404);
    });
  });

  test('a link that is guessed, revoked, cut off or without its secret is answered in the same words', async () => {
    const kept = await keep();
    const [revoked, known] = [await link(kept, { kind: 'frozen' }), await link(kept, { kind: 'frozen' })];
    await send('DELETE', `/scenarios/${kept.id}/links/${revoked.id}`, undefined, owner(kept));
    const answers = await Promise.all([
      opened(revoked),
      opened({ id: known.id, secret: revoked.secret }),
      opened({ id: known.id, secret: '' }),
      opened({ id: known.id, secret: 'x'.repeat(500) }),
      opened({ id: 'AAAAAAAAAAAAAAAAAAAAAA', secret: known.secret }),
      opened({ id: known.id.slice(0, 9), secret: known.secret }),
      opened({ id: "x'; drop table scenario_links; --", secret: known.secret }),
      send('GET', `/links/${known.id}`),
      // Not even the id of a scenario with its own secret is a link.
      opened({ id: kept.id, secret: kept.secret }),
    ]);
    const said = answers.map(answer => {
      const { instance: _, ...rest } = answer.json<Record<string, unknown>>();
      return { status: answer.statusCode, rest };
    });
    expect(said[0]).toMatchObject({
      status: 404,
      rest: { detail: 'This link opens nothing: it was revoked, or it was not copied whole' },
    });
    for (const one of said) expect(one).toEqual(said[0]);
    expect((await opened(known)).statusCode).toBe(200);
  });

  test('links are listed without their secrets, of which the database has no trace', async () => {
    const kept = await keep();
    const made = [await link(kept, { kind: 'frozen' }), await link(kept, { kind: 'editable' })];
    const answer = await send('GET', `/scenarios/${kept.id}/links`, undefined, owner(kept));
    const { links } = answer.json<{ links: Link[] }>();
    const asListed = made.map(({ secret: _, ...rest }) => rest);
    expect(links).toHaveLength(2);
    expect(links).toEqual(expect.arrayContaining(asListed));
    expect((await send('GET', `/scenarios/${kept.id}/links`)).statusCode).toBe(403);
    const { rows } = await setup.database.pool.query('select * from scenario_links');
    for (const { secret } of made) expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('no more links are made than there may be, nor of a kind that is not known', async () => {
    const kept = await keep();
    await setup.database.pool.query(
      `insert into scenario_links (id, secret_hash, scenario, kind, revision)
       select $1 || n, repeat('0', 64), $1, 'frozen', 1 from generate_series(1, $2::int) n`,
      [kept.id, MOST_LINKS],
    );
    const more = await send('POST', `/scenarios/${kept.id}/links`, { kind: 'frozen' }, owner(kept));
    expect(more.statusCode).toBe(409);
    expect(more.json()).toMatchObject({ maximum: MOST_LINKS });
    const path = `/scenarios/${kept.id}/links`;
    expect((await send('POST', path, { kind: 'public' }, owner(kept))).statusCode).toBe(400);
    expect((await send('POST', path, { kind: 'frozen', until: 1 }, owner(kept))).statusCode).toBe(400);
    expect((await send('POST', path, { kind: 'frozen' }, { 'x-scenario-secret': 'x' })).statusCode).toBe(403);
    const away = await send('POST', path, { kind: 'frozen' }, owner(kept), elsewhere);
    expect(away.statusCode).toBe(403);
  });

  test('a scenario that is deleted takes its versions and links with it', async () => {
    const kept = await keep();
    const frozen = await link(kept, { kind: 'frozen' });
    const headers = { ...owner(kept), 'if-match': '"1"' };
    expect((await send('DELETE', `/scenarios/${kept.id}`, undefined, headers)).statusCode).toBe(204);
    expect((await opened(frozen)).statusCode).toBe(404);
    const { rows } = await setup.database.pool.query('select 1 from scenario_versions where scenario = $1', [
      kept.id,
    ]);
    expect(rows).toEqual([]);
  });
});
