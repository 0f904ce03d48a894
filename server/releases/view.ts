import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { HomeBasis } from '../../core/access/population/homes.ts';
import { AREA_LEVELS, type AreaLevel } from '../../core/areas/types.ts';
import type { Database } from '../database/types.ts';
import { servedFacilities } from './corrected-facilities.ts';
import { networkBytes, networkItem } from './network.ts';
import { perDatabase } from './per-database.ts';
import { areasItems, facilitySourcesOf, homesItems, sitesItem, sourceIdOf, valuesItems } from './select.ts';
import type {
  AreasItem,
  CorrectionsItem,
  DatasetSource,
  FacilitiesItem,
  OtherItem,
  Region,
  Release,
  ReleaseItem,
} from './types.ts';

type Box = [number, number, number, number];

export type RegionView = Region & {
  /** West, south, east, north of all areas; null when the region has none. */
  bbox: Box | null;
  levels: {
    level: AreaLevel;
    vintage: number;
    hash: string;
    count: number;
    parentLevel: AreaLevel | null;
    source: DatasetSource;
  }[];
  values: {
    indicator: string;
    level: AreaLevel;
    vintage: number;
    year: number;
    basis: 'counts' | 'published_ratio';
    hash: string;
    /** Rows of the dataset. */
    count: number;
    /** When it was imported. */
    createdAt: string;
    source: DatasetSource;
  }[];
  facilities: { id: string; count: number; functions: string[]; source: DatasetSource }[];
  sites: { count: number; source: DatasetSource } | null;
  /** What is known of where people live, by what tells it. */
  homes: { basis: HomeBasis; count: number; hash: string; source: DatasetSource }[];
  /** `bytes` is 0 where the network was stored by an earlier version of the product and has to be imported again. */
  network: { count: number; hash: string; bytes: number; source: DatasetSource } | null;
};

/** A release as people see it: what it holds, region by region, each with its source. */
export type ReleaseView = {
  hash: string;
  parentHash: string | null;
  message: string;
  createdAt: string;
  defaultRegion: string | null;
  regions: RegionView[];
};

const memory = perDatabase(
  () =>
    new LRUCache<string, ReleaseView, { database: Database; release: Release }>({
      max: 32,
      ignoreFetchAbort: true,
      fetchMethod: (_hash, _stale, { context }) => readView(context.database, context.release),
    }),
);

/** The view of a release, from memory when it was made before. */
export function releaseView(database: Database, release: Release): Promise<ReleaseView> {
  return memory(database).forceFetch(release.hash, { context: { database, release } });
}

async function readView(database: Database, release: Release): Promise<ReleaseView> {
  const regions: RegionView[] = [];
  for (const region of release.regions) regions.push(await readRegion(database, release, region));
  const { hash, parentHash, message, createdAt, defaultRegion } = release;
  return { hash, parentHash, message, createdAt, defaultRegion, regions };
}

async function readRegion(database: Database, release: Release, region: Region): Promise<RegionView> {
  const areas = areasItems(release, region.id);
  const facilities: RegionView['facilities'] = [];
  for (const item of facilitySourcesOf(release, region.id)) {
    const { count, functions } = await readFunctions(database, release, region.id, item);
    if (item.kind === 'corrections' && count === 0) continue;
    facilities.push({ id: sourceIdOf(item), count, functions, source: item.source });
  }
  return {
    ...region,
    bbox: await readBox(
      database,
      region.id,
      areas.map(item => item.datasetVersion),
    ),
    levels: byLevel(areas).map(({ level, vintage, hash, rowCount, parentLevel, source }) => ({
      level,
      vintage,
      hash,
      count: rowCount,
      parentLevel,
      source,
    })),
    values: valuesItems(release, region.id).map(item => ({
      indicator: item.indicator,
      level: item.level,
      vintage: item.vintage,
      year: item.year,
      basis: item.basis,
      hash: item.hash,
      count: item.rowCount,
      createdAt: item.createdAt,
      source: item.source,
    })),
    facilities,
    sites: counted(sitesItem(release, region.id)),
    homes: homesItems(release, region.id).map(({ key, hash, rowCount, source }) => ({
      basis: key.slice('homes/'.length) as HomeBasis,
      ...{ count: rowCount, hash, source },
    })),
    network: await readNetwork(database, networkItem(release, region.id)),
  };
}

/** From coarse to fine, the newest vintage of a level first. */
function byLevel(items: readonly AreasItem[]): AreasItem[] {
  const order = (item: AreasItem) => AREA_LEVELS.indexOf(item.level);
  return items.toSorted((a, b) => order(a) - order(b) || b.vintage - a.vintage);
}

function counted(item: ReleaseItem | null): { count: number; source: DatasetSource } | null {
  return item === null ? null : { count: item.rowCount, source: item.source };
}

async function readNetwork(database: Database, item: OtherItem | null): Promise<RegionView['network']> {
  if (item === null) return null;
  const { rowCount: count, hash, source } = item;
  return { count, hash, bytes: await networkBytes(database, item), source };
}

async function readBox(database: Database, region: string, versions: number[]): Promise<Box | null> {
  const { rows } = await sql<{ west: number | null; south: number; east: number; north: number }>`
    select ST_XMin(box) as west, ST_YMin(box) as south, ST_XMax(box) as east, ST_YMax(box) as north
    from (select ST_Extent(geom) as box from areas where region = ${region} and version = any(${versions})) extent`.execute(
    database.kysely,
  );
  const row = rows[0];
  return row === undefined || row.west === null ? null : [row.west, row.south, row.east, row.north];
}

/** How many places of a source are served, corrections and all, and what they are for. */
async function readFunctions(
  database: Database,
  release: Release,
  region: string,
  item: FacilitiesItem | CorrectionsItem,
): Promise<{ count: number; functions: string[] }> {
  const served = await servedFacilities(database, release, region, item);
  const { rows } = await sql<{ count: number; functions: string[] }>`
    with place as (select functions from ${served} place)
    select (select count(*)::int from place) as count,
      array(select distinct function from place, unnest(functions) as function order by function) as functions`.execute(
    database.kysely,
  );
  return rows[0]!;
}
