import { type RawBuilder, sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Database } from '../database/types.ts';
import { perDatabase } from './per-database.ts';
import { ADDED_SOURCE, correctionsItem, sourceIdOf } from './select.ts';
import type { CorrectionsItem, FacilitiesItem, Release } from './types.ts';

/** Of every corrected place the row that holds all its corrections; by the version that a release names. */
const heads = perDatabase(
  () =>
    new LRUCache<number, readonly number[], Database>({
      max: 64,
      ignoreFetchAbort: true,
      fetchMethod: (version, _stale, { context }) => readHeads(context, version),
    }),
);

/** The rows of `facility_corrections` that a release shows, one a place. */
export async function correctionHeads(
  database: Database,
  item: CorrectionsItem | null,
): Promise<readonly number[]> {
  return item === null ? [] : heads(database).forceFetch(item.datasetVersion, { context: database });
}

/** The changes up to a version, from the first on. */
export const changeChain = (version: number): RawBuilder<unknown> => sql`
  with recursive chain as (
    select version, parent from facility_changes where version = ${version}::int
    union all
    select before.version, before.parent from facility_changes before join chain on before.version = chain.parent
  )`;

async function readHeads(database: Database, version: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    ${changeChain(version)}
    select distinct on (c.source, c.key) c.id
    from facility_corrections c join chain on chain.version = c.version
    order by c.source, c.key, c.version desc`.execute(database.kysely);
  return rows.map(({ id }) => id);
}

/**
 * The one door to places: a subquery with the columns of `facilities` and `corrected`, of one source with its
 * corrections over it, or of the places that were added by hand. What was closed or merged is not in it.
 *
 *     select … from ${await servedFacilities(database, release, region, item)} place
 */
export async function servedFacilities(
  ...asked: Parameters<typeof servedParts>
): Promise<RawBuilder<unknown>> {
  const parts = await servedParts(...asked);
  const selects = parts.map(part => sql`select * from ${part} part`);
  return sql`(${sql.join(selects, sql` union all `)})`;
}

/**
 * The same in parts that hold no place twice: those that nobody corrected, whose geometry has an index, and the
 * corrected ones, which are few and are found by their keys. A condition put on each part uses the indexes.
 */
export async function servedParts(
  database: Database,
  release: Release,
  region: string,
  item: FacilitiesItem | CorrectionsItem,
): Promise<RawBuilder<unknown>[]> {
  const ids = await correctionHeads(database, correctionsItem(release, region));
  if (item.kind === 'corrections') {
    const added = sql`(
      select c.id as idx, c.key, c.patch #>> '{name,to}' as name, ${FUNCTIONS} as functions,
        jsonb_strip_nulls(c.attributes) as attributes, (c.patch #>> '{areaM2,to}')::float8 as area_m2, c.geom,
        null::jsonb as origin, true as corrected
      from facility_corrections c
      where c.id = any(${ids}::int[]) and c.source = ${ADDED_SOURCE} and not c.hidden)`;
    return [added];
  }
  const own = sql`f.region = ${region} and f.version = ${item.datasetVersion}`;
  const correction = sql`c.id = any(${ids}::int[]) and c.source = ${sourceIdOf(item)} and c.key = f.key`;
  const untouched =
    ids.length === 0 ? sql`true` : sql`not exists (select from facility_corrections c where ${correction})`;
  const asImported = sql`(
    select f.idx, f.key, f.name, f.functions, f.attributes, f.area_m2, f.geom, f.origin, false as corrected
    from facilities f where ${own} and ${untouched})`;
  if (ids.length === 0) return [asImported];
  const corrected = sql`(
    select f.idx, f.key,
      case when c.patch ? 'name' then c.patch #>> '{name,to}' else f.name end as name,
      case when c.patch ? 'functions' then ${FUNCTIONS} else f.functions end as functions,
      case when c.attributes is null then f.attributes else jsonb_strip_nulls(f.attributes || c.attributes) end
        as attributes,
      case when c.patch ? 'areaM2' then (c.patch #>> '{areaM2,to}')::float8 else f.area_m2 end as area_m2,
      coalesce(c.geom, f.geom) as geom, f.origin,
      exists (select from jsonb_object_keys(c.patch) field where field not like 'distinct.%') as corrected
    from facility_corrections c join facilities f on ${own} and ${correction}
    where not c.hidden)`;
  return [asImported, corrected];
}

const FUNCTIONS = sql`array(select jsonb_array_elements_text(c.patch #> '{functions,to}'))`;
