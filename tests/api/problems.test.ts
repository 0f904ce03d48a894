import { describe, expect, test } from 'vitest';
import { describeOnOneDatabase, get, getJson, testApp, withTestRegion } from './app.ts';

type Problem = { type: string; title: string; status: number; detail: string; instance: string };
type OpenApi = {
  paths: Record<string, Record<string, { parameters?: { in: string; name: string; required?: boolean }[] }>>;
};

describeOnOneDatabase('problems', open => {
  const setup = withTestRegion(open);
  const problem = async (url: string) => {
    const response = await get(setup.app, url);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.headers['cache-control']).toBe('no-store');
    const body = response.json<Problem>();
    expect(body).toMatchObject({ status: response.statusCode, title: expect.any(String), instance: url });
    return body;
  };

  test('an address that cannot be decoded is a problem like any other', async () => {
    const response = await get(setup.app, '/api/v1/%E0%A4%A');
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.json<Problem>()).toMatchObject({ type: '/problems/bad-input', status: 400 });
  });

  test('headers that are too large are a problem too', async () => {
    const address = await setup.app.listen({ port: 0, host: '127.0.0.1' });
    const response = await fetch(`${address}/health`, { headers: { 'x-large': 'a'.repeat(20_000) } });
    expect(response.status).toBe(431);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 431, detail: expect.stringContaining('16 kB') });
  });

  describe('an unknown parameter', () => {
    test('is refused with the nearest known name', async () => {
      expect(await problem('/api/v1/values?indicator=social_share&lvl=sector')).toMatchObject({
        type: '/problems/unknown-parameter',
        status: 400,
        detail: 'Parameter "lvl" is not known; did you mean "level"?',
      });
    });

    test('that resembles nothing is refused with the list of those there are', async () => {
      expect((await problem('/api/v1/levels?zzzzzzzz=1')).detail).toContain('release, region');
    });

    test('is refused by every call there is', async () => {
      const { paths } = await getJson<OpenApi>(setup.app, '/api/openapi.json');
      for (const [path, methods] of Object.entries(paths)) {
        if (methods.get === undefined) continue;
        const url = path
          .replace('{hash}', setup.release)
          .replace('{release}', setup.release)
          .replace('{level}', 'sector')
          .replace('{code}', 'S01')
          .replace(/\{(id|link)\}/, 'A'.repeat(22))
          .replace('{revision}', '1')
          .replace(/\{[zxy]\}/g, '0');
        const needed = (methods.get.parameters ?? [])
          .filter(parameter => parameter.in === 'query' && parameter.required)
          .map(({ name }) => `${name}=${name === 'level' ? 'sector' : 'social_share'}&`)
          .join('');
        expect(await problem(`${url}?${needed}surprise=1`)).toMatchObject({
          type: '/problems/unknown-parameter',
        });
      }
    });
  });

  test('a wrong value is named with what is allowed', async () => {
    expect((await problem('/api/v1/values?indicator=social_share&level=street')).detail).toMatch(
      /"level" is "street".*sector/,
    );
    expect((await problem('/api/v1/values?indicator=social_share')).detail).toBe(
      'Parameter "level" is missing',
    );
    expect((await problem('/api/v1/values?indicator=social_share&level=sector&year=soon')).detail).toMatch(
      /"year" is "soon".*integer/,
    );
  });

  test('a parameter given twice is refused where one is meant', async () => {
    expect(await problem('/api/v1/levels?region=test&region=other')).toMatchObject({ status: 400 });
  });

  test('an address that is not there is a problem in the API and elsewhere', async () => {
    expect(await problem('/api/v1/nothing')).toMatchObject({ type: '/problems/not-found', status: 404 });
    expect(await problem('/nothing.php')).toMatchObject({ status: 404 });
    const response = await setup.app.inject({ method: 'PATCH', url: '/api/v1/levels' });
    expect(response.statusCode).toBe(404);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });

  test('a body that is not JSON, or another type, is refused', async () => {
    const post = (payload: string, type: string) =>
      setup.app.inject({
        method: 'POST',
        url: '/api/v1/scenarios/evaluate',
        headers: { 'content-type': type },
        payload,
      });
    const broken = await post('{"format":', 'application/json');
    expect(broken.statusCode).toBe(400);
    expect(broken.headers['content-type']).toContain('application/problem+json');
    for (const type of ['application/xml', 'text/plain']) {
      const other = await post('{}', type);
      expect(other.statusCode).toBe(415);
      expect(other.json<Problem>().detail).toContain('application/json');
    }
    const nothing = await setup.app.inject({ method: 'POST', url: '/api/v1/scenarios/evaluate' });
    expect(nothing.statusCode).toBe(400);
  });

  test('too many requests are refused until the minute is over, unknown addresses included', async () => {
    const app = await testApp(setup.database, { requestsPerMinute: 3 });
    const statuses: number[] = [];
    for (const url of ['/health', '/nothing', '/nothing', '/nothing', '/health']) {
      statuses.push((await get(app, url)).statusCode);
    }
    expect(statuses).toEqual([200, 404, 404, 429, 429]);
    const refused = await get(app, '/health');
    expect(refused.headers['retry-after']).toBeDefined();
    expect(refused.json()).toMatchObject({ type: '/problems/too-many-requests', status: 429 });
    await app.close();
  });

  test('what a person types is never run as SQL', async () => {
    const shaped = [
      "' or 1=1 --",
      "'; drop table areas; --",
      '%27%20union%20select',
      'S01"',
      "\\'; select pg_sleep(9)",
    ];
    for (const text of shaped) {
      const typed = encodeURIComponent(text);
      for (const url of [
        `/api/v1/areas?q=${typed}`,
        `/api/v1/areas/sector/${typed}`,
        `/api/v1/areas?scope=sector:${typed}`,
        `/api/v1/values?level=sector&indicator=${typed}`,
        `/api/v1/values?level=sector&indicator=children&category=${typed}`,
        `/api/v1/facilities?function=${typed}`,
        `/api/v1/facilities?source=${typed}`,
        `/api/v1/facilities?bbox=${typed}`,
        `/api/v1/releases/${typed}`,
        `/api/v1/levels?region=${typed}`,
        `/api/v1/levels?release=${typed}`,
        `/api/v1/scenarios/${typed}`,
        `/tiles/${typed}/sector/0/0/0.mvt`,
        `/api/v1/exports/areas.csv?level=sector&indicators=${typed}`,
      ]) {
        const { statusCode, body } = await get(setup.app, url);
        const searched = url.startsWith('/api/v1/areas?q=');
        expect(`${statusCode} ${url}`).toBe(`${searched ? 200 : statusCode === 400 ? 400 : 404} ${url}`);
        if (searched) expect(JSON.parse(body).areas).toEqual([]);
      }
    }
    expect(await getJson(setup.app, '/api/v1/levels')).toMatchObject({ region: 'test' });
  });

  test('a character that PostgreSQL does not take is a wrong value, not an accident', async () => {
    for (const url of [
      '/api/v1/values?level=sector&indicator=children&category=%00',
      '/api/v1/releases/%00',
      '/api/v1/areas/sector/%00',
      '/api/v1/areas?q=%00',
    ]) {
      expect((await get(setup.app, url)).statusCode, url).toBeLessThan(500);
    }
  });
});
