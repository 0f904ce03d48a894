import type { InjectOptions } from 'fastify';
import { describe, expect, test } from 'vitest';
import { addDwellings } from '../../core/scenario/edits.ts';
import { evaluateScenario } from '../../core/scenario/evaluate.ts';
import { describeOnDatabases } from '../database.ts';
import { get, withTestRegion } from './app.ts';
import { testScenario } from './scenario.ts';

type Kept = { id: string; secret: string; revision: number };
type Evaluated = {
  before: { indices: object };
  after: { indices: Record<string, { value: number }> };
  difference: object;
};

describeOnDatabases('scenarios', open => {
  const setup = withTestRegion(open);
  const send = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    payload?: unknown,
    headers: InjectOptions['headers'] = {},
  ) =>
    setup.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { host: 'localhost:8080', ...headers },
      ...(payload === undefined ? {} : { payload: payload as object }),
    });

  describe('evaluating', () => {
    test('gives before, after and the difference, as reckoned by hand', async () => {
      const response = await send(
        'POST',
        '/scenarios/evaluate',
        await testScenario(setup.app, setup.release),
      );
      expect(response.statusCode).toBe(200);
      const answer = response.json<Evaluated>();
      expect(answer).toMatchObject({
        release: setup.release,
        before: { zones: 11, social: 100, total: 850 },
        // 30 + 20 social dwellings and 10 others more.
        after: { zones: 11, social: 150, total: 910 },
        unknownAreas: [],
      });
      const { isolation, social_share, top_decile_share } = answer.after.indices;
      // (50·50/100 + 10·10/100 + 20·20/50 + 20·20/100 + 30·30/130 + 20·20/80) / 150
      expect(isolation?.value).toBeCloseTo((25 + 1 + 8 + 4 + 900 / 130 + 5) / 150, 12);
      expect(social_share?.value).toBeCloseTo(150 / 910, 12);
      // The two zones with most: S01 with 50 and S09 with 30.
      expect(top_decile_share?.value).toBeCloseTo(80 / 150, 12);
      expect(answer).not.toHaveProperty('areas');
    });

    test('gives every area when asked, within the scope', async () => {
      const document = await testScenario(setup.app, setup.release, {
        scope: { level: 'municipality', code: 'M2' },
      });
      const response = await send('POST', '/scenarios/evaluate?areas=true&indices=social_share', document);
      expect(response.json()).toMatchObject({
        areas: {
          index: [2, 3, 6, 7, 10, 11],
          socialBefore: [20, 0, 0, 0, 0, 0],
          socialAfter: [20, 20, 0, 0, 0, 0],
          totalAfter: [50, 80, 50, 50, 50, 0],
        },
      });
    });

    test('gives the same numbers as the function the browser runs', async () => {
      const document = await testScenario(setup.app, setup.release);
      const { columns } = (await get(setup.app, '/api/v1/values?indicator=social_share&level=sector')).json();
      const { codes } = (await get(setup.app, '/api/v1/areas/columns?level=sector')).json();
      const inBrowser = evaluateScenario({
        codes,
        group: Float64Array.from(columns.numerator),
        total: Float64Array.from(columns.denominator),
        scope: null,
        edits: document.edits,
      });
      const onServer = (await send('POST', '/scenarios/evaluate', document)).json<Evaluated>();
      expect(onServer.before.indices).toEqual(inBrowser.before.indices);
      expect(onServer.after.indices).toEqual(inBrowser.after.indices);
      expect(onServer.difference).toEqual(inBrowser.difference);
    });

    test('counts what is built, and keeps a file of version 1 as one of this version', async () => {
      const document = await testScenario(setup.app, setup.release);
      const added = {
        kind: 'add',
        areas: ['S09'],
        socialPerArea: 30,
        otherPerArea: 0,
        note: '',
        enabled: true,
      };
      const old = { ...document, version: 1, edits: [{ id: 'a', ...added }] };
      // S09 has 100 dwellings, none of them social; the whole region 100 of 850.
      expect((await send('POST', '/scenarios/evaluate', old)).json()).toMatchObject({
        after: { social: 130, total: 880 },
        programme: { newSocial: { unspecified: 30 }, builtSocial: 30, familyShare: null },
        problems: [],
      });
      const kept = (await send('POST', '/scenarios', old)).json<{ id: string }>();
      const read = (await send('GET', `/scenarios/${kept.id}`)).json();
      expect(read).toMatchObject({ document: { version: 2, edits: [{ kind: 'build' }] } });
    });

    test('names the areas that are not there, and refuses what is no scenario', async () => {
      const document = await testScenario(setup.app, setup.release);
      const edits = [addDwellings({ id: 'e', areas: ['S77'], socialPerArea: 1 })];
      expect((await send('POST', '/scenarios/evaluate', { ...document, edits })).json()).toMatchObject({
        unknownAreas: ['S77'],
        problems: [{ kind: 'unknown-area', edits: ['e'], areas: ['S77'] }],
      });
      const wrong = await send('POST', '/scenarios/evaluate', { ...document, surprise: 1 });
      expect(wrong.statusCode).toBe(400);
      expect(wrong.json()).toMatchObject({ detail: expect.stringContaining('surprise') });
      const text = await send('POST', '/scenarios/evaluate', { ...document, version: '1' });
      expect(text.statusCode).toBe(400);
    });

    test('says when the release or its areas are not those it was made on', async () => {
      const elsewhere = await testScenario(setup.app, '0'.repeat(64));
      expect((await send('POST', '/scenarios/evaluate', elsewhere)).statusCode).toBe(404);
      const otherAreas = await testScenario(setup.app, setup.release, { areasHash: 'f'.repeat(64) });
      expect((await send('POST', '/scenarios/evaluate', otherAreas)).statusCode).toBe(409);
    });
  });

  describe('keeping', () => {
    const keep = async () => {
      const response = await send('POST', '/scenarios', await testScenario(setup.app, setup.release));
      expect(response.statusCode).toBe(201);
      return { ...response.json<Kept>(), etag: response.headers.etag as string };
    };

    test('a kept scenario is read back unchanged under an id that cannot be guessed', async () => {
      const { id, secret, etag } = await keep();
      expect(id).toMatch(/^[\w-]{22}$/);
      expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
      const read = await get(setup.app, `/api/v1/scenarios/${id}`);
      expect(read.headers.etag).toBe(etag);
      expect(read.json()).toMatchObject({ id, title: 'Spreiding, één', revision: 1 });
      expect(read.json().document).toEqual(await testScenario(setup.app, setup.release));
      expect(read.body).not.toContain(secret);
    });

    test('the secret is stored as a hash only', async () => {
      const { secret } = await keep();
      const { rows } = await setup.database.pool.query('select * from scenarios');
      expect(JSON.stringify(rows)).not.toContain(secret);
    });

    test('there is no list of scenarios', async () => {
      expect((await get(setup.app, '/api/v1/scenarios')).statusCode).toBe(404);
    });

    test('a change needs the secret and the revision it was made on', async () => {
      const { id, secret } = await keep();
      const document = { ...(await testScenario(setup.app, setup.release)), title: 'Second' };
      const put = (headers: InjectOptions['headers']) => send('PUT', `/scenarios/${id}`, document, headers);
      expect((await put({ 'x-scenario-secret': secret })).statusCode).toBe(428);
      expect((await put({ 'if-match': '"1"' })).statusCode).toBe(403);
      expect((await put({ 'if-match': '"1"', 'x-scenario-secret': `${secret}x` })).statusCode).toBe(403);
      expect((await put({ 'if-match': 'nonsense', 'x-scenario-secret': secret })).statusCode).toBe(400);
      const changed = await put({ 'if-match': '"1"', 'x-scenario-secret': secret });
      expect(changed.statusCode).toBe(200);
      expect(changed.headers.etag).toBe('"2"');
      expect(changed.json()).toMatchObject({ title: 'Second', revision: 2 });
    });

    test('who comes second gets the other’s document instead of overwriting it', async () => {
      const { id, secret } = await keep();
      const mine = { ...(await testScenario(setup.app, setup.release)), title: 'Mine' };
      const headers = { 'if-match': '"1"', 'x-scenario-secret': secret };
      await send('PUT', `/scenarios/${id}`, { ...mine, title: 'Theirs' }, headers);
      const late = await send('PUT', `/scenarios/${id}`, mine, headers);
      expect(late.statusCode).toBe(412);
      expect(late.json()).toMatchObject({
        type: '/problems/precondition-failed',
        revision: 2,
        document: { title: 'Theirs' },
      });
    });

    test('of changes at the same moment one wins', async () => {
      const { id, secret } = await keep();
      const document = await testScenario(setup.app, setup.release);
      const headers = { 'if-match': '"1"', 'x-scenario-secret': secret };
      const answers = await Promise.all(
        ['a', 'b', 'c', 'd'].map(title => send('PUT', `/scenarios/${id}`, { ...document, title }, headers)),
      );
      expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 412, 412, 412]);
    });

    test('a deleted scenario is gone', async () => {
      const { id, secret } = await keep();
      const headers = { 'if-match': '"1"', 'x-scenario-secret': secret };
      expect(
        (await send('DELETE', `/scenarios/${id}`, undefined, { 'x-scenario-secret': secret })).statusCode,
      ).toBe(428);
      expect(
        (await send('DELETE', `/scenarios/${id}`, undefined, { ...headers, 'if-match': '"7"' })).statusCode,
      ).toBe(412);
      expect((await send('DELETE', `/scenarios/${id}`, undefined, headers)).statusCode).toBe(204);
      expect((await get(setup.app, `/api/v1/scenarios/${id}`)).statusCode).toBe(404);
    });

    test('what PostgreSQL cannot keep is refused by name', async () => {
      const document = await testScenario(setup.app, setup.release);
      const response = await send('POST', '/scenarios', { ...document, note: 'a\u0000b' });
      expect(response.statusCode).toBe(400);
      expect(response.json()).toMatchObject({ detail: expect.stringContaining('note') });
    });

    test('a body above the limit is refused', async () => {
      const response = await send('POST', '/scenarios', { note: 'x'.repeat(5 * 1024 * 1024) });
      expect(response.statusCode).toBe(413);
      expect(response.headers['content-type']).toContain('application/problem+json');
    });
  });
});
