import type { Geometry } from 'geojson';
import { type RawBuilder, sql } from 'kysely';
import type { AreaRef } from '../../core/areas/types.ts';
import { ProblemError } from '../../core/problem.ts';
import { FACILITY_FUNCTION_IDS, isFacilityFunction } from '../../data/facility-functions.ts';
import { asGeoJson, type Bbox, meetsBbox } from '../database/postgis.ts';
import type { Database } from '../database/types.ts';
import { findArea } from './area-views.ts';
import { servedParts } from './corrected-facilities.ts';
import { facilitySourcesOf, sourceIdOf } from './select.ts';
import type { CorrectionsItem, FacilitiesItem, Release } from './types.ts';

export type PlaceFilter = {
  scope?: AreaRef | null | undefined;
  bbox?: Bbox | undefined;
};

export type FacilityFilter = PlaceFilter & {
  /** Facilities with at least one of these; empty for all. */
  functions?: readonly string[] | undefined;
  /** Id of one source. */
  source?: string | undefined;
  /** Part of the name, whatever its case. */
  name?: string | undefined;
  /** Only those that somebody corrected here, or only the others. */
  corrected?: boolean | undefined;
};

/** One facility, as it is exported and shown. */
export type Facility = {
  source: FacilitiesItem | CorrectionsItem;
  sourceId: string;
  key: string;
  name: string | null;
  functions: string[];
  attributes: Record<string, unknown>;
  areaM2: number | null;
  /** WGS84, 7 decimals (a centimetre). */
  geometry: Geometry;
  /** Whether somebody corrected it here. */
  corrected: boolean;
};

const PAGE_ROWS = 1000;

/**
 * The facilities of a region, source by source and in the order of the import, read page by page.
 * @throws ProblemError `bad-parameter` for an unknown function, `not-found` for an unknown source or scope.
 */
export async function* readFacilities(
  database: Database,
  release: Release,
  region: string,
  filter: FacilityFilter = {},
): AsyncGenerator<Facility> {
  const items = chosenItems(release, region, filter.source);
  const functions = filter.functions ?? [];
  const unknown = functions.find(id => !isFacilityFunction(id));
  if (unknown !== undefined) {
    throw new ProblemError(
      'bad-parameter',
      `There is no function "${unknown.slice(0, 80)}"; there are: ${FACILITY_FUNCTION_IDS.join(', ')}`,
      { parameter: 'function' },
    );
  }
  const within = await withinFilter(database, release, region, filter);
  const forThese = functions.length === 0 ? sql`true` : sql`place.functions && ${[...functions]}::text[]`;
  const named =
    filter.name === undefined ? sql`true` : sql`position(lower(${filter.name}) in lower(place.name)) > 0`;
  const corrected =
    filter.corrected === undefined ? sql`true` : sql`place.corrected = ${filter.corrected}::boolean`;
  const having = sql`${forThese} and ${named} and ${corrected}`;
  for (const item of items) {
    const sourceId = sourceIdOf(item);
    const parts = await servedParts(database, release, region, item);
    for (let after = -1; ; ) {
      const { rows } = await facilityPage(parts, after, sql`${having} and ${within}`).execute(
        database.kysely,
      );
      for (const row of rows) {
        yield {
          source: item,
          sourceId,
          key: row.key,
          name: row.name,
          functions: row.functions,
          attributes: row.attributes,
          areaM2: row.area_m2,
          geometry: row.geometry,
          corrected: row.corrected,
        };
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE_ROWS) break;
      after = last.idx;
    }
  }
}

/**
 * The first places after a position, of all parts together. Each part is asked by itself, because a condition on their
 * union would look at every place.
 */
export function facilityPage(
  parts: readonly RawBuilder<unknown>[],
  after: number,
  condition: RawBuilder<unknown>,
): RawBuilder<FacilityRow> {
  const pages = parts.map(
    part => sql`(select * from ${part} place
      where idx > ${after} and ${condition} order by idx limit ${PAGE_ROWS})`,
  );
  return sql<FacilityRow>`
    select idx, key, name, functions, attributes, area_m2, corrected, ${asGeoJson('geom')} as geometry
    from (${sql.join(pages, sql` union all `)}) page
    order by idx limit ${PAGE_ROWS}`;
}

/**
 * The condition on `place.geom` for a box and a scope. A place lies where a point on its surface lies, so that one
 * across a border counts once.
 */
export async function withinFilter(
  database: Database,
  release: Release,
  region: string,
  { scope, bbox }: PlaceFilter,
): Promise<RawBuilder<unknown>> {
  const inBox = bbox === undefined ? sql`true` : meetsBbox('place.geom', bbox);
  if (scope === undefined || scope === null) return inBox;
  const { item, index } = await findArea(database, release, region, scope);
  return sql`${inBox} and exists (
    select from areas scope
    where scope.region = ${region} and scope.version = ${item.datasetVersion} and scope.idx = ${index}
      and place.geom && scope.geom and ST_Covers(scope.geom, ST_PointOnSurface(place.geom)))`;
}

type FacilityRow = {
  idx: number;
  key: string;
  name: string | null;
  functions: string[];
  attributes: Record<string, unknown>;
  area_m2: number | null;
  corrected: boolean;
  geometry: Geometry;
};

function chosenItems(
  release: Release,
  region: string,
  source: string | undefined,
): (FacilitiesItem | CorrectionsItem)[] {
  const items = facilitySourcesOf(release, region);
  if (source === undefined) return items;
  const chosen = items.filter(item => sourceIdOf(item) === source);
  if (chosen.length > 0) return chosen;
  const known = items.map(sourceIdOf).join(', ') || 'none';
  throw new ProblemError(
    'not-found',
    `Region "${region}" has no facilities of source "${source.slice(0, 80)}"; it has: ${known}`,
    {
      parameter: 'source',
    },
  );
}
