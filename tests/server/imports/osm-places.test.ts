import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportCorrections } from '../../../server/corrections/export.ts';
import { recordCorrection } from '../../../server/corrections/record.ts';
import type { CorrectionRequest } from '../../../server/corrections/types.ts';
import type { Database } from '../../../server/database/types.ts';
import { createReport } from '../../../server/imports/report.ts';
import { runImport } from '../../../server/imports/run.ts';
import type { FacilitiesStep } from '../../../server/imports/types.ts';
import type { OsmFile } from '../../../server/readers/osm/open.ts';
import { openFile } from '../../../server/readers/registry.ts';
import { osmFunctions } from '../../../server/sources/osm/functions.ts';
import { osmPlaces } from '../../../server/sources/osm/places.ts';
import { assembleRings, multiPolygonOf } from '../../../server/sources/osm/rings.ts';
import { describeOnDatabases } from '../../database.ts';
import { fileWith, refusal, sourceOf } from './fixtures.ts';

type Unsigned = CorrectionRequest extends infer One
  ? One extends unknown
    ? Omit<One, 'author' | 'reason'>
    : never
  : never;

describe('which elements of OpenStreetMap are places', () => {
  it('follows the rules that stand as data', () => {
    expect(osmFunctions({ leisure: 'playground' })).toEqual(['play']);
    expect(osmFunctions({ leisure: 'park', playground: 'slide' })).toEqual(['green', 'play', 'recreation']);
    expect(
      osmFunctions({ amenity: 'library', internet_access: 'wlan', 'internet_access:fee': 'no' }),
    ).toEqual(['library', 'meeting', 'wifi']);
    expect(osmFunctions({ internet_access: 'wlan' })).toEqual([]);
    expect(osmFunctions({ leisure: 'garden' })).toEqual([]);
    expect(osmFunctions({ leisure: 'garden', access: 'yes' })).toEqual(['green']);
    expect(osmFunctions({ amenity: 'school', 'isced:level': '2;3' })).toEqual([]);
    expect(osmFunctions({ amenity: 'school', 'isced:level': '0;1' })).toEqual([
      'nursery_school',
      'primary_school',
    ]);
    expect(osmFunctions({ amenity: 'social_facility', name: 'Huis van het Kind Aalst' })).toEqual([
      'huis_van_het_kind',
    ]);
    expect(osmFunctions({ highway: 'residential' })).toEqual([]);
  });

  it('leaves out what only its owner may enter, but not a school', () => {
    expect(osmFunctions({ leisure: 'playground', access: 'private' })).toEqual([]);
    expect(osmFunctions({ amenity: 'school', access: 'private' })).toEqual(['primary_school']);
  });
});

describe('rings of a multipolygon', () => {
  it('are joined from ways in any order and direction, with holes in the ring around them', () => {
    const line = (nodes: number[]) => ({ nodes, coordinates: nodes.map(n => [n % 10, Math.floor(n / 10)]) });
    // A square 0,0 – 4,4 in two ways, the second backwards, and a triangle in it.
    const outer = assembleRings([line([0, 4, 44]), line([0, 40, 44])]);
    const inner = assembleRings([line([11, 12, 21, 11])]);
    expect(outer?.map(ring => ring.length)).toEqual([5]);
    expect(multiPolygonOf(outer!, inner!)).toMatchObject({
      type: 'Polygon',
      coordinates: [{ length: 5 }, { length: 4 }],
    });
    expect(assembleRings([line([0, 4, 44])])).toBe(null);
  });
});

const real = process.env.REAL_DATA_DIR ?? '';

describe.skipIf(real === '')('a real extract around Lebbeke (2011)', () => {
  it('gives as many places as it has tags of each kind', async () => {
    const file = await openFile(join(real, 'osm', 'lebbeke_test_network_big.osm'));
    const records = await osmPlaces(file as OsmFile, createReport(file.name));
    const counts = Map.groupBy(records, ({ properties }) => properties.functions);
    // Counted with grep: 3 playground, 8 pitch, 7 park, 5 school, 1 library, and none of the other tags of the rules.
    expect(Object.fromEntries([...counts].map(([functions, some]) => [functions, some.length]))).toEqual({
      play: 3,
      'recreation,sport': 8,
      'green,recreation': 7,
      primary_school: 5,
      'library,meeting': 1,
    });
  });
});

/** A square way of about 70 by 111 m, a relation of two half ways, a node, and what is no place. */
const FILE = `<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="by hand">
  <node id="1" version="3" lat="51.000" lon="3.700"/>
  <node id="2" version="1" lat="51.000" lon="3.701"/>
  <node id="3" version="1" lat="51.001" lon="3.701"/>
  <node id="4" version="1" lat="51.001" lon="3.700"/>
  <node id="5" version="2" lat="51.0005" lon="3.7005"><tag k="playground" v="slide"/></node>
  <node id="6" version="7" lat="51.002" lon="3.7"><tag k="amenity" v="library"/><tag k="name" v="Bib &amp; co"/><tag k="wheelchair" v="limited"/></node>
  <node id="7" version="1" lat="51.003" lon="3.7"><tag k="leisure" v="playground"/><tag k="min_age" v="12"/><tag k="max_age" v="3"/></node>
  <way id="10" version="5"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/>
    <tag k="leisure" v="playground"/><tag k="name" v="Speelplein"/><tag k="min_age" v="3"/><tag k="max_age" v="12"/><tag k="check_date" v="2025-05-01"/></way>
  <way id="11" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/></way>
  <way id="12" version="1"><nd ref="1"/><nd ref="4"/><nd ref="3"/></way>
  <way id="13" version="1"><nd ref="1"/><nd ref="99"/><nd ref="1"/><tag k="leisure" v="park"/></way>
  <way id="14" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="footway"/></way>
  <relation id="20" version="2"><member type="way" ref="11" role="outer"/><member type="way" ref="12" role="outer"/>
    <tag k="type" v="multipolygon"/><tag k="leisure" v="park"/><tag k="name" v="Park"/></relation>
  <relation id="21" version="1"><member type="way" ref="77" role="outer"/><tag k="type" v="multipolygon"/><tag k="leisure" v="park"/></relation>
</osm>`;

describeOnDatabases('Importing places of OpenStreetMap', open => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  const importing = async (content: string, name = 'kaart.osm') => {
    const file = await fileWith(name, content);
    const step: FacilitiesStep = {
      kind: 'facilities',
      file,
      sourceId: 'osm',
      map: 'osm',
      source: sourceOf('OSM'),
    };
    return runImport(database, { message: 'osm', steps: [step] });
  };

  it('makes places of nodes, closed ways and multipolygons, and says what is not whole', async () => {
    const { report } = await importing(FILE);
    expect(report.map(({ severity, check, feature }) => [severity, check, feature])).toEqual([
      ['warning', 'incomplete', 'feature 5 (way 13)'],
      ['warning', 'incomplete', 'feature 7 (relation 21)'],
      ['warning', 'ages-reversed', expect.stringContaining('node/7')],
    ]);
    expect(report[0]?.message).toContain('1 of the 3 nodes of way 13 are not in the file');
    const { rows } = await sql<Record<string, unknown>>`
      select f.key, f.name, f.functions, f.attributes, round(f.area_m2) as area, ST_GeometryType(f.geom) as shape,
        f.origin -> 'osm' ->> 'version' as version
      from current_release c
      join release_items i on i.release = c.release and i.item_key = 'facilities/osm'
      join facilities f on f.region = i.region and f.version = i.dataset_version
      order by f.idx`.execute(database.kysely);
    // 0.001° at 51°: 70.2 m by 111.3 m on the ellipsoid, 7 812 m² by geod (PROJ 9).
    const area = expect.closeTo(7_812, -1);
    expect(rows).toEqual([
      {
        key: 'node/6',
        name: 'Bib & co',
        functions: ['library', 'meeting'],
        attributes: { wheelchair: 'limited' },
        area: null,
        shape: 'ST_Point',
        version: '7',
      },
      {
        key: 'node/7',
        name: null,
        functions: ['play'],
        attributes: {},
        area: null,
        shape: 'ST_Point',
        version: '1',
      },
      {
        key: 'relation/20',
        name: 'Park',
        functions: ['green', 'recreation'],
        attributes: {},
        area,
        shape: 'ST_Polygon',
        version: '2',
      },
      {
        key: 'way/10',
        name: 'Speelplein',
        functions: ['play'],
        attributes: { minAge: 3, maxAge: 12, lastChecked: '2025-05-01' },
        area,
        shape: 'ST_Polygon',
        version: '5',
      },
    ]);
  });

  it('hands corrections back: an osmChange of what tags can say, and notes of the rest', async () => {
    await importing(FILE);
    const signed = { author: 'An', reason: 'gezien' };
    const correct = (request: Unsigned) =>
      recordCorrection(database, 'own', { ...signed, ...request } as CorrectionRequest);
    await correct({
      action: 'change',
      facility: 'osm/node/6',
      name: 'Bib "De Zon"',
      lon: 3.7002,
      lat: 51.002,
    });
    await correct({ action: 'close', facility: 'osm/way/10' });
    await correct({ action: 'change', facility: 'osm/relation/20', lon: 3.7006, lat: 51.0006 });
    const added = await correct({
      action: 'add',
      functions: ['play'],
      name: 'Speelbos',
      lon: 3.71,
      lat: 51.01,
    });
    const exported = async (format: 'osc' | 'geojson') =>
      text((await exportCorrections(database, { format, region: 'own' })).stream);
    const change = await exported('osc');
    // Written by hand after the OSM wiki, OsmChange: a new element has a negative id; a way keeps its nodes.
    expect(change.replace(/id="-\d+"/, 'id="-1"')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<osmChange version="0.6" generator="Buurtbalans">
  <create>
    <node id="-1" version="0" lat="51.01" lon="3.71">
      <tag k="leisure" v="playground"/>
      <tag k="name" v="Speelbos"/>
    </node>
  </create>
  <modify>
    <node id="6" version="7" lat="51.002" lon="3.7002">
      <tag k="amenity" v="library"/>
      <tag k="name" v="Bib &quot;De Zon&quot;"/>
      <tag k="wheelchair" v="limited"/>
    </node>
    <way id="10" version="5">
      <nd ref="1"/>
      <nd ref="2"/>
      <nd ref="3"/>
      <nd ref="4"/>
      <nd ref="1"/>
      <tag k="check_date" v="2025-05-01"/>
      <tag k="disused:leisure" v="playground"/>
      <tag k="max_age" v="12"/>
      <tag k="min_age" v="3"/>
      <tag k="name" v="Speelplein"/>
    </way>
  </modify>
</osmChange>
`);
    const notes = JSON.parse(await exported('geojson'));
    expect(notes.features).toMatchObject([
      { id: 'osm/relation/20', properties: { text: 'moved (An: gezien)', author: 'An' } },
    ]);
    await recordCorrection(database, 'own', { action: 'undo', change: added.change, ...signed });
    expect(await exported('osc')).not.toContain('<create>');
    // The next extract has a newer version of the element: the correction stands over it.
    await importing(FILE.replace('id="6" version="7"', 'id="6" version="8"'));
    expect(await exported('osc')).toContain('<node id="6" version="8" lat="51.002" lon="3.7002">');
  });

  it('refuses a broken file whole, and one without places', async () => {
    const broken = await refusal(importing(FILE.slice(0, 1500)));
    expect(broken).toMatchObject({ code: 'bad-input' });
    expect(broken.message).toContain('cut off');
    const none = await refusal(importing('<osm version="0.6"><node id="1" lat="51" lon="3.7"/></osm>'));
    expect(none.message).toContain('no place');
  });
});
