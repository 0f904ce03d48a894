import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { OsmNode, OsmWay } from '../../server/readers/osm/elements.ts';
import { openOsm } from '../../server/readers/osm/open.ts';

/** Where the tiles lie, in degrees: the first at the extract, the others east and north of it. */
export const KEMPEN_TILES = { from: { west: 4.6654, south: 51.2019 }, columns: 16, east: 0.24, north: 0.11 };
/** Ids of the next tile begin this far on; those of the extract are smaller. */
const APART = 4_000_000_000;

/**
 * Lays the Kempen network beside itself until it has a million edges and writes it as PBF with osmium-tool. Null, with the
 * reason, where the extract or osmium is absent.
 */
export async function tiledKempen(
  folder: string,
  tiles: number,
): Promise<{ path: string } | { absent: string }> {
  const { REAL_DATA_DIR } = process.env;
  const extract = join(REAL_DATA_DIR ?? '', 'osm/kempen-highways.osm.pbf');
  if (REAL_DATA_DIR === undefined || !existsSync(extract))
    return { absent: 'no Kempen extract (REAL_DATA_DIR)' };
  try {
    execFileSync('osmium', ['--version'], { stdio: 'ignore' });
  } catch {
    return { absent: 'no osmium-tool' };
  }
  const nodes: OsmNode[] = [];
  const ways: OsmWay[] = [];
  for await (const batch of (await openOsm(extract)).elements()) {
    for (const element of batch) {
      if (element.type === 'node') nodes.push(element);
      else if (element.type === 'way' && element.tags?.highway !== undefined) ways.push(element);
    }
  }
  const text = join(folder, 'tiled.opl');
  const out = createWriteStream(text);
  const write = async (lines: readonly string[]): Promise<void> => {
    if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain');
  };
  // Nodes first, then ways: the order that extracts have.
  for (let tile = 0; tile < tiles; tile++) {
    const { columns } = KEMPEN_TILES;
    const [east, north] = [
      (tile % columns) * KEMPEN_TILES.east,
      Math.floor(tile / columns) * KEMPEN_TILES.north,
    ];
    await write(
      nodes.map(
        ({ id, lon, lat }) =>
          `n${id + tile * APART} v1 x${(lon + east).toFixed(7)} y${(lat + north).toFixed(7)}`,
      ),
    );
  }
  const plain = (value: string): string => value.replace(/[^a-z0-9_:-]/gi, '_');
  for (let tile = 0; tile < tiles; tile++) {
    await write(
      ways.map(({ id, tags, nodes: refs }) => {
        const pairs = Object.entries(tags!).filter(([key]) =>
          ['highway', 'foot', 'access', 'footway'].includes(key),
        );
        const list = pairs.map(([key, value]) => `${key}=${plain(value)}`).join(',');
        return `w${id + tile * APART} v1 T${list} N${refs.map(ref => `n${ref + tile * APART}`).join(',')}`;
      }),
    );
  }
  out.end();
  await once(out, 'close');
  const path = join(folder, 'tiled.osm.pbf');
  execFileSync('osmium', ['cat', text, '-o', path, '-O'], { stdio: 'ignore' });
  return { path };
}
