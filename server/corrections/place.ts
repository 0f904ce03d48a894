import type { Geometry } from 'geojson';
import { sql } from 'kysely';
import { type FacilityFields, hides, type Patch, patched } from '../../core/facilities/correction.ts';
import { ProblemError } from '../../core/problem.ts';
import { asGeoJson } from '../database/postgis.ts';
import type { Database } from '../database/types.ts';
import { correctionHeads } from '../releases/corrected-facilities.ts';
import { ADDED_SOURCE, correctionsItem, facilitiesItems, sourceIdOf } from '../releases/select.ts';
import type { FacilityOrigin, Release } from '../releases/types.ts';

/** A place with what its source says and what corrections make of it. */
export type CorrectedPlace = {
  source: string;
  key: string;
  /** Null for a place that was added by hand, and for one that its source no longer has. */
  original: FacilityFields | null;
  patch: Patch;
  /** What is shown; null when nothing is. */
  served: FacilityFields | null;
  origin: FacilityOrigin | null;
};

/** `source/key`; a key may itself hold a slash. */
export function splitId(id: string): { source: string; key: string } {
  const cut = id.indexOf('/');
  if (cut > 0 && cut < id.length - 1) return { source: id.slice(0, cut), key: id.slice(cut + 1) };
  throw new ProblemError('bad-parameter', `"${id.slice(0, 80)}" is no id of a facility: give source/key`);
}

/** An added place has no original to lie beneath its patch. */
const NOTHING: FacilityFields = {
  name: null,
  functions: [],
  attributes: {},
  areaM2: null,
  geometry: { type: 'Point', coordinates: [0, 0] },
};

/** Places of a release by their ids; one that neither a source nor a correction knows is left out. */
export async function readPlaces(
  database: Database,
  release: Release,
  region: string,
  ids: readonly string[],
): Promise<Map<string, CorrectedPlace>> {
  const wanted = [...new Set(ids)].map(splitId);
  const items = facilitiesItems(release, region);
  const heads = await correctionHeads(database, correctionsItem(release, region));
  const { rows } = await sql<PlaceRow>`
    select wanted.source, wanted.key, f.key is not null as there, f.name, f.functions, f.attributes, f.area_m2,
      ${asGeoJson('f.geom')} as geometry, f.origin, c.patch
    from unnest(
      ${wanted.map(one => one.source)}::text[], ${wanted.map(one => one.key)}::text[]) as wanted(source, key)
    left join unnest(${items.map(sourceIdOf)}::text[], ${items.map(item => item.datasetVersion)}::int[])
      as item(source, version) on item.source = wanted.source
    left join facilities f on f.region = ${region} and f.version = item.version and f.key = wanted.key
    left join facility_corrections c
      on c.id = any(${[...heads]}::int[]) and c.source = wanted.source and c.key = wanted.key
    where f.key is not null or c.id is not null`.execute(database.kysely);
  return new Map(rows.map(row => [`${row.source}/${row.key}`, placeOf(row)]));
}

/** @throws ProblemError `not-found` for a place that the release does not have. */
export async function readPlace(
  database: Database,
  release: Release,
  region: string,
  id: string,
): Promise<CorrectedPlace & { served: FacilityFields }> {
  const place = (await readPlaces(database, release, region, [id])).get(id);
  if (place?.served) return { ...place, served: place.served };
  const why = place === undefined ? 'has no' : place.original === null ? 'no longer has' : 'does not show';
  throw new ProblemError('not-found', `Region "${region}" ${why} facility "${id.slice(0, 80)}"`, {
    facility: id,
  });
}

type PlaceRow = {
  source: string;
  key: string;
  there: boolean;
  name: string | null;
  functions: string[];
  attributes: Record<string, unknown>;
  area_m2: number | null;
  geometry: Geometry;
  origin: FacilityOrigin | null;
  patch: Patch | null;
};

function placeOf(row: PlaceRow): CorrectedPlace {
  const original: FacilityFields | null = row.there
    ? {
        name: row.name,
        functions: row.functions,
        attributes: row.attributes,
        areaM2: row.area_m2,
        geometry: row.geometry,
      }
    : null;
  const patch = row.patch ?? {};
  const ground = row.source === ADDED_SOURCE && 'geometry' in patch ? NOTHING : original;
  return {
    source: row.source,
    key: row.key,
    original,
    patch,
    served: ground === null || hides(patch) ? null : patched(ground, patch),
    origin: row.origin,
  };
}
