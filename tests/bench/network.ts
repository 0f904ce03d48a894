import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Geometry } from 'geojson';
import { decodeNetwork } from '../../core/access/network/format.ts';
import { isochrone } from '../../core/access/network/isochrone.ts';
import { networkReach } from '../../core/access/network/network-reach.ts';
import { createSearch } from '../../core/access/network/shortest-paths.ts';
import { PER_DEGREE, type WalkingNetwork } from '../../core/access/network/types.ts';
import { createWalker } from '../../core/access/network/walker.ts';
import { placeWeb } from '../../core/access/web/place-web.ts';
import type { BenchResult } from './core.ts';
import { tiledKempen } from './tiled-network.ts';

const TILES = 160;
const PLACES = 20_000;
const AREAS = 10_000;
const WEB_PLACES = 5_000;

/** A million edges: built from a file, searched from 20,000 places, and asked again with one place more. */
export async function bench(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'buurtbalans-network-'));
  try {
    const results: BenchResult[] = [];
    const add = (name: string, value: number, unit: string, note?: string): void => {
      results.push({ name, value, unit, ...(note === undefined ? {} : { note }) });
    };
    const tiled = await tiledKempen(folder, TILES);
    const network = 'path' in tiled ? built(tiled.path, folder, add) : gridNetwork(700);
    const what = 'path' in tiled ? 'Kempen, tiled' : `a grid in memory: ${tiled.absent}`;
    add('edges of the network', network.from.length, 'edges', what);
    const timed = <T>(name: string, work: () => T): T => {
      const begun = performance.now();
      const found = work();
      add(name, performance.now() - begun, 'ms');
      return found;
    };
    const walker = timed('network made ready to walk on', () => createWalker(network));
    const search = createSearch(walker.graph.forward);
    const step = network.lon.length / PLACES;
    for (const round of ['first', 'again'])
      timed(`nearest of ${PLACES} places within 1,200 m of every junction, ${round}`, () => {
        search.begin(1200);
        for (let place = 0; place < PLACES; place++) search.start(Math.floor(place * step), 0, place);
        return search.run().length;
      });
    const at = (junction: number): [number, number] => [
      network.lon[junction]! / PER_DEGREE,
      network.lat[junction]! / PER_DEGREE,
    ];
    const point = (junction: number): Geometry => ({ type: 'Point', coordinates: at(junction) });
    const every = Array.from({ length: AREAS }, (_, i) => Math.floor((i * network.lon.length) / AREAS));
    const points = {
      lon: Float64Array.from(every, each => at(each)[0] + 0.0003),
      lat: Float64Array.from(every, each => at(each)[1]),
    };
    const model = timed(`${AREAS} points joined to the network`, () => networkReach(walker, points, 1.3));
    const places = Array.from({ length: PLACES }, (_, place) => point(Math.floor(place * step)));
    timed(`nearest of ${PLACES} places from ${AREAS} points, first`, () =>
      model.toNearest(places, undefined, 1500),
    );
    timed('one place added', () => model.toNearest([point(every[5000]! + 7)], undefined, 1500));
    timed('isochrone of 1,200 m', () => isochrone(walker, at(every[5000]!), 1200, 'from'));
    const joined = places.filter((_, k) => k % Math.ceil(PLACES / WEB_PLACES) === 0);
    timed(`web of ${joined.length} places within 800 m`, () =>
      placeWeb({
        places: joined,
        withinM: 800,
        walks: { detour: 1.3, network: { hash: 'tiled', columns: network } },
      }),
    );
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function built(
  path: string,
  folder: string,
  add: (name: string, value: number, unit: string, note?: string) => void,
): WalkingNetwork {
  const out = join(folder, 'network.bin');
  const program = join(import.meta.dirname, 'network-build.ts');
  const told = JSON.parse(execFileSync(process.execPath, [program, path, out], { encoding: 'utf8' }));
  add('network built from PBF', told.seconds, 's', 'at most 60');
  add('most memory of that', told.megabytes, 'MB', 'at most 1,024');
  add('bytes of it for each edge', told.bytes / told.edges, 'bytes');
  return decodeNetwork(readFileSync(out));
}

/** Streets in squares of a hundred metres. */
function gridNetwork(side: number): WalkingNetwork {
  const lon = Int32Array.from({ length: side * side }, (_, i) => 36_000_000 + (i % side) * 14_245);
  const lat = Int32Array.from({ length: side * side }, (_, i) => 509_000_000 + Math.floor(i / side) * 8_990);
  const from: number[] = [];
  const to: number[] = [];
  const lay = (i: number, j: number): void => {
    from.push(i);
    to.push(j);
  };
  for (let i = 0; i < side * side; i++) {
    if (i % side < side - 1) lay(i, i + 1);
    if (i < side * (side - 1)) lay(i, i + side);
  }
  return {
    lon,
    lat,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    metres: new Float64Array(from.length).fill(100),
    kind: new Uint8Array(from.length),
    oneWay: new Uint8Array(from.length),
    shapeStarts: new Int32Array(from.length + 1),
    shapeLon: new Int32Array(),
    shapeLat: new Int32Array(),
  };
}
