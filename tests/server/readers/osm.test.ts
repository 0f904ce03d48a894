import { deflateSync } from 'node:zlib';
import { PbfWriter } from 'pbf';
import { describe, expect, it } from 'vitest';
import type { OsmElement } from '../../../server/readers/osm/elements.ts';
import { isOsm, openOsm } from '../../../server/readers/osm/open.ts';
import { openFile } from '../../../server/readers/registry.ts';
import { collect, writeFile } from './fixtures.ts';

async function elementsOf(name: string, content: string | Uint8Array): Promise<OsmElement[]> {
  const file = await openOsm(writeFile(name, content));
  const all: OsmElement[] = [];
  for await (const batch of file.elements()) all.push(...batch);
  return all;
}

const XML = `<?xml version='1.0' encoding='UTF-8'?>
<osm version="0.6" generator="made up">
  <note>not a part of the map</note>
  <bounds minlat="50" minlon="3" maxlat="51" maxlon="4"/>
  <node id="1" lat="50.5" lon="3.5"/>
  <node id="-2" lat="50.25" lon="-3.25" user="jos"><tag k="name" v="Plein &amp; &quot;park&quot; &#128512;"/></node>
  <node id="3" action="delete" lat="50" lon="3"/>
  <node id="4" visible="false"/>
  <way id="9007199254740991"><nd ref="1"/><nd ref="-2"/><tag k="highway" v="footway"/></way>
  <relation id="7"><member type="way" ref="9007199254740991" role="outer"/><tag k="type" v="multipolygon"/></relation>
</osm>
`;

const ELEMENTS: OsmElement[] = [
  { type: 'node', id: 1, lon: 3.5, lat: 50.5, tags: null },
  { type: 'node', id: -2, lon: -3.25, lat: 50.25, tags: { name: 'Plein & "park" 😀' } },
  { type: 'way', id: 9007199254740991, nodes: [1, -2], tags: { highway: 'footway' } },
  {
    type: 'relation',
    id: 7,
    members: [{ type: 'way', id: 9007199254740991, role: 'outer' }],
    tags: { type: 'multipolygon' },
  },
];

describe('OSM XML', () => {
  it('gives nodes, ways and relations with their tags, and leaves out what was deleted', async () => {
    expect(await elementsOf('a.osm', XML)).toEqual(ELEMENTS);
  });

  it('is known by its first bytes, under any name', async () => {
    const file = await openFile(writeFile('export.xml', `\ufeff${XML}`));
    expect(isOsm(file)).toBe(true);
    await expect(collect(file)).rejects.toThrow('import it as a network or as places');
  });

  it.each([
    [XML.slice(0, XML.indexOf('<relation')), 'is cut off after way 9007199254740991'],
    [XML.slice(0, XML.indexOf('highway')), 'is cut off after node -2'],
    [XML.replace('</way>', '</node>'), 'is not valid OSM XML after node -2'],
    [XML.replace('lat="50.5"', 'lat="95"'), 'node 1 has lat "95" and lon "3.5"; give degrees'],
    [XML.replace('id="1" lat="50.5"', 'id="1"'), 'node 1 has lat "" and lon "3.5"; give degrees'],
    [XML.replace('ref="1"', 'ref="x"'), '"x" is no ref; give a whole number'],
    [XML.replaceAll('osm', 'osmChange'), 'holds <osmChange> where <osm> is expected'],
  ])('that is damaged is refused where it is', async (content, sentence) => {
    await expect(elementsOf('a.osm', content)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining(sentence),
    });
  });
});

/** A field of bytes. */
const field = (tag: number, bytes: Uint8Array) => (pbf: PbfWriter) => pbf.writeBytesField(tag, bytes);
const message = (...fields: ((pbf: PbfWriter) => void)[]): Uint8Array => {
  const pbf = new PbfWriter();
  for (const write of fields) write(pbf);
  return pbf.finish();
};
function blob(type: string, content: Uint8Array, packed = field(3, deflateSync(content))): Buffer {
  const body = message(packed);
  const header = message(
    pbf => pbf.writeStringField(1, type),
    pbf => pbf.writeVarintField(3, body.length),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, body]);
}
const header = (...features: string[]) =>
  blob(
    'OSMHeader',
    message(...features.map(feature => (pbf: PbfWriter) => pbf.writeStringField(4, feature))),
  );

const TEXTS = ['', 'name', 'Plein & "park" 😀', 'highway', 'footway', 'outer', 'type', 'multipolygon'];
const strings = field(1, message(...TEXTS.map(text => field(1, Buffer.from(text)))));
const dense = (tags: number[]) =>
  message(
    field(
      2,
      message(
        pbf => pbf.writePackedSVarint(1, [1, -3]),
        pbf => pbf.writePackedSVarint(8, [500_000_000, -2_500_000]),
        pbf => pbf.writePackedSVarint(9, [35_000_000, -67_500_000]),
        pbf => pbf.writePackedVarint(10, tags),
      ),
    ),
  );
const way = message(
  field(
    3,
    message(
      pbf => pbf.writeVarintField(1, 9007199254740991),
      pbf => pbf.writePackedVarint(2, [3]),
      pbf => pbf.writePackedVarint(3, [4]),
      pbf => pbf.writePackedSVarint(8, [1, -3]),
    ),
  ),
);
const relation = (roles: number[]) =>
  message(
    field(
      4,
      message(
        pbf => pbf.writeVarintField(1, 7),
        pbf => pbf.writePackedVarint(2, [6]),
        pbf => pbf.writePackedVarint(3, [7]),
        pbf => pbf.writePackedVarint(8, roles),
        pbf => pbf.writePackedSVarint(9, [9007199254740991]),
        pbf => pbf.writePackedVarint(10, [1]),
      ),
    ),
  );
const HEADER = header('OsmSchema-V0.6', 'DenseNodes');
const block = (...groups: Uint8Array[]) => message(strings, ...groups.map(group => field(2, group)));
// Latitudes count from half a degree here, which is written after the group that it applies to.
const OFFSET = (pbf: PbfWriter) => pbf.writeVarintField(19, 500_000_000);
const DATA = blob(
  'OSMData',
  Buffer.concat([block(dense([0, 1, 2, 0]), way, relation([5])), message(OFFSET)]),
);

describe('OSM PBF', () => {
  it('gives nodes, ways and relations with their tags', async () => {
    expect(await elementsOf('a.osm.pbf', Buffer.concat([HEADER, DATA]))).toEqual([
      { type: 'node', id: 1, lon: 3.5, lat: 50.5, tags: null },
      { type: 'node', id: -2, lon: -3.25, lat: 50.25, tags: { name: 'Plein & "park" 😀' } },
      ...ELEMENTS.slice(2),
    ]);
  });

  it('may be without packing, and with blocks of another kind', async () => {
    const content = block(way);
    const raw = blob('OSMData', content, field(1, content));
    const all = await elementsOf('a.pbf', Buffer.concat([HEADER, blob('Notes', content), raw]));
    expect(all).toEqual([ELEMENTS[2]]);
  });

  it('is known by its first bytes, under any name', async () => {
    expect(isOsm(await openFile(writeFile('download', Buffer.concat([HEADER, DATA]))))).toBe(true);
  });

  const flipped = Buffer.concat([HEADER, DATA]);
  flipped[flipped.length - 20]! ^= 0xff;
  it.each<[string, Uint8Array, string]>([
    [
      'cut off',
      Buffer.concat([HEADER, DATA]).subarray(0, -9),
      `is cut off in the block at byte ${HEADER.length}`,
    ],
    ['cut off in a length', Buffer.concat([HEADER, Buffer.alloc(3)]), 'is cut off in the block'],
    ['flipped', flipped, `is damaged: the block at byte ${HEADER.length} cannot be unpacked`],
    ['no pbf', Buffer.from('PBF is what the name says'), 'a header of 1346520608 bytes is announced'],
    ['headless', DATA, 'it holds data before its header'],
    ['history', Buffer.concat([header('HistoricalInformation'), DATA]), 'take an extract of one moment'],
    ['unknown feature', Buffer.concat([header('Sort.X'), DATA]), 'needs "Sort.X"'],
    ['lz4', Buffer.concat([HEADER, blob('OSMData', DATA, field(6, DATA))]), 'packed in another way'],
    ['tags without an end', Buffer.concat([HEADER, blob('OSMData', block(dense([1])))]), 'cannot be read'],
    [
      'a text that is not there',
      Buffer.concat([HEADER, blob('OSMData', block(dense([1, 99])))]),
      'cannot be read',
    ],
    [
      'members without a role',
      Buffer.concat([HEADER, blob('OSMData', block(relation([])))]),
      'cannot be read',
    ],
    ['half a group', Buffer.concat([HEADER, blob('OSMData', block(way).subarray(0, -4))]), 'cannot be read'],
    ['a bomb', Buffer.concat([HEADER, blob('OSMData', Buffer.alloc(40 * 2 ** 20))]), 'cannot be unpacked'],
  ])('that is broken is refused where it is: %s', async (_, content, sentence) => {
    await expect(elementsOf('a.osm.pbf', content)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining(sentence),
    });
  });
});

const { REAL_DATA_DIR } = process.env;

/** Counts and largest ids by osmium-tool 1.15.0 (Debian 12): osmium fileinfo -e. */
describe.skipIf(REAL_DATA_DIR === undefined)('OpenStreetMap files as they are', () => {
  it.each([
    ['kempen-highways.osm.pbf', [19_747, 3_702, 412], [2_273_997_435, 218_114_684, 2_888_693]],
    ['lebbeke_test_network_big.osm', [12_353, 1_728, 44], [1_495_422_622, 136_302_171, 1_770_727]],
  ])('%s has what osmium finds in it', async (name, counts, largest) => {
    const file = await openOsm(`${REAL_DATA_DIR}/osm/${name}`);
    const types = ['node', 'way', 'relation'] as const;
    const ids: Record<OsmElement['type'], number[]> = { node: [], way: [], relation: [] };
    for await (const batch of file.elements()) for (const { type, id } of batch) ids[type].push(id);
    expect(types.map(type => ids[type].length)).toEqual(counts);
    expect(types.map(type => ids[type].reduce((most, id) => Math.max(most, id), 0))).toEqual(largest);
  });
});
