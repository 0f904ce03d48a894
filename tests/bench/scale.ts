import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, startCluster } from '../setup/cluster.ts';
import { databaseAt, onServer } from '../setup/prepared.ts';
import type { BenchResult } from './core.ts';
import { type GridBox, writeGrid } from './grid.ts';
import { command, environmentIn, memoryOf, type Running, start, stop } from './running.ts';
import { KEMPEN_TILES, tiledKempen } from './tiled-network.ts';

const TILES = 160;
const GRID_SIZE = 100;
const PLACES = 100_000;
const CORRECTED = 20;
/** What the tiles cover. */
const GROUND: GridBox = {
  ...KEMPEN_TILES.from,
  degreesEast: KEMPEN_TILES.columns * KEMPEN_TILES.east,
  degreesNorth: (TILES / KEMPEN_TILES.columns) * KEMPEN_TILES.north,
};

type Files = { network: string; areas: string; table: string; places: string };
type Add = (name: string, value: number, unit: string) => void;

type Suite = (files: Files, folder: string, add: Add) => Promise<void>;

/** A million edges, a hundred thousand places and ten thousand areas through a product that runs, embedded. */
export const benchEmbedded = (): Promise<BenchResult[]> =>
  suite(async (files, folder, add) => through(files, await environmentIn(join(folder, 'data')), add));

/** The same on a PostgreSQL server with PostGIS. */
export const benchServer = (): Promise<BenchResult[]> =>
  suite(async (files, folder, add) => {
    const programs = findPostgres();
    if (programs === null) return add('left out: no PostgreSQL with PostGIS', 0, '');
    const cluster = await startCluster(programs);
    try {
      await onServer(cluster.url, 'create database scale');
      await through(files, await environmentIn(join(folder, 'none'), databaseAt(cluster.url, 'scale')), add);
    } finally {
      cluster.stop();
    }
  });

async function suite(run: Suite): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'buurtbalans-scale-'));
  const results: BenchResult[] = [];
  try {
    const tiled = await tiledKempen(folder, TILES);
    if ('absent' in tiled) return [{ name: `left out: ${tiled.absent}`, value: 0, unit: '' }];
    const files: Files = {
      ...{ network: tiled.path, areas: join(folder, 'grid.geojson') },
      ...{ table: join(folder, 'grid.csv'), places: join(folder, 'places.geojson') },
    };
    await writeGrid(GRID_SIZE, files.areas, files.table, GROUND);
    await writePlaces(files.places);
    await run(files, folder, (name, value, unit) => results.push({ name, value, unit }));
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function through(files: Files, env: NodeJS.ProcessEnv, tell: Add): Promise<void> {
  const running = await start(env);
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const found = await work();
    tell(name, (performance.now() - begun) / 1000, 's');
    return found;
  };
  const memory = (name: string) => {
    const told = memoryOf(running);
    if (told !== null) tell(`most memory of the server up to ${name}`, told.mostMB, 'MB');
  };
  try {
    const region = ['--level', 'sector', '--id', 'code', '--region', 'own'];
    await command(env, 'import', 'areas', files.areas, ...region, '--vintage', '2024');
    const maps = ['--map', 'social_share=social/dwellings', '--map', 'children=children'];
    await command(env, 'import', 'table', files.table, ...region, '--year', '2024', ...maps);
    memory('10,000 areas');
    await timed(`${PLACES} places imported through the page`, () =>
      send(running, 'facilities', files.places, '&function=play&column=key=id&column=name=name'),
    );
    memory('the places');
    await timed('a million edges imported through the page', () =>
      send(running, 'network', files.network, ''),
    );
    memory('the network');
    const ask = (path: string) => answer(running, path);
    const current = JSON.parse(await ask('/api/v1/releases/current')) as Current;
    const { hash } = current.regions.find(({ id }) => id === 'own')!.network!;
    const bytes = await timed('the network sent to a browser', () => ask(`/api/v1/networks/${hash}`));
    tell('bytes of it, after unpacking', bytes.length, 'characters');
    memory('the network being read');
    const reach = '/api/v1/access/areas?region=own&function=play';
    await timed('reach of play by area, the first question', () => ask(`${reach}&withinM=400`));
    memory('the first question');
    await timed('reach of play by area, another distance', () => ask(`${reach}&withinM=800`));
    const box = (east: number) =>
      ask(`/api/v1/facilities?region=own&bbox=${[east, 51.5, east + 0.03, 51.52].join(',')}`);
    await timed('places of a box of 2 km', () => box(5));
    await timed('places of another box', () => box(5.1));
    for (let i = 0; i < CORRECTED; i++) await correct(running, `places/p${i}`);
    await timed(`places of a box with ${CORRECTED} corrected`, () => box(5.2));
    await timed('places of another box then', () => box(5.3));
  } finally {
    await stop(running);
  }
}

type Current = { regions: { id: string; network: { hash: string } | null }[] };

async function answer({ address }: Running, path: string): Promise<string> {
  const response = await fetch(`${address}${path}`, { signal: AbortSignal.timeout(300_000) });
  const body = await response.text();
  if (!response.ok) throw new Error(`${response.status} for ${path}: ${body.slice(0, 300)}`);
  return body;
}

async function send({ address }: Running, kind: string, path: string, more: string): Promise<void> {
  const file = path.endsWith('.pbf') ? 'streets.osm.pbf' : 'places.geojson';
  const response = await fetch(`${address}/api/v1/imports/${kind}?region=own&file=${file}${more}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: readFileSync(path),
    signal: AbortSignal.timeout(300_000),
  });
  if (!response.ok) throw new Error(`${response.status}: ${(await response.text()).slice(0, 500)}`);
  await response.body?.cancel();
}

async function correct({ address }: Running, facility: string): Promise<void> {
  const body = { action: 'change', author: 'bench', reason: 'measured', facility, name: 'Speelplein' };
  const response = await fetch(`${address}/api/v1/facilities/corrections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, region: 'own' }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${(await response.text()).slice(0, 500)}`);
  await response.body?.cancel();
}

/** Places on a fixed pattern over the ground, so that two runs measure the same work. */
async function writePlaces(path: string): Promise<void> {
  const side = Math.ceil(Math.sqrt(PLACES));
  const features = Array.from({ length: PLACES }, (_, i) => {
    const lon = GROUND.west + (((i % side) + 0.5) * GROUND.degreesEast) / side;
    const lat = GROUND.south + ((Math.floor(i / side) + 0.5) * GROUND.degreesNorth) / side;
    return `{"type":"Feature","properties":{"id":"p${i}","name":"Plein ${i}"},"geometry":{"type":"Point","coordinates":[${lon.toFixed(7)},${lat.toFixed(7)}]}}`;
  });
  await writeFile(path, `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}`);
}
