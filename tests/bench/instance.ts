import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import type { BenchResult as Figure } from './core.ts';
import { writeGrid } from './grid.ts';
import { benchOpen } from './open.ts';
import { command, environmentIn, start, stop } from './running.ts';
import { benchSwitch } from './switch.ts';

const GRID_SIZE = 100;
const LOAD_SECONDS = 5;

async function requestsPerSecond(url: string): Promise<{ perSecond: number; p99Ms: number }> {
  const result = await autocannon({ url, connections: 4, duration: LOAD_SECONDS });
  if (result.non2xx > 0) throw new Error(`${url}: ${result.non2xx} answers were no success`);
  return { perSecond: result.requests.average, p99Ms: result.latency.p99 };
}

/** Starting, importing and serving, embedded, as a person meets them. */
export async function bench(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtbalans-bench-'));
  const env = await environmentIn(join(folder, 'data'));
  const figures: Figure[] = [];
  try {
    const first = await start(env);
    figures.push({ name: 'first start to ready', value: first.seconds, unit: 's', note: 'budget 60 s' });
    await stop(first);
    const second = await start(env);
    figures.push({ name: 'second start to ready', value: second.seconds, unit: 's', note: 'budget 6 s' });
    try {
      figures.push(...(await importGreaterManchester(env)));
      figures.push(...(await serveGrid(folder, env, second.address)));
    } finally {
      await stop(second);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return figures;
}

async function importGreaterManchester(env: NodeJS.ProcessEnv): Promise<Figure[]> {
  const data = process.env.REAL_DATA_DIR;
  if (data === undefined) return [];
  const table = join(data, 'greater-manchester', 'gm_lsoa21_attributes.csv');
  const seconds =
    (await command(
      env,
      ...['import', 'areas', join(data, 'greater-manchester', 'gm_lsoa21_generalised.geojson')],
      ...[
        '--level',
        'sector',
        '--id',
        'area_code',
        '--name',
        'area_name',
        '--vintage',
        '2021',
        '--region',
        'gm',
      ],
    )) +
    (await command(
      env,
      ...[
        'import',
        'table',
        table,
        '--level',
        'sector',
        '--id',
        'lsoa21_code',
        '--year',
        '2021',
        '--region',
        'gm',
      ],
      ...['--map', 'social_share=social_rented_households/total_households'],
    ));
  return [
    {
      name: 'Greater Manchester imported beside a running server, embedded',
      value: seconds,
      unit: 's',
      note: '1,702 polygons and their table, two commands; budget 15 s',
    },
  ];
}

async function serveGrid(folder: string, env: NodeJS.ProcessEnv, address: string): Promise<Figure[]> {
  const [areas, table] = [join(folder, 'grid.geojson'), join(folder, 'grid.csv')];
  await writeGrid(GRID_SIZE, areas, table);
  const region = ['--level', 'sector', '--id', 'code', '--region', 'grid'];
  const areasSeconds = await command(env, 'import', 'areas', areas, ...region, '--vintage', '2024');
  const maps = ['--map', 'social_share=social/dwellings', '--map', 'children=children'];
  const tableSeconds = await command(env, 'import', 'table', table, ...region, '--year', '2024', ...maps);

  const columns = await fetch(`${address}/api/v1/areas/columns?region=grid&level=sector`);
  const { hash } = (await columns.json()) as { hash: string };
  const values = await requestsPerSecond(
    `${address}/api/v1/values?region=grid&level=sector&indicator=social_share`,
  );
  const tiles = await requestsPerSecond(`${address}/tiles/${hash}/sector/9/260/171.mvt`);
  const count = GRID_SIZE * GRID_SIZE;
  return [
    { name: 'import of 10,000 areas', value: areasSeconds, unit: 's', note: 'polygons, beside the server' },
    { name: 'import of 10,000 rows', value: tableSeconds, unit: 's', note: 'two indicators' },
    {
      name: 'values of 10,000 areas',
      value: values.perSecond,
      unit: 'requests/s',
      note: `p99 ${values.p99Ms} ms`,
    },
    {
      name: 'tile from the cache',
      value: tiles.perSecond,
      unit: 'requests/s',
      note: `p99 ${tiles.p99Ms} ms`,
    },
    ...(await benchSwitch(address, count)),
    ...(await benchOpen(address, 'grid', count)),
  ];
}
