import { describe, expect, it } from 'vitest';
import { openOsm } from '../../../../server/readers/osm/open.ts';
import { missingNodes, networkOfWays } from '../../../../server/sources/osm/network.ts';
import { readWalkableWays } from '../../../../server/sources/osm/ways.ts';
import { writeFile } from '../../readers/fixtures.ts';

/** Nodes 1 to 9 on a line to the east, and ways through them; what is asked for is a tag of a node. */
async function read(
  ways: readonly [string, readonly number[], string?][],
  nodeTags: Record<number, string> = {},
) {
  const nodes = Array.from({ length: 9 }, (_, i) => {
    const tags = nodeTags[i + 1] ?? '';
    return `<node id="${i + 1}" lat="51" lon="${3 + i / 1000}">${tags}</node>`;
  });
  const lines = ways.map(
    ([id, refs, tags = '<tag k="highway" v="path"/>']) =>
      `<way id="${id}">${refs.map(ref => `<nd ref="${ref}"/>`).join('')}${tags}</way>`,
  );
  // The ways stand before the nodes, as a file may have them.
  const path = writeFile('a.osm', `<osm version="0.6">${lines.join('')}${nodes.join('')}</osm>`);
  const found = await readWalkableWays(await openOsm(path));
  const { network, nodeIds } = networkOfWays(found);
  const name = (junction: number): number => nodeIds[junction]!;
  const ends = [...network.from].map((from, edge) => [name(from), name(network.to[edge]!)]);
  return { ends, network, nodeIds, missing: missingNodes(found) };
}

describe('the network of ways', () => {
  it('is refused while its ways are read where it is larger than an import has memory for', async () => {
    const nodes = [1, 2, 3].map(id => `<node id="${id}" lat="51" lon="3.00${id}"/>`).join('');
    const way = '<way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="path"/></way>';
    const path = writeFile('large.osm', `<osm version="0.6">${nodes}${way}</osm>`);
    await expect(readWalkableWays(await openOsm(path), 2)).rejects.toThrow(
      'large.osm: has more than 2 points along streets, more than an import has memory for; cut it along the region',
    );
  });

  it('has junctions where ways meet and end, and bends in between', async () => {
    const { ends, network } = await read([
      ['1', [1, 2, 3, 4, 5]],
      ['2', [3, 9]],
    ]);
    expect(ends).toEqual([
      [1, 3],
      [3, 5],
      [3, 9],
    ]);
    expect([...network.shapeStarts]).toEqual([0, 1, 2, 2]);
    expect([...network.shapeLon]).toEqual([30_010_000, 30_030_000]);
    // A thousandth of a degree of longitude at 51° is 70.197 m (geodesic of GeographicLib on WGS84).
    expect(network.metres[2]).toBeCloseTo(6 * 70.197, 1);
  });

  it('closes a way that meets itself, and takes one way once', async () => {
    const ring: [string, number[]] = ['1', [1, 2, 3, 1]];
    expect((await read([ring, ring])).ends).toEqual([[1, 1]]);
    expect((await read([['1', [1, 2, 3, 4, 2]]])).ends).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('leads nobody past a private gate', async () => {
    const gate = '<tag k="barrier" v="gate"/><tag k="access" v="private"/>';
    const { ends, network } = await read([['1', [1, 2, 3]]], { 2: gate });
    expect(ends).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(network.to[0]).not.toBe(network.from[1]);
  });

  it('turns around what is walked against its direction', async () => {
    const tags = '<tag k="highway" v="steps"/><tag k="conveying" v="backward"/>';
    const { ends, network } = await read([['1', [1, 2, 3, 4], tags]]);
    expect(ends).toEqual([[4, 1]]);
    expect([...network.shapeLon]).toEqual([30_020_000, 30_010_000]);
    expect([...network.oneWay]).toEqual([1]);
  });

  it('is cut where the file lacks a node, and says which', async () => {
    const { ends, missing } = await read([['7', [1, 2, 99, 3, 98, 4, 5]]]);
    expect(ends).toEqual([
      [1, 2],
      [4, 5],
    ]);
    expect(missing).toEqual([{ way: 7, node: 99 }]);
  });
});
