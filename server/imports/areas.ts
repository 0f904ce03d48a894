import { sql } from 'kysely';
import type { AreaLevel } from '../../core/areas/types.ts';
import { ProblemError } from '../../core/problem.ts';
import { levels } from '../../data/levels.ts';
import { datasetHash } from './hash.ts';
import { assignParentsWithin, checkParentCodes, dissolveParents } from './parents.ts';
import { readAreas } from './read-areas.ts';
import { createReport, type Place, type Report, refuseOnErrors } from './report.ts';
import type { RunContext } from './run-context.ts';
import { findOverlaps } from './stage-areas.ts';
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
  await reportOverlaps(context, step.file.name, staged, report);
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

async function reportOverlaps(
  context: RunContext,
  fileName: string,
  staged: number,
  report: Report,
): Promise<void> {
  for (const overlap of await findOverlaps(context.database, fileName, staged)) {
    const at: Place = { unit: 'feature', number: overlap.number, code: overlap.code };
    const percent = Number((overlap.share * 100).toPrecision(2));
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
