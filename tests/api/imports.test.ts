import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { describeOnDatabases } from '../database.ts';
import { getJson, withTestRegion } from './app.ts';

/** Two playgrounds and a street of two stretches between them, as an editor of OpenStreetMap saves it. */
const OSM = `<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="by hand">
  <node id="1" version="1" lat="51.005" lon="3.701"><tag k="leisure" v="playground"/><tag k="name" v="De Wip"/></node>
  <node id="2" version="1" lat="51.005" lon="3.711"><tag k="leisure" v="playground"/></node>
  <node id="3" version="1" lat="51.005" lon="3.706"/>
  <way id="9" version="1"><nd ref="1"/><nd ref="3"/><nd ref="2"/><tag k="highway" v="residential"/></way>
</osm>`;

type View = {
  hash: string;
  regions: { id: string; network: { count: number } | null; facilities: { id: string; count: number }[] }[];
};

describeOnDatabases('files that are sent', open => {
  const setup = withTestRegion(open);
  const current = () => getJson<View>(setup.app, '/api/v1/releases/current');
  const regionOf = (view: View) => view.regions.find(one => one.id === 'test')!;
  const send = (path: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
    setup.app.inject({
      method: 'POST',
      url: `/api/v1/imports/${path}`,
      headers: { host: 'localhost:8080', 'content-type': 'application/octet-stream', ...headers },
      payload,
    });

  beforeAll(() => setup.app.listen({ port: 0, host: '127.0.0.1' }));

  test('places of OpenStreetMap become a release, with what is being done told meanwhile', async () => {
    const before = await current();
    const sent = await send('facilities?region=test&file=town.osm', OSM, { accept: 'text/event-stream' });
    expect(sent.headers['content-type']).toContain('text/event-stream');
    const events = sent.body.split('\n\n').flatMap(one => {
      const [, name, data] = /event: (\w+)\ndata: (.*)$/.exec(one) ?? [];
      return name === undefined ? [] : [{ name, data: JSON.parse(data!) }];
    });
    expect(events[0]).toMatchObject({ name: 'progress', data: { text: expect.any(String) } });
    expect(events.at(-1)).toMatchObject({
      name: 'imported',
      data: { unchanged: false, datasets: [{ itemKey: 'facilities/osm', rowCount: 2 }] },
    });
    const after = await current();
    expect(after.hash).toBe(events.at(-1)!.data.release);
    expect(after.hash).not.toBe(before.hash);
    expect(regionOf(after).facilities).toContainEqual(expect.objectContaining({ id: 'osm', count: 2 }));
  });

  test('a network becomes one too, and the same file again changes nothing', async () => {
    const sent = await send('network?region=test&file=town.osm', OSM);
    expect(sent.statusCode, sent.body).toBe(200);
    expect(sent.json()).toMatchObject({ unchanged: false, datasets: [{ itemKey: 'network' }] });
    expect(regionOf(await current()).network).toMatchObject({ count: expect.any(Number) });
    expect((await send('network?region=test&file=town.osm', OSM)).json().unchanged).toBe(true);
  });

  test('a list of places says what they are for, by the asker or by a column', async () => {
    const csv = 'nr;naam;lat;lon\n1;De Wip;51.005;3.701\n';
    const columns = 'column=key=nr&column=name=naam&column=lat=lat&column=lon=lon';
    const bare = await send(`facilities?region=test&file=list.csv&${columns}`, csv);
    expect(bare.json().detail).toContain('does not say what its places are for');
    const sent = await send(`facilities?region=test&file=list.csv&function=play&${columns}`, csv);
    expect(sent.json()).toMatchObject({ datasets: [{ itemKey: 'facilities/list', rowCount: 1 }] });
  });

  test('nothing of a broken file is taken, and it is said why', async () => {
    const before = await current();
    const broken = await send(
      'network?region=test&file=town.osm.pbf',
      Buffer.from('\0\0\0\x0d\x0a\x09OSMHeader'),
    );
    expect(broken.statusCode).toBe(400);
    expect(broken.json().detail).toContain('town.osm.pbf');
    const events = await send('network?region=test&file=cut.osm', OSM.slice(0, 400), {
      accept: 'text/event-stream',
    });
    expect(events.body).toContain('event: problem');
    expect(events.body).toContain('cut.osm');
    const made = await send('facilities?region=test&synthetic=true&file=town.osm', OSM);
    expect(made.json().detail).toContain('holds real data');
    expect((await current()).hash).toBe(before.hash);
  });

  /** Streets or playgrounds in a row, enough to be at work for a while. */
  const long = (kind: 'network' | 'facilities'): string => {
    const at = (i: number) => `lat="51.005" lon="${(3.7 + i / 1e6).toFixed(6)}"`;
    const playground = '<tag k="leisure" v="playground"/>';
    const [count, rows] = kind === 'network' ? [60_000, ''] : [20_000, playground];
    const nodes = Array.from({ length: count }, (_, i) => `<node id="${i + 1}" ${at(i)}>${rows}</node>`);
    const ways = nodes.slice(1).map(
      (_, i) => `<way id="${i + 1}"><nd ref="${i + 1}"/><nd ref="${i + 2}"/>\
<tag k="highway" v="path"/></way>`,
    );
    return `<osm version="0.6">${nodes.join('')}${kind === 'network' ? ways.join('') : ''}</osm>`;
  };

  test.each([
    'network',
    'facilities',
  ] as const)('whoever hangs up in the middle of %s ends it, and nothing is kept', async kind => {
    const { port } = setup.app.server.address() as AddressInfo;
    const before = (await current()).hash;
    const hangUp = new AbortController();
    const response = await fetch(
      `http://127.0.0.1:${port}/api/v1/imports/${kind}?region=test&file=long.osm`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', accept: 'text/event-stream' },
        body: long(kind),
        signal: hangUp.signal,
      },
    );
    let told = '';
    const decoder = new TextDecoder();
    for await (const part of response.body!) {
      told += decoder.decode(part, { stream: true });
      // Of places, when the first of them are in the database.
      if (told.includes(kind === 'network' ? 'Reading' : 'Checking')) break;
    }
    expect(told).not.toContain('event: imported');
    hangUp.abort();
    // Another import may begin as soon as the one before is gone.
    const next = () => send('network?region=test&file=town.osm', OSM);
    await expect.poll(async () => (await next()).statusCode, { timeout: 15_000 }).toBe(200);
    expect((await current()).hash).toBe(before);
    const { rows } = await sql<{ staged: number }>`
      select (select count(*)::int from staged_facilities) as staged`.execute(setup.database.kysely);
    expect(rows).toEqual([{ staged: 0 }]);
  });

  test.each([
    ['without a name of a file', 'network?region=test', 400],
    ['a name with a way in it', 'network?region=test&file=..%2Ftown.osm', 400],
    ['an unknown parameter', 'network?region=test&file=a.osm&level=sector', 400],
    ['another kind', 'areas?region=test&file=a.osm', 400],
  ])('%s is refused', async (_name, path, status) => {
    expect((await send(path, OSM)).statusCode).toBe(status);
  });

  test('only who may write may import, and only a file', async () => {
    const elsewhere = await send('network?region=test&file=a.osm', OSM, { host: 'example.org' });
    expect(elsewhere.statusCode).toBe(403);
    const json = await send('network?region=test&file=a.osm', '{}', { 'content-type': 'application/json' });
    expect(json.statusCode).toBe(400);
  });
});
