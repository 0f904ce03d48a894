import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Ages } from '../../../core/access/ages.ts';
import { LEVEL_NUMBERS, type OfLevels } from '../../../core/access/levels.ts';
import type { AccessPlace } from '../../../core/access/places.ts';
import type { Database } from '../../database/types.ts';
import { servedFacilities } from '../corrected-facilities.ts';
import { readFacilities } from '../facilities.ts';
import { perDatabase } from '../per-database.ts';
import { facilitiesItems, facilitySourcesOf, sourceIdOf } from '../select.ts';
import type { AreasItem, Release } from '../types.ts';

export type NamedPlace = AccessPlace & { name: string | null };

/** Places kept in memory, over all releases; one costs about a kilobyte. */
const MAX_PLACES = 100_000;

const memory = perDatabase(
  () =>
    new LRUCache<string, NamedPlace[], { database: Database; release: Release; region: string }>({
      maxSize: MAX_PLACES,
      sizeCalculation: places => Math.max(1, places.length),
      ignoreFetchAbort: true,
      fetchMethod: (_key, _stale, { context }) => readPlaces(context),
    }),
);

/** Every place of a region, from memory when they were read before. */
export function loadPlaces(database: Database, release: Release, region: string): Promise<NamedPlace[]> {
  const versions = facilitiesItems(release, region).map(item => item.datasetVersion);
  const key = `${region} ${release.hash} ${versions.join()}`;
  return memory(database).forceFetch(key, { context: { database, release, region } });
}

async function readPlaces({
  database,
  release,
  region,
}: {
  database: Database;
  release: Release;
  region: string;
}): Promise<NamedPlace[]> {
  const places: NamedPlace[] = [];
  for await (const { sourceId, key, name, functions, areaM2, attributes, geometry } of readFacilities(
    database,
    release,
    region,
  )) {
    places.push({
      id: `${sourceId}/${key}`,
      name,
      functions,
      areaM2,
      capacity: numberIn(attributes.capacity),
      staff: numberIn(attributes.staff),
      ofLevels: levelsIn(attributes, functions),
      ages: agesOf(attributes),
      geometry,
    });
  }
  return places;
}

/** A number from 0 up, which a table may hold as text; null for anything else. */
function numberIn(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value.replace(',', '.')) : value;
  return typeof number === 'number' && number >= 0 && number < Infinity ? number : null;
}

/** Attributes such as `capacity_primary_school`: what a place tells of one of its levels. */
function levelsIn(attributes: Record<string, unknown>, functions: readonly string[]): OfLevels {
  const told = (kind: string) =>
    functions.flatMap(id => {
      const number = numberIn(attributes[`${kind}_${id}`]);
      return number === null ? [] : [[id, number] as const];
    });
  return Object.fromEntries(LEVEL_NUMBERS.map(kind => [kind, Object.fromEntries(told(kind))]));
}

/** A place that says only from or until which age it is serves all beyond. */
function agesOf({ minAge, maxAge }: Record<string, unknown>): Ages | null {
  if (typeof minAge !== 'number' && typeof maxAge !== 'number') return null;
  return { from: typeof minAge === 'number' ? minAge : 0, to: typeof maxAge === 'number' ? maxAge : 120 };
}

/** Position of the area that each place, as it is corrected, lies in by a point on its surface; −1 outside all. */
export async function areasOfPlaces(
  database: Database,
  release: Release,
  item: AreasItem,
  places: readonly NamedPlace[],
): Promise<Int32Array> {
  const found = new Map<string, number>();
  for (const source of facilitySourcesOf(release, item.region)) {
    const served = await servedFacilities(database, release, item.region, source);
    const { rows } = await sql<{ key: string; idx: number }>`
      select place.key, min(area.idx) as idx
      from ${served} place join areas area
        on area.geom && place.geom and ST_Covers(area.geom, ST_PointOnSurface(place.geom))
      where area.region = ${item.region} and area.version = ${item.datasetVersion}
      group by place.key`.execute(database.kysely);
    for (const { key, idx } of rows) found.set(`${sourceIdOf(source)}/${key}`, idx);
  }
  return Int32Array.from(places, ({ id }) => found.get(id) ?? -1);
}
