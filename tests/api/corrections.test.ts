import type { Geometry } from 'geojson';
import { beforeAll, expect, test } from 'vitest';
import { runImport } from '../../server/imports/run.ts';
import { describeOnDatabases } from '../database.ts';
import { get, getJson, withTestRegion } from './app.ts';
import { facilitiesStep, fileOf, sourceNamed } from './region.ts';

type Feature = {
  id: string;
  geometry: { type: string; coordinates: unknown };
  properties: Record<string, unknown>;
};
type Field = { field: string; original: unknown; to: unknown; now: unknown; state: string };
type Listed = {
  change: number;
  action: string;
  author: string;
  reason: string;
  madeAt: string;
  holds: boolean;
  places: { facility: string; lost: string | null; fields: Field[] }[];
};
type Pair = { facilities: [string, string]; score: number; distanceM: number; nameSimilarity: number | null };

/** The middle of S02: see region.ts. */
const IN_S02 = { lon: 3.73, lat: 51.005 };
const signed = { author: 'An', reason: 'ter plaatse gezien' };

describeOnDatabases('corrections of places', open => {
  const setup = withTestRegion(open);
  const places = async (query = '') =>
    (await getJson<{ features: Feature[] }>(setup.app, `/api/v1/facilities?${query}`)).features;
  const place = async (id: string) => (await places()).find(one => one.id === id);
  const listed = async (query = '') =>
    (await getJson<{ corrections: Listed[] }>(setup.app, `/api/v1/facilities/corrections?${query}`))
      .corrections;
  const pairs = async (query = '') =>
    (await getJson<{ pairs: Pair[] }>(setup.app, `/api/v1/facilities/duplicates?${query}`)).pairs;
  const post = (payload: object) =>
    setup.app.inject({
      method: 'POST',
      url: '/api/v1/facilities/corrections',
      headers: { host: '127.0.0.1' },
      payload: { ...signed, ...payload },
    });
  const correct = async (payload: object) => {
    const response = await post(payload);
    if (response.statusCode !== 201) throw new Error(response.body);
    return response.json<{ change: number; release: string; facilities: string[] }>();
  };
  const refused = async (payload: object) => {
    const response = await post(payload);
    return `${response.statusCode} ${response.json<{ detail: string }>().detail}`;
  };
  const undo = (change: number) => correct({ action: 'undo', change });

  // A second list of the same town: a2 again 8 m to the east under nearly its name, and a place of its own.
  beforeAll(async () => {
    const at = (lon: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lon, lat] });
    await runImport(setup.database, {
      region: 'test',
      message: 'A second list',
      steps: [
        {
          kind: 'facilities',
          file: fileOf('second.geojson', [
            {
              properties: { key: 'b1', name: 'De zandbak', functions: 'play,wifi', fee: 'no' },
              geometry: at(3.71 + 0.000114, 51.005),
            },
            {
              properties: { key: 'b2', name: 'Plein', functions: 'meeting', fee: null },
              geometry: at(3.72, 51.02),
            },
          ]),
          sourceId: 'second',
          map: { key: 'key', name: 'name', functions: 'functions', attributes: { fee: 'fee' } },
          source: sourceNamed('Second list'),
        },
      ],
    });
  });

  test('change what is served and exported, and keep who, when, why and the original', async () => {
    const before = await get(setup.app, '/api/v1/facilities');
    const { change, release } = await correct({
      action: 'change',
      facility: 'places/a1',
      name: 'Zandbak Zuid',
      functions: ['play', 'green'],
      attributes: { minAge: null, maxAge: 12, lit: 'ja' },
      ...IN_S02,
    });
    expect(await place('places/a1')).toMatchObject({
      geometry: { type: 'Point', coordinates: [3.73, 51.005] },
      properties: {
        name: 'Zandbak Zuid',
        functions: ['green', 'play'],
        corrected: true,
        maxAge: 12,
        lit: 'yes',
      },
    });
    expect((await place('places/a1'))?.properties).not.toHaveProperty('minAge');
    // The place lies in another sector now, and whoever holds the old answer gets the new one.
    expect((await places('scope=sector:S02')).map(one => one.id)).toEqual(['places/a1']);
    expect((await places('corrected=true')).map(one => one.id)).toEqual(['places/a1']);
    const again = await get(setup.app, '/api/v1/facilities', {
      'if-none-match': String(before.headers.etag),
    });
    expect(again.statusCode).toBe(200);
    const csv = (await get(setup.app, '/api/v1/exports/facilities.csv?name=zandbak%20zuid')).body;
    expect(csv).toContain('Zandbak Zuid');
    expect(csv).toContain(release);
    // The release before still shows the original.
    const old = await getJson<{ features: Feature[] }>(
      setup.app,
      `/api/v1/facilities?release=${setup.release}`,
    );
    expect(old.features[0]?.properties.name).toBe('Zandbak');
    const [first] = await listed('facility=places/a1');
    expect(first).toMatchObject({ change, action: 'change', ...signed, holds: true });
    expect(Date.parse(first!.madeAt)).not.toBeNaN();
    expect(first?.places[0]?.fields).toContainEqual({
      field: 'name',
      original: 'Zandbak',
      to: 'Zandbak Zuid',
      now: 'Zandbak',
      state: 'applied',
    });
    await undo(change);
    expect(await place('places/a1')).toMatchObject({
      geometry: { coordinates: [3.71, 51.005] },
      properties: { name: 'Zandbak', functions: ['play'], corrected: false, minAge: 3 },
    });
    expect((await listed('facility=places/a1')).map(({ action, holds }) => [action, holds])).toEqual([
      ['undo', true],
      ['change', false],
    ]);
    expect(await refused({ action: 'undo', change })).toMatch(/^409 .*undone already/);
  });

  test('add a place and close one, and undo both', async () => {
    const added = await correct({
      action: 'add',
      name: 'Nieuw speelbos',
      functions: ['play'],
      areaM2: 900,
      ...IN_S02,
    });
    const [id] = added.facilities;
    expect(id).toMatch(/^added\//);
    expect(await place(id!)).toMatchObject({
      geometry: { type: 'Point', coordinates: [3.73, 51.005] },
      properties: { name: 'Nieuw speelbos', source: 'added', areaM2: 900, corrected: true },
    });
    const closed = await correct({ action: 'close', facility: 'places/a3' });
    expect(await place('places/a3')).toBeUndefined();
    expect(await refused({ action: 'close', facility: 'places/a3' })).toMatch(/^404 .*does not show/);
    await undo(closed.change);
    await undo(added.change);
    expect((await places()).map(one => one.id)).toEqual([
      'places/a1',
      'places/a2',
      'places/a3',
      'second/b1',
      'second/b2',
    ]);
  });

  test('merge likely duplicates, or say that they are two', async () => {
    const [pair, ...others] = await pairs();
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ facilities: ['places/a1', 'second/b1'] });
    // 0.000114° at 51.005° is 0.000114 × 111 320 × cos 51.005° ≈ 8.0 m; the pairs of letters of "zandbak" (6) are
    // among the 7 of "de zandbak": 12 of 13.
    expect(pair?.distanceM).toBeCloseTo(8, 0);
    expect(pair?.nameSimilarity).toBeCloseTo(12 / 13);
    expect(pair?.score).toBeCloseTo((0.92 + 12 / 13) / 2, 2);
    const two = await correct({ action: 'distinct', facility: 'places/a1', duplicate: 'second/b1' });
    expect(await pairs()).toEqual([]);
    expect((await place('places/a1'))?.properties.corrected).toBe(false);
    await undo(two.change);
    const merged = await correct({ action: 'merge', facility: 'places/a1', duplicate: 'second/b1' });
    expect(await pairs()).toEqual([]);
    expect(await place('second/b1')).toBeUndefined();
    expect((await place('places/a1'))?.properties).toMatchObject({
      name: 'Zandbak',
      functions: ['play', 'wifi'],
      minAge: 3,
      fee: 'no',
    });
    await undo(merged.change);
    expect((await place('places/a1'))?.properties.functions).toEqual(['play']);
    expect(await place('second/b1')).toBeDefined();
  });

  test('survive the next import: by key, and where the original changed meanwhile both are kept', async () => {
    const kept = await correct({
      action: 'change',
      facility: 'places/a1',
      name: 'Zandbak Zuid',
      attributes: { maxAge: 9 },
    });
    const closed = await correct({ action: 'close', facility: 'places/a3' });
    const step = facilitiesStep();
    if (step.kind !== 'facilities') throw new Error('not places');
    const file = fileOf('places.geojson', [
      {
        properties: { key: 'a1', name: 'Zandbak Noord', functions: 'play,sport', min_age: 4 },
        geometry: { type: 'Point', coordinates: [3.71, 51.005] },
      },
    ]);
    await runImport(setup.database, { region: 'test', message: 'again', steps: [{ ...step, file }] });
    expect((await place('places/a1'))?.properties).toMatchObject({
      // Corrected, so it stays; what was not corrected follows the source.
      name: 'Zandbak Zuid',
      maxAge: 9,
      minAge: 4,
      functions: ['play', 'sport'],
    });
    const [change] = (await listed('facility=places/a1')).filter(one => one.change === kept.change);
    expect(change?.places[0]?.fields).toEqual([
      { field: 'name', original: 'Zandbak', to: 'Zandbak Zuid', now: 'Zandbak Noord', state: 'changed' },
      { field: 'attributes.maxAge', original: null, to: 9, now: null, state: 'applied' },
    ]);
    const [gone] = (await listed('facility=places/a3')).filter(one => one.change === closed.change);
    expect(gone?.places[0]?.lost).toBe('gone');
    // Saying it once more settles it against what the source says now.
    await correct({ action: 'change', facility: 'places/a1', name: 'Zandbak Zuid' });
    expect((await listed('facility=places/a1'))[0]?.places[0]?.fields).toMatchObject([
      { field: 'name', original: 'Zandbak Noord', state: 'applied' },
    ]);
  });

  test('are refused with the value and the way out', async () => {
    const change = { action: 'change', facility: 'second/b2' };
    expect(await refused({ ...change, functions: ['swimming'] })).toMatch(
      /^400 .*"swimming"; there are: play/,
    );
    expect(await refused({ ...change, areaM2: 0 })).toMatch(/^400 .*areaM2 is 0; give m² above 0/);
    expect(await refused({ ...change, attributes: { minAge: 12, maxAge: 3 } })).toMatch(
      /^400 .*12 to 3.*reversed/,
    );
    expect(await refused({ ...change, attributes: { colour: 'red' } })).toMatch(
      /^400 .*no attribute "colour"/,
    );
    // The North Sea off Ostend.
    expect(await refused({ ...change, lon: 2.5, lat: 51.5 })).toMatch(/^400 51.5, 2.5 .*lies in no province/);
    expect(await refused({ ...change, lon: 2.5 })).toMatch(/^400 .*give both/);
    expect(await refused({ ...change, name: 'Plein' })).toMatch(/^400 .*nothing to correct/);
    expect(await refused({ ...change, reason: ' ' })).toMatch(/^400 .*reason/);
    expect(await refused({ action: 'close', facility: 'second/b9' })).toMatch(/^404 .*second\/b9/);
    expect(await refused({ action: 'merge', facility: 'second/b2' })).toMatch(/^400 .*needs "duplicate"/);
    expect(await refused({ action: 'close', facility: 'second/b2', name: 'x' })).toMatch(
      /^400 .*takes no "name"/,
    );
    expect(await refused({ action: 'undo', change: 999_999 })).toMatch(/^404 .*999999/);
  });

  test('need the right to write', async () => {
    const response = await setup.app.inject({
      method: 'POST',
      url: '/api/v1/facilities/corrections',
      headers: { host: '127.0.0.1', origin: 'https://evil.example' },
      payload: { ...signed, action: 'close', facility: 'second/b2' },
    });
    expect(response.statusCode).toBe(403);
  });

  test('made at the same time are all kept', async () => {
    const names = ['Een', 'Twee', 'Drie'];
    const made = await Promise.all(
      names.map(name => correct({ action: 'add', name, functions: ['play'], ...IN_S02 })),
    );
    const there = (await places('source=added')).map(one => one.properties.name);
    expect(there.sort()).toEqual(['Drie', 'Een', 'Twee']);
    expect(new Set(made.map(one => one.release)).size).toBe(3);
  });
});
