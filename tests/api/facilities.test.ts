import { expect, test } from 'vitest';
import { describeOnDatabases } from '../database.ts';
import { get, getJson, withTestRegion } from './app.ts';

type Features = { features: { id: string; geometry: object; properties: Record<string, unknown> }[] };

describeOnDatabases('facilities and sites', open => {
  const setup = withTestRegion(open);
  const ids = async (query: string) =>
    (await getJson<Features>(setup.app, `/api/v1/facilities?${query}`)).features.map(feature => feature.id);

  test('come as GeoJSON with what their source tells', async () => {
    const answer = await getJson<Features>(setup.app, '/api/v1/facilities');
    expect(answer).toMatchObject({ type: 'FeatureCollection', release: setup.release, region: 'test' });
    expect(answer.features[0]).toEqual({
      type: 'Feature',
      id: 'places/a1',
      geometry: { type: 'Point', coordinates: [3.71, 51.005] },
      properties: {
        name: 'Zandbak',
        functions: ['play'],
        source: 'places',
        areaM2: null,
        corrected: false,
        minAge: 3,
      },
    });
    expect(answer.features[2]?.geometry).toMatchObject({ type: 'Polygon' });
  });

  test('of one function, or of any of several', async () => {
    expect(await ids('function=play')).toEqual(['places/a1', 'places/a2']);
    expect(await ids('function=meeting&function=green')).toEqual(['places/a2', 'places/a3']);
  });

  test('within an area, each in one area only', async () => {
    expect(await ids('scope=municipality:M1')).toEqual(['places/a1', 'places/a3']);
    expect(await ids('scope=sector:S09')).toEqual(['places/a3']);
  });

  test('within a box, of one source', async () => {
    expect(await ids('bbox=3.74,51,3.78,51.03')).toEqual(['places/a2']);
    expect(await ids('source=places&bbox=0,0,1,1')).toEqual([]);
  });

  test('what is not there is named', async () => {
    const problem = async (query: string) => {
      const response = await get(setup.app, `/api/v1/facilities?${query}`);
      return `${response.statusCode} ${response.json<{ detail: string }>().detail}`;
    };
    expect(await problem('function=swimming')).toMatch(/^400 .*swimming.*play/);
    expect(await problem('source=nobody')).toMatch(/^404 .*places/);
    expect(await problem('scope=sector:S99')).toMatch(/^404 .*S99/);
    expect(await problem('bbox=5,51,4,52')).toMatch(/^400 .*west/);
    expect(await problem('bbox=1,2,3')).toMatch(/^400 .*bbox/);
  });

  test('buildable sites say how many dwellings they have room for', async () => {
    const answer = await getJson<Features>(setup.app, '/api/v1/sites');
    expect(answer.features).toMatchObject([
      { id: 'b1', properties: { name: 'Oude fabriek', capacityDwellings: 30, owner: 'stad' } },
    ]);
    expect((await getJson<Features>(setup.app, '/api/v1/sites?scope=municipality:M2')).features).toEqual([]);
  });
});
