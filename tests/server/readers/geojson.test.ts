import { describe, expect, it } from 'vitest';
import { openFile } from '../../../server/readers/registry.ts';
import { readContent, readPath, writeFile } from './fixtures.ts';

const POINT = { type: 'Point', coordinates: [3.72, 51.05] };
const feature = (properties: unknown, geometry: unknown = POINT, more: object = {}) => ({
  type: 'Feature',
  ...more,
  properties,
  geometry,
});
const collection = (features: unknown[], more: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', ...more, features });
const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } });

describe('a GeoJSON file', () => {
  it('gives its features one by one, numbered from 1', async () => {
    const records = await readContent(
      'a.geojson',
      collection([feature({ code: 'A' }), feature({ code: 'B' })]),
    );
    expect(records).toEqual([
      { number: 1, properties: { code: 'A' }, geometry: POINT },
      { number: 2, properties: { code: 'B' }, geometry: POINT },
    ]);
  });

  it('may start with a byte order mark and have CRLF line ends', async () => {
    const text = `\ufeff${JSON.stringify(JSON.parse(collection([feature({ code: 'A' })])), null, 2).replaceAll('\n', '\r\n')}`;
    expect(await readContent('a.geojson', text)).toHaveLength(1);
  });

  it('may have its members in any order', async () => {
    const text = `{"features":[${JSON.stringify(feature({ code: 'A' }))}],"name":"x","type":"FeatureCollection"}`;
    expect(await readContent('a.geojson', text)).toHaveLength(1);
  });

  it('may be one bare Feature', async () => {
    expect(await readContent('a.json', JSON.stringify(feature({ code: 'A' })))).toEqual([
      { number: 1, properties: { code: 'A' }, geometry: POINT },
    ]);
  });

  it('may have one feature a line, also with record separators (RFC 8142)', async () => {
    const lines = [feature({ code: 'A' }), feature({ code: 'B' })].map(one => JSON.stringify(one));
    expect(await readContent('a.ndjson', `${lines.join('\n')}\n`)).toHaveLength(2);
    expect(await readContent('a.geojsons', lines.map(line => `\x1e${line}\n`).join(''))).toHaveLength(2);
  });

  it('may be a list of records whose geometry is a nested Feature, as in Gent', async () => {
    const [record] = await readContent(
      'a.json',
      JSON.stringify([{ geometry: feature({}), naam: 'Park', fiche_id: 7 }]),
    );
    expect(record).toEqual({ number: 1, properties: { naam: 'Park', fiche_id: 7 }, geometry: POINT });
  });

  it('yields nothing when the collection is empty', async () => {
    expect(await readContent('a.geojson', collection([]))).toEqual([]);
  });

  it('keeps a null geometry as null, and an empty one too (RFC 7946, 3.1)', async () => {
    const records = await readContent(
      'a.geojson',
      collection([feature({}, null), feature({}, { type: 'Polygon', coordinates: [] })]),
    );
    expect(records.map(record => record.geometry)).toEqual([null, null]);
  });

  it('drops heights', async () => {
    const polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0, 9],
          [1, 0, 9],
          [1, 1, 9],
          [0, 0, 9],
        ],
      ],
    };
    const nested = { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2, 3, 4] }] };
    const records = await readContent('a.geojson', collection([feature({}, polygon), feature({}, nested)]));
    expect(records[0]!.geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    });
    expect(records[1]!.geometry).toEqual({
      type: 'GeometryCollection',
      geometries: [{ type: 'Point', coordinates: [1, 2] }],
    });
  });

  it("offers a feature's id as property `id` only when the properties have none", async () => {
    const records = await readContent(
      'a.geojson',
      collection([
        feature({ code: 'A' }, POINT, { id: 'x1' }),
        feature({ id: 'own' }, POINT, { id: 'x2' }),
        feature(null, POINT, { id: 3 }),
      ]),
    );
    expect(records.map(record => record.properties.id)).toEqual(['x1', 'own', 3]);
  });

  it('repairs doubly encoded names and leaves right ones alone', async () => {
    const names = { a: 'BrÃ¼gge', b: 'Brügge', c: 'LiÃ¨ge', list: ['Ã©'] };
    const [record] = await readContent('a.geojson', collection([feature(names)]));
    expect(record!.properties).toEqual({ a: 'Brügge', b: 'Brügge', c: 'Liège', list: ['é'] });
  });

  it('reads a file in windows-1252', async () => {
    const [record] = await readContent(
      'a.geojson',
      Buffer.from(collection([feature({ naam: 'Liège' })]), 'latin1'),
    );
    expect(record!.properties.naam).toBe('Liège');
  });
});

describe('the coordinate system that a GeoJSON file declares', () => {
  it.each([
    ['urn:ogc:def:crs:EPSG::31370', 31370],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 4326],
    ['EPSG:3812', 3812],
    ['http://www.opengis.net/def/crs/EPSG/0/28992', 28992],
    ['http://www.opengis.net/gml/srs/epsg.xml#27700', 27700],
    ['urn:ogc:def:crs:EPSG:6.9:2154', 2154],
    ['local', null],
  ])('%s is %s', async (name, epsg) => {
    expect((await openFile(writeFile('a.geojson', collection([], crs(name))))).declaredEpsg).toBe(epsg);
  });

  it('is null without a crs member', async () => {
    expect((await openFile(writeFile('a.geojson', collection([])))).declaredEpsg).toBeNull();
  });

  it('is found behind the features too, and not in their properties', async () => {
    const features = JSON.stringify([feature({ crs: crs('EPSG:3812').crs })]);
    const after = JSON.stringify(crs('urn:ogc:def:crs:EPSG::31370')).slice(1);
    const late = writeFile('a.geojson', `{"type":"FeatureCollection","features":${features}, ${after}\n`);
    expect((await openFile(late)).declaredEpsg).toBe(31370);
    expect(await readPath(late)).toHaveLength(1);
    const inProperties = writeFile('b.geojson', `{"type":"FeatureCollection","features":${features}}`);
    expect((await openFile(inProperties)).declaredEpsg).toBeNull();
  });
});

describe('a broken GeoJSON file is refused with its name and the place', () => {
  const whole = collection([feature({ code: 'A' }), feature({ code: 'B' })]);

  it('when it is empty', async () => {
    await expect(readContent('a.geojson', '')).rejects.toThrow('a.geojson: is empty (0 bytes)');
  });

  it('when it is cut off inside a feature', async () => {
    const cut = whole.slice(0, -30);
    await expect(readContent('a.geojson', cut)).rejects.toThrow(
      `a.geojson: is cut off: the file ends at byte ${cut.length}, in the middle of feature 2`,
    );
  });

  it('when it is cut off between features', async () => {
    const cut = whole.slice(0, whole.indexOf(',{"type":"Feature"'));
    await expect(readContent('a.geojson', cut)).rejects.toThrow(
      `ends at byte ${cut.length}, after feature 1`,
    );
  });

  it('when it is cut off after the features', async () => {
    await expect(readContent('a.geojson', whole.slice(0, -1))).rejects.toThrow('before its closing "}"');
  });

  it('when a line of features is cut off', async () => {
    const line = JSON.stringify(feature({ code: 'A' }));
    await expect(readContent('a.ndjson', `${line}\n${line.slice(0, -5)}`)).rejects.toThrow(
      'in the middle of feature 2',
    );
  });

  it('when a feature is not valid JSON', async () => {
    const word = whole.replace('"B"', 'B');
    const start = word.lastIndexOf('{"type":"Feature"');
    await expect(readContent('a.geojson', word)).rejects.toThrow(
      `a.geojson: feature 2 is not valid JSON (it starts at byte ${start}): Unexpected token 'B'`,
    );
    const colon = whole.replace('"code":"B"', '"code" "B"');
    await expect(readContent('a.geojson', colon)).rejects.toThrow(
      `a.geojson: feature 2 is not valid JSON at byte ${colon.indexOf('"B"')}: Expected ':'`,
    );
  });

  it('when a comma is missing or too many', async () => {
    await expect(
      readContent('a.geojson', whole.replace('},{"type":"Feature"', '} {"type":"Feature"')),
    ).rejects.toThrow('no comma after feature 1');
    await expect(
      readContent('a.geojson', whole.replace(']}', ',]}').replace('}},]', '}},]')),
    ).rejects.toThrow(/a\.geojson/);
    await expect(readContent('a.geojson', collection([]).replace('[]', '[,]'))).rejects.toThrow(
      'no feature 1',
    );
  });

  it('when text follows the collection', async () => {
    await expect(readContent('a.geojson', `${whole} x`)).rejects.toThrow('text after the end');
  });

  it.each([
    ['{"type":"Topology","objects":{}}', 'it has type "Topology"'],
    ['{"hello":1}', 'it has no "type"'],
    ['{"type":"FeatureCollection"}', 'has no list "features"'],
    ['"text"', 'this is not GeoJSON'],
    ['[1]', 'record 1 is 1, not an object'],
    ['{"type":"FeatureCollection","features":[null]}', 'feature 1 is null, not a Feature'],
    ['{"type":"FeatureCollection","features":[{"attributes":{}}]}', 'this looks like Esri JSON'],
    [collection([feature([1])]), 'properties is [1], not an object'],
    [collection([feature({}, { type: 'Circle' })]), 'geometry has type "Circle"'],
    [
      collection([feature({}), feature({}, { type: 'Point', coordinates: ['3', '51'] })]),
      'feature 2: position ["3","51"]',
    ],
    [
      collection([feature({}, { type: 'Polygon', coordinates: [[1, 2]] })]),
      'coordinates hold 1 where a list belongs',
    ],
    [
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1e999,2]}}]}',
      'is not two finite numbers',
    ],
  ])('when it is %s', async (text, message) => {
    await expect(readContent('a.geojson', text)).rejects.toThrow(message);
  });

  it('when it holds more records than the limit', async () => {
    await expect(readContent('a.geojson', whole, { limits: { maxRecords: 1 } })).rejects.toMatchObject({
      code: 'too-large',
      message: 'a.geojson: holds more than 1 records; split it',
      details: { limit: 'maxRecords', value: 2, maximum: 1 },
    });
  });

  it('when it is larger than the limit', async () => {
    await expect(readContent('a.geojson', whole, { limits: { maxBytes: 100 } })).rejects.toMatchObject({
      code: 'too-large',
      details: { limit: 'maxBytes', maximum: 100, value: whole.length },
    });
  });
});

describe('reading a GeoJSON file', () => {
  it('tells how far it is', async () => {
    const text = collection([feature({ code: 'A' })]);
    const seen: [number, number][] = [];
    await readContent('a.geojson', text, { onProgress: (read, total) => seen.push([read, total]) });
    expect(seen).toEqual([[text.length, text.length]]);
  });

  it('stops when the caller no longer wants it', async () => {
    const reading = readContent('a.geojson', collection([feature({})]), { signal: AbortSignal.abort() });
    await expect(reading).rejects.toThrow(/abort/i);
  });
});
