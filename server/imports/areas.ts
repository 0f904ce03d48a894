import { sql } from 'kysely';
import type { AreaLevel } from '../../core/areas/types.ts';
import { ProblemError } from '../../core/problem.ts';
import { levels } from '../../data/levels.ts';
import { createBatches } from './batches.ts';
import { cellText } from './codes.ts';
import { createColumnReader } from './columns.ts';
import { chooseEpsg, crsProblem } from './crs.ts';
import { checkGeometry, isPolygonal } from './geometry.ts';
import { datasetHash, hashTexts } from './hash.ts';
import { assignParentsWithin, checkParentCodes, dissolveParents } from './parents.ts';
import { atRecord } from './progress.ts';
import { createReport, type Place, type Report, refuseOnErrors } from './report.ts';
import type { RunContext } from './run-context.ts';
import { findOverlaps, type RawArea, stageAreas } from './stage-areas.ts';
import { stageShapes } from './stage-shapes.ts';
import type { AreasStep } from './types.ts';
import { prepareAreas } from './write-areas.ts';

/** An overlap above this share of the smaller polygon is a mistake; below it, the sliver of a generalised border. */
const MAX_OVERLAP_SHARE = 0.01;

/** Overlaps below this size are rounding of coordinates, not worth a line in a report. */
const REPORTED_OVERLAP_M2 = 1;

/** Reads, checks and stages polygons, and prepares their dataset; the parents too when they are made by dissolving. */
export async function importAreas(context: RunContext, step: AreasStep): Promise<void> {
  if (step.parentColumn !== undefined && step.parentWithin !== undefined) {
    throw new ProblemError(
      'bad-parameter',
      'give a parent column or a level to find the parent within, not both',
    );
  }
  const report = createReport(step.file.name);
  const staged = await context.staging.claim('areas');
  const digests = await readAreas(context, step, staged, report);
  refuseOnErrors(report.findings());

  context.hooks.onProgress?.(`Checking ${digests.size} areas for overlaps`);
  await reportOverlaps(context, staged, report);
  refuseOnErrors(report.findings());

  const parentLevel = await attachParents(context, step, staged, digests, report);
  refuseOnErrors(report.findings());

  context.hooks.onProgress?.(`Simplifying ${digests.size} areas`);
  await stageShapes(context.database, staged);
  const itemKey = `areas/${step.level}/${step.vintage}`;
  context.prepared.push(
    prepareAreas({
      itemKey,
      level: step.level,
      vintage: step.vintage,
      parentLevel,
      hash: datasetHash(context.region, itemKey, step.source, await contentOf(context, staged, digests)),
      rowCount: digests.size,
      source: step.source,
      report: report.findings(),
      staged,
    }),
  );
}

/** Streams the file into staging; returns the digest of every area's own content by code. */
async function readAreas(
  context: RunContext,
  step: AreasStep,
  staged: number,
  report: Report,
): Promise<Map<string, string>> {
  const { file } = step;
  const columns = createColumnReader(file);
  const firstNumbers = new Map<string, number>();
  const digests = new Map<string, string>();
  let crs: { epsg: number; certain: boolean; assumed: boolean } | null = null;
  let records = 0;
  const batches = createBatches<RawArea>(async rows => {
    // After an error only the report counts: the rest of the file is still looked at, and nothing of it is stored.
    if (report.refused()) return;
    const repaired = await stageAreas(context.database, staged, (crs as { epsg: number }).epsg, rows);
    for (const { number, reason, areaM2 } of repaired) {
      const at: Place = {
        unit: 'feature',
        number,
        code: rows.find(row => row.number === number)?.code ?? null,
      };
      if (areaM2 === null)
        report.add('error', 'invalid-geometry', `nothing is left of the polygon: ${reason}`, at, reason);
      else
        report.add(
          'repaired',
          'invalid-geometry',
          `${reason} was repaired; ${Math.round(areaM2)} m² are left`,
          at,
          reason,
        );
    }
  });

  for await (const record of file.records()) {
    records++;
    atRecord(context.hooks, `Reading ${file.name}`, records);
    const code = cellText(columns.read(record, step.idColumn));
    const at: Place = { unit: 'feature', number: record.number, code };
    if (code === null) {
      report.add('error', 'missing-id', `has no ${step.idColumn}`, at);
      continue;
    }
    const first = firstNumbers.get(code);
    if (first !== undefined) {
      report.add(
        'error',
        'duplicate-id',
        `${step.idColumn} "${code}" is already that of feature ${first}`,
        at,
        code,
      );
      continue;
    }
    firstNumbers.set(code, record.number);
    let name = step.nameColumn === undefined ? code : cellText(columns.read(record, step.nameColumn));
    if (name === null) {
      report.add('warning', 'missing-name', `has no ${step.nameColumn}; its code is shown instead`, at);
      name = code;
    }
    const { geometry } = record;
    const checked = checkGeometry(geometry);
    if (geometry === null || checked.state === 'empty') {
      report.add('warning', 'null-geometry', 'has no geometry and is left out', at);
      continue;
    }
    if (!isPolygonal(geometry)) {
      report.add(
        'error',
        'geometry-type',
        `is a ${geometry.type}; an area is a Polygon or MultiPolygon`,
        at,
        geometry.type,
      );
      continue;
    }
    if (checked.state === 'broken') {
      report.add('error', 'invalid-geometry', checked.reason, at);
      continue;
    }
    if (crs === null) {
      crs = chooseEpsg(step.epsg, file.declaredEpsg, file.format, checked.bounds);
      await requireKnownCrs(context, crs.epsg);
      if (crs.assumed)
        report.add('warning', 'assumed-crs', `declares no CRS; taken as EPSG:${crs.epsg}`, null, crs.epsg);
    }
    const problem = crsProblem(checked.bounds, crs.epsg, crs.certain);
    if (problem !== null) {
      report.add('error', 'wrong-crs', problem, at, checked.bounds.minX);
      // Every other feature will say the same.
      refuseOnErrors(report.findings());
    }
    if (checked.closedRings > 0) {
      report.add('repaired', 'invalid-geometry', `${checked.closedRings} open ring(s) were closed`, at);
    }
    const parentCode =
      step.parentColumn === undefined ? null : cellText(columns.read(record, step.parentColumn));
    const parentName =
      step.parentNameColumn === undefined ? null : cellText(columns.read(record, step.parentNameColumn));
    if (step.parentColumn !== undefined && parentCode === null) {
      report.add('warning', 'missing-parent', `has no ${step.parentColumn}`, at);
    }
    const text = JSON.stringify(geometry);
    digests.set(code, hashTexts([name, crs.epsg, text]));
    await batches.add(
      { number: record.number, code, name, parentCode, parentName, geometry: text },
      text.length,
    );
  }
  await batches.end();
  columns.requireFound();
  if (records === 0)
    report.add(
      'error',
      'empty-file',
      'holds no features: export it again, or check that it is the right file',
    );
  else if (digests.size === 0 && !report.refused())
    report.add('error', 'null-geometry', 'no feature has a geometry');
  return digests;
}

async function requireKnownCrs(context: RunContext, epsg: number): Promise<void> {
  const found = await sql`select 1 from spatial_ref_sys where srid = ${epsg}`.execute(
    context.database.kysely,
  );
  if (found.rows.length === 0) {
    throw new ProblemError(
      'bad-parameter',
      `EPSG:${epsg} is not known to PostGIS: give another code with --crs`,
    );
  }
}

async function reportOverlaps(context: RunContext, staged: number, report: Report): Promise<void> {
  for (const overlap of await findOverlaps(context.database, staged)) {
    const at: Place = { unit: 'feature', number: overlap.number, code: overlap.code };
    const percent = (overlap.share * 100).toPrecision(2);
    const message = `overlaps feature ${overlap.otherNumber} (${overlap.otherCode}) by ${Math.round(overlap.areaM2)} m², ${percent} % of the smaller one`;
    const severity = overlap.share > MAX_OVERLAP_SHARE ? 'error' : 'warning';
    if (overlap.areaM2 >= REPORTED_OVERLAP_M2)
      report.add(severity, 'overlap', message, at, Math.round(overlap.areaM2));
  }
}

async function attachParents(
  context: RunContext,
  step: AreasStep,
  staged: number,
  digests: ReadonlyMap<string, string>,
  report: Report,
): Promise<AreaLevel | null> {
  if (step.parentWithin !== undefined) {
    await assignParentsWithin(context, step.parentWithin, staged, report);
    return step.parentWithin;
  }
  if (step.parentColumn === undefined) return null;
  const parentLevel =
    step.parentLevel ?? levels.find(level => level.id === step.level)?.defaultParent ?? null;
  if (parentLevel === null) {
    throw new ProblemError(
      'bad-parameter',
      `level ${step.level} has no usual parent: say which with --parent-level`,
    );
  }
  const known = await checkParentCodes(context, parentLevel, step.vintage, staged, report);
  if (!known && !report.refused()) {
    context.hooks.onProgress?.(`Making level ${parentLevel} by dissolving ${step.level}`);
    await dissolveParents(context, step, parentLevel, staged, digests);
  }
  return parentLevel;
}

/** Canonical content for the hash: code, own digest and parent, by code. */
async function contentOf(
  context: RunContext,
  staged: number,
  digests: ReadonlyMap<string, string>,
): Promise<(string | null)[]> {
  const rows = await sql<{ code: string; parentCode: string | null }>`
    select code, parent_code as "parentCode" from staged_areas where import = ${staged}
    order by code collate "C"`.execute(context.database.kysely);
  return rows.rows.flatMap(({ code, parentCode }) => [code, digests.get(code) ?? null, parentCode]);
}
