import type { Feature, Geometry } from 'geojson';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../server/database/types.ts';
import { runImport } from '../../../server/imports/run.ts';
import type { FacilitiesStep, FacilityMap } from '../../../server/imports/types.ts';
import { describeOnDatabases } from '../../database.ts';
import { areasStep, block, collection, fileWith, refusal, sourceOf, square } from './fixtures.ts';

const point: Geometry = { type: 'Point', coordinates: [3.72, 51.05] };
const place = (properties: Record<string, unknown>, geometry: Geometry = point): Feature => ({
  type: 'Feature',
  properties,
  geometry,
});

describeOnDatabases('Importing facilities', open => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  const importing = async (features: Feature[], map: FacilitiesStep['map'], sourceId = 'places') => {
    const file = await fileWith('places.geojson', collection(features));
    const step: FacilitiesStep = { kind: 'facilities', file, sourceId, map, source: sourceOf('Places') };
    return runImport(database, { message: 'places', steps: [step] });
  };
  const stored = async (sourceId = 'places') => {
    const result = await sql<{
      key: string;
      name: string | null;
      functions: string[];
      attributes: object;
      areaM2: number | null;
    }>`
      select f.key, f.name, f.functions, f.attributes, f.area_m2 as "areaM2"
      from current_release c
      join release_items i on i.release = c.release and i.item_key = ${`facilities/${sourceId}`}
      join facilities f on f.region = i.region and f.version = i.dataset_version
      order by f.idx`.execute(database.kysely);
    return result.rows;
  };

  it('reads functions from a list of words in any language, and the attributes that were named', async () => {
    await importing(
      [
        place({ ref: 'b', naam: 'Plein', wat: 'speelruimte, library', min: 3 }),
        place({ ref: 'a', naam: null, wat: 'green', min: null }, square(0, 0)),
      ],
      { key: 'ref', name: 'naam', functions: 'wat', attributes: { minAge: 'min' } },
    );
    expect(await stored()).toEqual([
      { key: 'a', name: null, functions: ['green'], attributes: {}, areaM2: expect.closeTo(781_000, -4) },
      { key: 'b', name: 'Plein', functions: ['library', 'play'], attributes: { minAge: 3 }, areaM2: null },
    ]);
  });

  it('refuses an attribute with the name of something that every facility has, so that neither is lost', async () => {
    const problem = await refusal(
      importing([place({ id: 1, bron: 'x' })], {
        defaultFunctions: ['play'],
        attributes: { source: 'bron' },
      }),
    );
    expect(problem.message).toContain('An attribute cannot be called "source"');
  });

  it('lists words it does not know and still imports a place with one it knows', async () => {
    const result = await importing(
      [place({ id: 1, wat: 'play, trampoline' })],
      { functions: 'wat' },
      'words',
    );
    expect(result.report).toMatchObject([
      { severity: 'warning', check: 'unknown-function', value: 'trampoline' },
    ]);
    const problem = await refusal(
      importing([place({ id: 1, wat: 'trampoline' })], { functions: 'wat' }, 'words'),
    );
    expect(problem.message).toContain(
      'feature 1 (1): "trampoline" in wat is no known function; give one for such places with --function',
    );
    await importing(
      [place({ id: 1, wat: 'trampoline' })],
      { functions: 'wat', defaultFunctions: ['play'] },
      'words',
    );
    expect(await stored('words')).toMatchObject([{ key: '1', functions: ['play'] }]);
  });

  it('leaves out ages that are reversed, a surface of 0 and what is no value, with a warning each, and keeps the place', async () => {
    const result = await importing(
      [
        place({ ref: 'a', from: 12, to: 3, m2: 0, fee: 'ja', lit: 'misschien' }),
        place({ ref: 'b', from: 3, to: 12, m2: '250,5', fee: '', lit: 'nee' }),
        place({ ref: 'c', from: null, to: null, m2: null, fee: null, lit: null }, square(0, 0)),
      ],
      {
        key: 'ref',
        defaultFunctions: ['play'],
        area: 'm2',
        attributes: { minAge: 'from', maxAge: 'to', fee: 'fee', lit: 'lit' },
      },
      'doubtful',
    );
    expect(result.report).toMatchObject([
      { severity: 'warning', check: 'attribute', feature: 'feature 1 (a)', value: 'misschien' },
      { severity: 'warning', check: 'ages-reversed', feature: 'feature 1 (a)', value: '12-3' },
      { severity: 'warning', check: 'area', feature: 'feature 1 (a)', value: '0' },
    ]);
    expect(await stored('doubtful')).toEqual([
      { key: 'a', name: null, functions: ['play'], attributes: { fee: 'yes' }, areaM2: null },
      {
        key: 'b',
        name: null,
        functions: ['play'],
        attributes: { minAge: 3, maxAge: 12, lit: 'no' },
        areaM2: 250.5,
      },
      { key: 'c', name: null, functions: ['play'], attributes: {}, areaM2: expect.closeTo(781_000, -4) },
    ]);
  });

  it('refuses a polygon without a surface', async () => {
    const flat: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [3.7, 51],
          [3.71, 51],
          [3.72, 51],
          [3.7, 51],
        ],
      ],
    };
    const problem = await refusal(
      importing([place({ ref: 'flat' }, flat)], { key: 'ref', defaultFunctions: ['play'] }),
    );
    expect(problem.message).toContain('feature 1 (flat): nothing is left of the geometry');
  });

  it('takes points from two columns of a table, and refuses a half or unreadable one whole', async () => {
    const table = async (content: string, map: Partial<FacilityMap>, epsg?: number) => {
      const file = await fileWith('places.csv', content);
      const step: FacilitiesStep = {
        kind: 'facilities',
        file,
        sourceId: 'table',
        map: { key: 'id', defaultFunctions: ['play'], ...map },
        ...(epsg === undefined ? {} : { epsg }),
        source: sourceOf('Table'),
      };
      return runImport(database, { message: 'table', steps: [step] });
    };
    await table('id;x;y\na;3,72;51,05\n', { lon: 'x', lat: 'y' });
    const where = await sql<{ lon: number; lat: number }>`
      select ST_X(f.geom) as lon, ST_Y(f.geom) as lat from current_release c
      join release_items i on i.release = c.release and i.item_key = 'facilities/table'
      join facilities f on f.region = i.region and f.version = i.dataset_version`.execute(database.kysely);
    expect(where.rows).toEqual([{ lon: 3.72, lat: 51.05 }]);
    const message = async (content: string, map: Partial<FacilityMap>) =>
      (await refusal(table(content, map))).message;
    expect(await message('id;x;y\na;3,72;noord\n', { lon: 'x', lat: 'y' })).toContain(
      'row 1: lies at "3,72, noord"',
    );
    expect(await message('id;x;y\na;3,72;51\n', { lon: 'x' })).toContain('name both');
  });

  it('uses the publisher’s own key, else one made from the record', async () => {
    const map = { defaultFunctions: ['play'] };
    await importing([place({ id: 7 }), place({ id: 8 })], map, 'keys');
    expect((await stored('keys')).map(({ key }) => key)).toEqual(['7', '8']);
    // The ids repeat, so they are no keys; the third place says the same as the first.
    const result = await importing(
      [place({ id: 7 }), place({ id: 7, name: 'x' }), place({ id: 7 })],
      map,
      'keys',
    );
    expect((await stored('keys')).map(({ key }) => /^[0-9a-f]{16}$/.test(key))).toEqual([true, true]);
    expect(result.report).toMatchObject([{ severity: 'warning', check: 'identical', feature: 'feature 3' }]);
  });

  it('refuses a doubled key, naming both features', async () => {
    const problem = await refusal(
      importing([place({ ref: 'a' }), place({ ref: 'a' })], { key: 'ref', defaultFunctions: ['play'] }),
    );
    expect(problem.message).toContain('feature 2 (a): key "a" is already that of feature 1');
  });

  it('refuses an unknown publisher, an unknown function, an empty file and a map that says nothing', async () => {
    const message = async (features: Feature[], map: FacilitiesStep['map']) =>
      (await refusal(importing(features, map))).message;
    expect(await message([place({})], 'antwerpen')).toContain(
      '"antwerpen" is no known publisher: give one of gent',
    );
    expect(await message([place({})], { defaultFunctions: ['swim'] })).toContain('"swim" is no function');
    expect(await message([place({})], {})).toContain('say what the places are for');
    expect(await message([], { defaultFunctions: ['play'] })).toContain('holds no features');
  });

  it('warns of a place that lies in no area of the region, with the feature and where it lies', async () => {
    const features = [
      place({ ref: 'in' }, { type: 'Point', coordinates: [3.705, 51.005] }),
      place({ ref: 'swapped' }, { type: 'Point', coordinates: [51.005, 3.705] }),
      place({ ref: 'nowhere' }, { type: 'Point', coordinates: [0, 0] }),
      // Half of it lies in the block.
      place({ ref: 'across' }, square(1.5, 0)),
    ];
    const map = { key: 'ref', defaultFunctions: ['play'] };
    const file = await fileWith('places.geojson', collection(features));
    const step: FacilitiesStep = {
      kind: 'facilities',
      file,
      sourceId: 'far',
      map,
      epsg: 4326,
      source: sourceOf('Places'),
    };
    const steps = [await areasStep(collection(block())), step];
    const expected = [
      {
        severity: 'warning',
        check: 'outside',
        feature: 'feature 2 (swapped)',
        value: '51.005, 3.705',
        message:
          'places.geojson: feature 2 (swapped): lies at 51.005, 3.705 (longitude, latitude), in no sector of region far: check its coordinates',
      },
      { severity: 'warning', check: 'outside', feature: 'feature 3 (nowhere)', value: '0, 0' },
    ];
    // Against areas of the same import, and against those that are there.
    const { report } = await runImport(database, { region: 'far', message: 'both', steps });
    expect(report).toMatchObject(expected);
    const again = {
      ...step,
      sourceId: 'far-again',
      file: await fileWith('places.geojson', collection(features)),
    };
    const later = await runImport(database, { region: 'far', message: 'later', steps: [again] });
    expect(later.report).toMatchObject(expected);
    expect(report).toHaveLength(2);
  });
});
