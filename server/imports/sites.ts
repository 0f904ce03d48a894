import { sql } from 'kysely';
import { parseNumber } from '../readers/number.ts';
import { createBatches } from './batches.ts';
import { cellText } from './codes.ts';
import { createColumnReader } from './columns.ts';
import { isPolygonal } from './geometry.ts';
import { compareCodes, datasetHash, hashTexts } from './hash.ts';
import { atRecord } from './progress.ts';
import { repairedPolygons, requireRows } from './repair.ts';
import { createReport, type Place, refuseOnErrors } from './report.ts';
import { NO_DIMENSIONS, type RunContext } from './run-context.ts';
import { createLocator } from './stage-features.ts';
import type { SitesStep } from './types.ts';

type Site = {
  number: number;
  key: string;
  name: string;
  capacity: number;
  owner: string | null;
  geometry: string;
};

/** Reads, checks and stages buildable sites. */
export async function importSites(context: RunContext, step: SitesStep): Promise<void> {
  const { file } = step;
  const report = createReport(file.name);
  const staged = await context.staging.claim('sites');
  const columns = createColumnReader(file);
  const locator = createLocator(file, step.epsg, report);
  const digests = new Map<string, string>();
  const batches = createBatches<Site>(async rows => {
    if (report.refused()) return;
    const written = await sql`
      insert into staged_sites (import, number, key, name, capacity_dwellings, owner, area_m2, geom)
      select ${staged}::int, number, key, name, capacity, owner, ST_Area(geom::geography), geom
      from unnest(
        ${rows.map(row => row.number)}::int[], ${rows.map(row => row.key)}::text[], ${rows.map(row => row.name)}::text[],
        ${rows.map(row => row.capacity)}::int[], ${rows.map(row => row.owner)}::text[],
        ${rows.map(row => row.geometry)}::text[]
      ) as t(number, key, name, capacity, owner, geometry),
      lateral (
        select ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(geometry), ${locator.epsg()}::int), 4326) as given
      ) t4326,
      lateral (
        select ST_Multi(case when ST_IsValid(given) then given else ${repairedPolygons(sql`given`)} end) as geom
      ) g`.execute(context.database.kysely);
    requireRows(file.name, rows.length, Number(written.numAffectedRows));
  });
  for await (const record of file.records()) {
    atRecord(context.hooks, `Reading ${file.name}`, record.number);
    const key = cellText(columns.read(record, 'key'));
    const at: Place = { unit: 'feature', number: record.number, code: key };
    if (key === null) {
      report.add('error', 'missing-id', 'has no key', at);
      continue;
    }
    if (digests.has(key)) {
      report.add('error', 'duplicate-id', `key "${key}" comes twice`, at, key);
      continue;
    }
    const located = locator.locate(record, at);
    if (located === null) continue;
    if (record.geometry === null || !isPolygonal(record.geometry)) {
      report.add('error', 'geometry-type', `is a ${record.geometry?.type}; a site is a polygon`, at);
      continue;
    }
    const given = columns.read(record, 'capacityDwellings');
    const capacity = parseNumber(given);
    if (capacity === null || !Number.isInteger(capacity) || capacity < 0) {
      report.add('error', 'capacity', `has capacity "${given}"; give a whole number of dwellings`, at, given);
      continue;
    }
    const name = cellText(columns.read(record, 'name')) ?? key;
    const owner = cellText(columns.read(record, 'owner'));
    digests.set(key, hashTexts([key, name, capacity, owner, located.geometry]));
    await batches.add(
      { number: record.number, key, name, capacity, owner, geometry: located.geometry },
      located.geometry.length,
    );
  }
  await batches.end();
  columns.requireFound();
  if (digests.size === 0) report.add('error', 'empty-file', 'holds no sites that can be used');
  refuseOnErrors(report.findings());
  const sorted = [...digests].sort(([a], [b]) => compareCodes(a, b)).map(([, digest]) => digest);
  context.prepared.push({
    ...NO_DIMENSIONS,
    kind: 'sites',
    itemKey: 'sites',
    hash: datasetHash(context.region, 'sites', step.source, sorted),
    rowCount: digests.size,
    source: step.source,
    report: report.findings(),
    staged,
    async write(trx, region, version) {
      const written = await sql`
        insert into sites (region, version, idx, key, name, capacity_dwellings, owner, area_m2, geom)
        select ${region}, ${version}::int, row_number() over (order by key collate "C") - 1,
          key, name, capacity_dwellings, owner, area_m2, geom
        from staged_sites where import = ${staged}`.execute(trx);
      return Number(written.numAffectedRows);
    },
  });
}
