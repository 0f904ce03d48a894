import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../../server/database/types.ts';
import { runImport } from '../../../server/imports/run.ts';
import type { ImportResult } from '../../../server/imports/types.ts';
import { openFile } from '../../../server/readers/registry.ts';
import type { OpenedFile } from '../../../server/readers/types.ts';
import { releaseByHash } from '../../../server/releases/catalogue.ts';
import { loadNetwork, networkItem } from '../../../server/releases/network.ts';
import { describeOnDatabases } from '../../database.ts';
import { collection, fileWith, refusal, sourceOf } from './fixtures.ts';

const line = (coordinates: number[][], properties: Record<string, unknown>) => ({
  type: 'Feature' as const,
  properties,
  geometry: { type: 'LineString' as const, coordinates },
});
const WEST = [3.7, 51];
const MIDDLE = [3.701, 51.0005];
const EAST = [3.702, 51];
const edges = (more: Record<string, unknown> = {}) =>
  collection([
    line([WEST, MIDDLE, EAST], { fromNode: 10, toNode: 20, lengthM: 160.5, kind: 'path' }),
    line([EAST, [3.703, 51]], { fromNode: 20, toNode: 30, lengthM: 70, kind: 'steps', ...more }),
  ]);

/** The ways of a cross, and one that is not walked. */
const OSM = `<osm version="0.6">
  ${[1, 2, 3, 4, 5].map(id => `<node id="${id}" lat="51" lon="${3.7 + id / 1000}"/>`).join('')}
  <node id="6" lat="51.001" lon="3.703"/><node id="7" lat="51.01" lon="3.71"/><node id="8" lat="51.01" lon="3.7101"/>
  <way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="5"/><tag k="highway" v="residential"/></way>
  <way id="2"><nd ref="3"/><nd ref="6"/><tag k="highway" v="steps"/></way>
  <way id="3"><nd ref="7"/><nd ref="8"/><tag k="highway" v="footway"/></way>
  <way id="4"><nd ref="1"/><nd ref="7"/><tag k="highway" v="motorway"/></way>
</osm>`;

describeOnDatabases('Importing a walking network', open => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  const importing = (file: OpenedFile, region = 'own'): Promise<ImportResult> =>
    runImport(database, {
      region,
      message: 'network',
      steps: [{ kind: 'network', file, source: { ...sourceOf('Streets'), licence: 'ODbL-1.0' } }],
    });
  const stored = async (result: ImportResult, region = 'own') => {
    const item = networkItem(await releaseByHash(database, result.release), region)!;
    return { item, network: (await loadNetwork(database, item))! };
  };

  it('keeps its edges with their bends, lengths and kinds, and says in how many parts it is', async () => {
    const result = await importing(await fileWith('edges.geojson', edges()));
    expect(result.datasets).toMatchObject([{ itemKey: 'network', rowCount: 2 }]);
    expect(result.report).toMatchObject([
      {
        severity: 'note',
        check: 'components',
        value: '1',
        message: expect.stringContaining('2 edges, 0.2 km, in 1 part; the largest holds 100 % of the length'),
      },
    ]);
    const { item, network } = await stored(result);
    expect(item.source.licence).toBe('ODbL-1.0');
    expect([...network.metres].sort()).toEqual([160.5, 70]);
    const path = network.metres.indexOf(160.5);
    expect([
      network.shapeLon[network.shapeStarts[path]!],
      network.shapeLat[network.shapeStarts[path]!],
    ]).toEqual([37_010_000, 510_005_000]);
    expect([network.kind[path], network.kind[1 - path]]).toEqual([1, 3]);
  });

  it('reads OpenStreetMap, with a warning about parts that no way leads to', async () => {
    const result = await importing(await fileWith('streets.osm', OSM), 'osm');
    expect(result.datasets).toMatchObject([{ rowCount: 4 }]);
    expect(result.report).toMatchObject([{ check: 'components', value: '2' }]);
    const { network } = await stored(result, 'osm');
    expect([...network.kind].sort()).toEqual([0, 0, 1, 3]);
    // The same content again is the same release.
    expect((await importing(await fileWith('streets.osm', OSM), 'osm')).unchanged).toBe(true);
  });

  it('cuts a way where the file lacks a node, and names both', async () => {
    const more = Array.from(
      { length: 10 },
      (_, i) => `<way id="${i + 10}"><nd ref="4"/><nd ref="5"/><tag k="highway" v="path"/></way>`,
    );
    const lacking = OSM.replace(
      '<nd ref="3"/><nd ref="6"/>',
      '<nd ref="3"/><nd ref="6"/><nd ref="99"/>',
    ).replace('</osm>', `${more.join('')}</osm>`);
    const { report } = await importing(await fileWith('cut.osm', lacking), 'cut');
    expect(report).toContainEqual(
      expect.objectContaining({
        severity: 'warning',
        message: 'cut.osm: way 2 lacks node 99 and is cut there',
      }),
    );
  });

  it.each([
    [
      'many ways that lack nodes',
      'a.osm',
      OSM.replaceAll('<nd ref="2"/>', '<nd ref="98"/>'),
      '1 of 3 ways to walk lack nodes, the first of them way 1, which lacks node 98',
    ],
    [
      'no way to walk',
      'a.osm',
      OSM.replaceAll(/residential|steps|footway/g, 'motorway'),
      'holds no way that can be walked',
    ],
    ['a file that was cut off', 'a.osm', OSM.slice(0, 300), 'is cut off after node'],
    [
      'a node in two places',
      'a.geojson',
      edges({ toNode: 10 }),
      'has node 10 211 m from where another edge has it',
    ],
    [
      'a kind that is not known',
      'a.geojson',
      edges({ kind: 'canal' }),
      'is a "canal"; known are street, path, crossing, steps',
    ],
    ['a negative length', 'a.geojson', edges({ lengthM: -1 }), 'has length "-1"; give metres, 0 or more'],
    ['half a node', 'a.geojson', edges({ toNode: 0.5 }), 'nodes are whole numbers from 0'],
  ])('refuses %s', async (_, name, content, sentence) => {
    const problem = await refusal(fileWith(name, content).then(file => importing(file, 'refused')));
    expect(problem.message).toContain(sentence);
  });
});

const { REAL_DATA_DIR } = process.env;

describe.skipIf(REAL_DATA_DIR === undefined)('OpenStreetMap as it is', () => {
  it('a pbf that was cut off is refused where it ends', async () => {
    const { readFileSync } = await import('node:fs');
    const folder = mkdtempSync(join(tmpdir(), 'buurtbalans-pbf-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'half.osm.pbf');
    writeFileSync(path, readFileSync(`${REAL_DATA_DIR}/osm/kempen-highways.osm.pbf`).subarray(0, 200_000));
    const file = await openFile(path);
    const read = async () => {
      if (!('elements' in file)) throw new Error('not opened as OpenStreetMap');
      for await (const _ of (file as { elements(): AsyncIterable<unknown> }).elements());
    };
    await expect(read()).rejects.toThrow(/half\.osm\.pbf: is cut off in the block at byte \d+/);
  });
});
