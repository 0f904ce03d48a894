import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { aggregateValues } from '../../core/areas/aggregate.ts';
import { densityValues } from '../../core/areas/derive.ts';
import { VALUE_STATUS, type ValueColumns } from '../../core/areas/types.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Database } from '../database/types.ts';
import { loadAreas } from './areas.ts';
import { loadTables } from './hierarchy.ts';
import { perDatabase } from './per-database.ts';
import type { AreasItem, ValuesItem } from './types.ts';
import { indicatorById, type ValueSource } from './value-sources.ts';

/** Bytes of columns kept in memory; a column of 10,000 areas takes 250 kB. */
const MAX_BYTES = 64 * 1024 * 1024;
const BYTES_PER_CELL = 3 * 8 + 1;

type Wanted = { database: Database; source: ValueSource; category: string };

const memory = perDatabase(
  () =>
    new LRUCache<string, ValueColumns, Wanted>({
      maxSize: MAX_BYTES,
      sizeCalculation: columns => 200 + BYTES_PER_CELL * columns.status.length,
      ignoreFetchAbort: true,
      fetchMethod: (_key, _stale, { context }) => makeColumns(context),
    }),
);

/**
 * The values of a source, one cell an area, aligned with the areas of `source.areas`. Read through the protected
 * view only, then summed or derived, so that what is hidden stays hidden in whatever follows from it.
 * @param category null for the whole, else `dimension=label`
 * @throws ProblemError `not-found` for a category the dataset does not have
 */
export function loadValues(
  database: Database,
  source: ValueSource,
  category: string | null = null,
): Promise<ValueColumns> {
  const versions = source.chain.map(item => item.datasetVersion).join('-');
  const key = `${source.indicator.id}/${source.item.datasetVersion}/${versions}/${category ?? ''}`;
  return memory(database).forceFetch(key, { context: { database, source, category: category ?? '' } });
}

/** Categories a dataset has beside the whole, sorted. */
export async function categoriesOf(database: Database, item: ValuesItem): Promise<string[]> {
  const { rows } = await sql<{ category: string }>`
    select distinct category from protected_observations
    where region = ${item.region} and version = ${item.datasetVersion}`.execute(database.kysely);
  return rows
    .map(row => row.category)
    .filter(category => category !== '')
    .sort();
}

async function makeColumns({ database, source, category }: Wanted): Promise<ValueColumns> {
  const { indicator, areas, chain, item } = source;
  const own = await readColumns(database, item, chain[0] ?? areas, category);
  const kind = indicatorById(item.indicator).kind === 'ratio' ? 'ratio' : 'count';
  const columns =
    chain.length === 1
      ? own
      : aggregateValues(
          await loadTables(database, new Map(chain.map(link => [link.level, link]))),
          own,
          areas.level,
          kind,
        );
  if (indicator.kind !== 'density') return columns;
  const { table } = await loadAreas(database, areas);
  return densityValues(indicator.id, columns, table.areaHa);
}

type ObservationRow = {
  code: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  status: string;
};

async function readColumns(
  database: Database,
  item: ValuesItem,
  areasItem: AreasItem,
  category: string,
): Promise<ValueColumns> {
  const areas = await loadAreas(database, areasItem);
  const { rows } = await sql<ObservationRow>`
    select code, numerator, denominator, value, status from protected_observations
    where region = ${item.region} and version = ${item.datasetVersion} and category = ${category}`.execute(
    database.kysely,
  );
  if (rows.length === 0) await refuseCategory(database, item, category);
  const size = areas.table.codes.length;
  const columns: ValueColumns = {
    indicator: item.indicator,
    level: item.level,
    vintage: item.vintage,
    year: item.year,
    category: category === '' ? null : category,
    basis: item.basis,
    numerator: new Float64Array(size).fill(Number.NaN),
    denominator: new Float64Array(size).fill(Number.NaN),
    value: new Float64Array(size).fill(Number.NaN),
    // An area the dataset says nothing about is not covered by it.
    status: new Uint8Array(size).fill(VALUE_STATUS.notCovered),
  };
  for (const row of rows) {
    const index = areas.indexOf.get(row.code);
    if (index === undefined) continue;
    columns.numerator[index] = row.numerator ?? Number.NaN;
    columns.denominator[index] = row.denominator ?? Number.NaN;
    columns.value[index] = row.value ?? Number.NaN;
    // A share of nothing does not exist, though its parts are known.
    const undefinedShare = row.status === 'ok' && row.value === null && row.denominator === 0;
    columns.status[index] = undefinedShare ? VALUE_STATUS.notApplicable : statusOf(row.status);
  }
  return columns;
}

function statusOf(name: string): number {
  const status = (VALUE_STATUS as Readonly<Record<string, number>>)[name];
  if (status === undefined)
    throw new ProblemError('internal', `Status "${name}" of an observation is not known`);
  return status;
}

async function refuseCategory(database: Database, item: ValuesItem, category: string): Promise<void> {
  const known = await categoriesOf(database, item);
  if (category === '' && known.length === 0) return;
  const asked = category === '' ? 'no value for the whole' : `no category "${category.slice(0, 80)}"`;
  throw new ProblemError(
    'not-found',
    `"${item.indicator}" of ${item.year} has ${asked}; it has: ${known.join(', ') || 'the whole only'}`,
    {
      parameter: 'category',
    },
  );
}
