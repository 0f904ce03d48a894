import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logSettings } from '../../server/plugins/log.ts';
import { ADMIN_TOKEN, describeOnOneDatabase, get, SETTINGS, testApp, withTestRegion } from './app.ts';
import { testScenario } from './scenario.ts';

describeOnOneDatabase('the log', open => {
  const setup = withTestRegion(open);
  const lines: string[] = [];
  let app: FastifyInstance;
  beforeAll(async () => {
    const stream = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    app = await testApp(setup.database, {
      settings: { ...SETTINGS, adminToken: ADMIN_TOKEN },
      logger: { ...logSettings('info'), stream },
    });
  });
  afterAll(() => app?.close());

  test('has one JSON object a line, with the id of the request', async () => {
    await get(app, '/api/v1/levels');
    const entries = lines.map(line => JSON.parse(line) as { reqId?: string; req?: object; res?: object });
    const [asked] = entries.filter(entry => entry.req !== undefined);
    expect(asked).toMatchObject({
      req: { method: 'GET', url: '/api/v1/levels' },
      reqId: expect.stringMatching(/^[\da-f-]{36}$/),
    });
    expect(entries).toContainEqual(
      expect.objectContaining({ reqId: asked?.reqId, res: { statusCode: 200 } }),
    );
  });

  test('has no token, no secret and no id that opens a scenario', async () => {
    const headers = { host: 'planner.example', authorization: `Bearer ${ADMIN_TOKEN}` };
    const payload = await testScenario(app, setup.release);
    const kept = (await app.inject({ method: 'POST', url: '/api/v1/scenarios', headers, payload })).json();
    const url = `/api/v1/scenarios/${kept.id}`;
    await get(app, url);
    await app.inject({
      method: 'DELETE',
      url,
      headers: { ...headers, 'if-match': '"9"', 'x-scenario-secret': kept.secret },
    });
    const owner = { ...headers, 'x-scenario-secret': kept.secret };
    const made = await app.inject({
      method: 'POST',
      url: `${url}/links`,
      headers: owner,
      payload: { kind: 'editable' },
    });
    const link = made.json<{ id: string; secret: string }>();
    await get(app, `/api/v1/links/${link.id}`, { 'x-link-secret': link.secret });
    await app.inject({ method: 'DELETE', url: `${url}/links/${link.id}`, headers: owner });
    const log = lines.join('');
    for (const secret of [ADMIN_TOKEN, kept.secret, kept.id, link.id, link.secret])
      expect(log).not.toContain(secret);
    expect(log).toContain(`/api/v1/scenarios/${kept.id.slice(0, 4)}…`);
  });
});
