import type { MultiPolygon } from 'geojson';
import { sql } from 'kysely';
import { asGeoJson } from '../database/postgis.ts';
import type { Database } from '../database/types.ts';
import { type PlaceFilter, withinFilter } from './facilities.ts';
import { sitesItem } from './select.ts';
import type { Release } from './types.ts';

/** A place where dwellings can be built. */
export type Site = {
  key: string;
  name: string;
  capacityDwellings: number;
  owner: string | null;
  areaM2: number;
  geometry: MultiPolygon;
};

/** The buildable sites of a region, in the order of the import; none where the region has none. */
export async function readSites(
  database: Database,
  release: Release,
  region: string,
  filter: PlaceFilter = {},
): Promise<Site[]> {
  const within = await withinFilter(database, release, region, filter);
  const item = sitesItem(release, region);
  if (item === null) return [];
  const { rows } = await sql<SiteRow>`
    select key, name, capacity_dwellings, owner, area_m2, ${asGeoJson('geom')} as geometry
    from sites place
    where region = ${region} and version = ${item.datasetVersion} and ${within}
    order by idx`.execute(database.kysely);
  return rows.map(row => ({
    key: row.key,
    name: row.name,
    capacityDwellings: row.capacity_dwellings,
    owner: row.owner,
    areaM2: row.area_m2,
    geometry: row.geometry,
  }));
}

type SiteRow = {
  key: string;
  name: string;
  capacity_dwellings: number;
  owner: string | null;
  area_m2: number;
  geometry: MultiPolygon;
};
