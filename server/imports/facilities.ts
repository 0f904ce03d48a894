import { sql } from 'kysely';
import { ProblemError } from '../../core/problem.ts';
import { FACILITY_FUNCTION_IDS, isFacilityFunction } from '../../data/facility-functions.ts';
import { isOsm } from '../readers/osm/open.ts';
import { ADDED_SOURCE } from '../releases/select.ts';
import { facilitySources } from '../sources/facilities.ts';
import { osmMap, osmPlaces } from '../sources/osm/places.ts';
import { createBatches } from './batches.ts';
import { createColumnReader } from './columns.ts';
import { assignKeys } from './facility-keys.ts';
import { createPointReader } from './facility-points.ts';
import { describeFacilities, type StagedFacility } from './facility-records.ts';
import { compareCodes, datasetHash, hashTexts } from './hash.ts';
import { warnOutside } from './outside.ts';
import { atRecord } from './progress.ts';
import { repairedPolygons, requireRows } from './repair.ts';
import { createReport, type Place, type Report, refuseOnErrors } from './report.ts';
import { NO_DIMENSIONS, type RunContext } from './run-context.ts';
import { createLocator, type Located } from './stage-features.ts';
import type { FacilitiesStep, FacilityMap } from './types.ts';

/** Reads, checks and stages places: points, lines or polygons with at least one function each. */
export async function importFacilities(context: RunContext, step: FacilitiesStep): Promise<void> {
  const { file } = step;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(step.sourceId)) {
    throw new ProblemError(
      'bad-parameter',
      `"${step.sourceId}" is no source id: use lower case letters, digits and hyphens`,
    );
  }
  if (step.sourceId === ADDED_SOURCE) {
    throw new ProblemError(
      'bad-parameter',
      `"${ADDED_SOURCE}" is the source of the places that were added by hand: give the file another id`,
    );
  }
  const map = resolveMap(step.map, isOsm(file));
  const report = createReport(file.name);
  const columns = createColumnReader(file);
  const place = createPointReader(file, map, columns, report);
  const locator = createLocator(file, step.epsg, report);
  const located: Located[] = [];
  let records = 0;
  for await (const record of isOsm(file) ? await osmPlaces(file, report) : file.records()) {
    records++;
    atRecord(context.hooks, `Reading ${file.name}`, records);
    const found = locator.locate(place(record), { unit: 'feature', number: record.number });
    if (found !== null) located.push(found);
  }
  if (records === 0)
    report.add(
      'error',
      'empty-file',
      isOsm(file)
        ? 'holds no place to play, meet or be helped by the rules for OpenStreetMap'
        : 'holds no features: export it again, or check that it is the right file',
    );
  const { key: keyColumn } = map;
  const keys = assignKeys(
    located,
    keyColumn === undefined ? null : record => columns.read(record, keyColumn),
    report,
  );
  const facilities = describeFacilities(located, keys, map, columns, report);
  columns.requireFound();
  if (facilities.length === 0 && !report.refused())
    report.add('error', 'empty-file', 'holds no place that can be used');
  refuseOnErrors(report.findings());

  const staged = await context.staging.claim('facilities');
  await stage(context, file.name, staged, locator.epsg(), facilities, report);
  refuseOnErrors(report.findings());
  await warnOutside(context, staged, report);
  const itemKey = `facilities/${step.sourceId}`;
  const digests = facilities
    .toSorted((a, b) => compareCodes(a.key, b.key))
    .map(({ key, name, functions, attributes, areaM2, origin, geometry }) =>
      hashTexts([
        key,
        name,
        functions.join(),
        attributes,
        // Left out where there is none, so that files imported before keep their hash.
        ...(areaM2 === null ? [] : [areaM2]),
        ...(origin === null ? [] : [origin]),
        locator.epsg(),
        geometry,
      ]),
    );
  context.prepared.push({
    ...NO_DIMENSIONS,
    kind: 'facilities',
    itemKey,
    hash: datasetHash(context.region, itemKey, step.source, digests),
    rowCount: facilities.length,
    source: step.source,
    report: report.findings(),
    staged,
    async write(trx, region, version) {
      const written = await sql`
        insert into facilities (region, version, idx, key, name, functions, attributes, area_m2, origin, geom)
        select ${region}, ${version}::int, row_number() over (order by key collate "C") - 1,
          key, name, functions, attributes, area_m2, origin, geom
        from staged_facilities where import = ${staged}`.execute(trx);
      return Number(written.numAffectedRows);
    },
  });
}

function resolveMap(map: FacilitiesStep['map'], osm: boolean): FacilityMap {
  if (osm || map === 'osm') {
    if (osm && map === 'osm') return osmMap;
    const what = osm
      ? 'it is a file of OpenStreetMap, which has'
      : 'it is no file of OpenStreetMap, which alone has';
    throw new ProblemError('bad-parameter', `${what} places by rules of its own: --map osm`);
  }
  if (typeof map === 'string') {
    const source = facilitySources.find(({ id }) => id === map);
    if (source !== undefined) return source.map;
    const known = [...facilitySources.map(({ id }) => id), 'osm'].join(', ');
    throw new ProblemError(
      'bad-parameter',
      `"${map}" is no known publisher: give one of ${known}, or role=column`,
    );
  }
  for (const id of map.defaultFunctions ?? []) {
    if (isFacilityFunction(id)) continue;
    throw new ProblemError(
      'bad-parameter',
      `"${id}" is no function: give one of ${FACILITY_FUNCTION_IDS.join(', ')}`,
    );
  }
  if (map.functions === undefined && (map.defaultFunctions ?? []).length === 0) {
    throw new ProblemError(
      'bad-parameter',
      'say what the places are for: a column of functions, or a function of all of them',
    );
  }
  return map;
}

async function stage(
  context: RunContext,
  fileName: string,
  staged: number,
  epsg: number,
  facilities: readonly StagedFacility[],
  report: Report,
): Promise<void> {
  let stagedRows = 0;
  const batches = createBatches<StagedFacility>(async rows => {
    context.hooks.signal?.throwIfAborted();
    stagedRows += rows.length;
    context.hooks.onProgress?.(`Checking ${fileName}`, stagedRows, facilities.length);
    const staging = await sql<{ number: number; key: string; reason: string | null; empty: boolean }>`
      with raw as materialized (
        select number, key, name, functions, attributes, area_m2, origin, given, ST_Transform(given, 4326) as geom
        from unnest(
          ${rows.map(row => row.number)}::int[], ${rows.map(row => row.key)}::text[],
          ${rows.map(row => row.name)}::text[], ${rows.map(row => row.functions.join())}::text[],
          ${rows.map(row => row.attributes)}::text[], ${rows.map(row => row.areaM2)}::float8[],
          ${rows.map(row => row.origin)}::text[],
          ${rows.map(row => row.geometry)}::text[]
        ) as t(number, key, name, functions, attributes, area_m2, origin, geometry),
        lateral (select ST_SetSRID(ST_GeomFromGeoJSON(geometry), ${epsg}::int) as given) g
      ),
      -- Points and lines cannot be invalid in a way that matters here.
      checked as materialized (
        select raw.*, ST_Dimension(geom) < 2 or ST_IsValid(geom) as valid from raw
      ),
      repaired as materialized (
        select number, key, name, functions, attributes, area_m2, origin, case when valid then null else ST_IsValidReason(given) end as reason,
          case when valid then geom else ${repairedPolygons(sql`geom`)} end as geom
        from checked
      ),
      written as (
        insert into staged_facilities (import, number, key, name, functions, attributes, area_m2, origin, geom)
        select ${staged}::int, number, key, name, string_to_array(functions, ','), attributes::jsonb,
          case when ST_Dimension(geom) = 2 then ST_Area(geom::geography) else area_m2 end, origin::jsonb, geom
        from repaired where not ST_IsEmpty(geom)
      )
      select number, key, reason, ST_IsEmpty(geom) as empty from repaired order by number`.execute(
      context.database.kysely,
    );
    requireRows(fileName, rows.length, staging.rows.length);
    const repaired = staging.rows.filter(({ reason, empty }) => reason !== null || empty);
    for (const { number, key, reason, empty } of repaired) {
      const at: Place = { unit: 'feature', number, code: key };
      if (empty)
        report.add('error', 'invalid-geometry', `nothing is left of the geometry: ${reason}`, at, reason);
      else report.add('repaired', 'invalid-geometry', `${reason} was repaired`, at, reason);
    }
  });
  for (const facility of facilities) await batches.add(facility, facility.geometry.length);
  await batches.end();
}
