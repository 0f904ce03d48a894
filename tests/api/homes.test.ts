import { expect, test } from 'vitest';
import { decodeSettlement } from '../../core/access/population/settlement-format.ts';
import { describeOnDatabases } from '../database.ts';
import { get, getJson, withTestRegion } from './app.ts';
import { HEIGHT, SOUTH, WEST, WIDTH } from './region.ts';

type Areas = {
  settlement: { points: number; gatheredM: number; bases: { basis: string; areas: number }[] };
  columns: Record<string, (number | null)[]> & { code: string[] };
};

/** Of S01, the first box: three homes at the playground in its middle, and one in its corner, 885 m away. */
const AT = [
  [0.5, 0.5],
  [0.5, 0.5],
  [0.5, 0.5],
  [0.01, 0.01],
].map(([x, y]) => [WEST + x! * WIDTH, SOUTH + y! * HEIGHT] as const);

describeOnDatabases('where people live', open => {
  const setup = withTestRegion(open);
  const send = (query: string, payload: string) =>
    setup.app.inject({
      method: 'POST',
      url: `/api/v1/imports/homes?region=test&${query}`,
      headers: { host: 'localhost:8080', 'content-type': 'application/octet-stream' },
      payload,
    });
  const within400 = async () => {
    const answer = await getJson<Areas>(setup.app, '/api/v1/access/areas?region=test&withinM=400&detour=1');
    const at = answer.columns.code.indexOf('S01');
    return { ...answer, share: answer.columns.share![at]! };
  };
  const points = async () =>
    decodeSettlement((await get(setup.app, '/api/v1/areas/settlement?region=test&level=sector')).rawPayload);

  test('children count at addresses once they are imported, and the answer says so', async () => {
    const before = await within400();
    expect(before.settlement.bases).toEqual([{ basis: 'surface', areas: 12 }]);
    // A circle of 400 m in the middle of a sector of 1,404 by 1,113 m.
    expect(before.share).toBeCloseTo((Math.PI * 400 ** 2) / (1404 * 1113), 1);
    const csv = `x;y\n${AT.map(([x, y]) => `${x};${y}`).join('\n')}\n`;
    const sent = await send('file=adressen.csv&basis=addresses&column=lon=x&column=lat=y', csv);
    expect(sent.statusCode, sent.body).toBe(200);
    expect(sent.json()).toMatchObject({ datasets: [{ itemKey: 'homes/addresses', rowCount: 4 }] });
    const after = await within400();
    expect(after.settlement).toMatchObject({
      gatheredM: 0,
      bases: [
        { basis: 'addresses', areas: 1 },
        { basis: 'surface', areas: 11 },
      ],
    });
    expect(after.share).toBe(0.75);
    // The browser gets the same points.
    const sentPoints = await points();
    expect(sentPoints.starts[1]).toBe(4);
    expect(sentPoints.points.lon[3]).toBeCloseTo(AT[3]![0], 7);
    type Release = { regions: { id: string; homes: { basis: string; count: number }[] }[] };
    const { regions } = await getJson<Release>(setup.app, '/api/v1/releases/current');
    expect(regions.find(({ id }) => id === 'test')!.homes).toMatchObject([{ basis: 'addresses', count: 4 }]);
  });

  test('OpenStreetMap tells several at once, and a release of before keeps what it said', async () => {
    const [x, y] = AT[3]!;
    const osm = `<osm version="0.6"><node id="1" lat="${y}" lon="${x}"><tag k="addr:housenumber" v="1"/></node>
      <node id="2" lat="${y}" lon="${x}"/><node id="3" lat="${y}" lon="${x + 0.001}"/><node id="4" lat="${y + 0.001}" lon="${x}"/>
      <way id="5"><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="2"/><tag k="landuse" v="residential"/></way></osm>`;
    const old = setup.release;
    const sent = await send('file=town.osm', osm);
    expect(sent.json().datasets.map((one: { itemKey: string }) => one.itemKey)).toEqual([
      'homes/addresses',
      'homes/residential-land',
    ]);
    expect((await within400()).share).toBe(0);
    const then = await getJson<Areas>(setup.app, `/api/v1/access/areas?region=test&release=${old}`);
    expect(then.settlement.bases).toEqual([{ basis: 'surface', areas: 12 }]);
  });

  test.each([
    [
      'a list that does not say what it holds',
      'file=list.csv&column=lon=x&column=lat=y',
      'x;y\n3.7;51\n',
      'does not say what it holds',
    ],
    [
      'a grid without residents',
      'file=grid.csv&basis=population-grid&column=lon=x&column=lat=y',
      'x;y\n3.7;51\n',
      'residents of a cell',
    ],
    [
      'a column that is not there',
      'file=grid.csv&basis=population-grid&column=weight=inw&column=lon=x&column=lat=y',
      'x;y\n3.7;51\n',
      'inw',
    ],
    [
      'a negative number',
      'file=grid.csv&basis=population-grid&column=weight=n&column=lon=x&column=lat=y',
      'x;y;n\n3.7;51;-4\n',
      '-4',
    ],
    [
      'land that is a point',
      'file=land.geojson&basis=residential-land',
      '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[3.7,51]}}',
      'land is a polygon',
    ],
    [
      'a file without homes',
      'file=town.osm',
      '<osm version="0.6"><node id="1" lat="51" lon="3.7"/></osm>',
      'nowhere where people live',
    ],
  ])('refuses %s, and nothing is changed', async (_, query, payload, why) => {
    const before = await getJson<{ hash: string }>(setup.app, '/api/v1/releases/current');
    const sent = await send(query, payload);
    expect([400, 422], sent.body).toContain(sent.statusCode);
    expect(JSON.stringify(sent.json())).toContain(why);
    expect((await getJson<{ hash: string }>(setup.app, '/api/v1/releases/current')).hash).toBe(before.hash);
  });
});
