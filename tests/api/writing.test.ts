import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_TOKEN, describeOnOneDatabase, getJson, SETTINGS, testApp, withTestRegion } from './app.ts';

describeOnOneDatabase('writing', open => {
  const setup = withTestRegion(open);
  let app: FastifyInstance;
  let elsewhere: FastifyInstance;
  beforeAll(async () => {
    app = await testApp(setup.database, { settings: { ...SETTINGS, adminToken: ADMIN_TOKEN } });
    elsewhere = await testApp(setup.database, {
      settings: { ...SETTINGS, host: '0.0.0.0', adminToken: ADMIN_TOKEN },
    });
  });
  afterAll(() => Promise.all([app?.close(), elsewhere?.close()]));

  const choose = async (headers: InjectOptions['headers'], on = app, remoteAddress = '127.0.0.1') =>
    (
      await on.inject({
        method: 'PUT',
        url: '/api/v1/releases/current',
        headers: { host: '127.0.0.1:8080', ...headers },
        remoteAddress,
        payload: { hash: setup.release },
      })
    ).statusCode;

  describe('at the machine itself', () => {
    test('is open to our own page and to programs', async () => {
      expect(await choose({})).toBe(200);
      expect(await choose({ origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-origin' })).toBe(200);
      expect(await choose({ host: 'localhost:8080', origin: 'http://localhost:8080' })).toBe(200);
      expect(await choose({ host: '[::1]:8080' }, app, '::1')).toBe(200);
    });

    test('is refused to the page of another site', async () => {
      expect(await choose({ origin: 'https://evil.example' })).toBe(403);
      expect(await choose({ origin: 'http://127.0.0.1:9999' })).toBe(403);
      expect(await choose({ origin: 'null' })).toBe(403);
      expect(await choose({ 'sec-fetch-site': 'cross-site' })).toBe(403);
      expect(await choose({ 'sec-fetch-site': 'same-site' })).toBe(403);
    });

    test('is refused to a name that was pointed at this machine (DNS rebinding)', async () => {
      expect(await choose({ host: 'evil.example:8080', origin: 'http://evil.example:8080' })).toBe(403);
      expect(await choose({ host: '127.0.0.1.evil.example' })).toBe(403);
      expect(await choose({ host: 'localhost.evil.example' })).toBe(403);
    });

    test('is refused to what came through a proxy', async () => {
      expect(await choose({ 'x-forwarded-for': '203.0.113.9' })).toBe(403);
      expect(await choose({ forwarded: 'for=203.0.113.9' })).toBe(403);
    });
  });

  test('from another machine is refused, whatever it says of itself', async () => {
    expect(await choose({}, app, '203.0.113.9')).toBe(403);
    expect(await choose({ host: 'localhost' }, app, '203.0.113.9')).toBe(403);
  });

  test('on a server that others can reach is refused without the token', async () => {
    expect(await choose({}, elsewhere)).toBe(403);
  });

  test('is allowed from anywhere with the token, and refused with a wrong one', async () => {
    const authorization = `Bearer ${ADMIN_TOKEN}`;
    expect(await choose({ authorization }, elsewhere, '203.0.113.9')).toBe(200);
    expect(
      await choose({ authorization, host: 'planner.example', origin: 'https://planner.example' }, elsewhere),
    ).toBe(200);
    expect(await choose({ authorization: `${authorization}x` }, elsewhere)).toBe(403);
    expect(await choose({ authorization: 'Bearer x' })).toBe(403);
  });

  test('no token opens a server that has none set', async () => {
    expect(await choose({ authorization: 'Bearer undefined' }, setup.app)).toBe(403);
    expect(await choose({ authorization: 'Bearer null' }, setup.app)).toBe(403);
  });

  test('covers scenarios too, while evaluating one is for everybody', async () => {
    const refused = await app.inject({
      method: 'POST',
      url: '/api/v1/scenarios',
      headers: { host: 'localhost', origin: 'https://evil.example' },
      payload: {},
    });
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({
      type: '/problems/forbidden',
      detail: expect.stringContaining('evil.example'),
    });
    const evaluated = await app.inject({
      method: 'POST',
      url: '/api/v1/scenarios/evaluate',
      headers: { host: 'planner.example' },
      payload: {},
    });
    expect(evaluated.statusCode).toBe(400);
  });

  test('the web app is told whether this person may', async () => {
    expect(await getJson(app, '/api/v1/settings')).toMatchObject({ writable: true, basemapStyle: null });
    expect(await getJson(elsewhere, '/api/v1/settings')).toMatchObject({ writable: false });
  });
});
