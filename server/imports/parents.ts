import { sql } from 'kysely';
import type { AreaLevel } from '../../core/areas/types.ts';
import { ProblemError } from '../../core/problem.ts';
import { datasetHash } from './hash.ts';
import { OVERLAY_GRID, requireRows } from './repair.ts';
import type { Report } from './report.ts';
import { findAreas, type RunContext, readCodes } from './run-context.ts';
import { stageShapes } from './stage-shapes.ts';
import type { AreasStep } from './types.ts';
import { prepareAreas } from './write-areas.ts';

/** Codes named in one message; the number of all of them is always given. */
const NAMED_CODES = 20;

export function listCodes(codes: readonly string[]): string {
  const rest = codes.length - NAMED_CODES;
  return codes.slice(0, NAMED_CODES).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/**
 * Checks the parents' codes against the areas of their level: of the same vintage, else the newest.
 * Returns false when the region has no areas of that level.
 */
export async function checkParentCodes(
  context: RunContext,
  parentLevel: AreaLevel,
  vintage: number,
  staged: number,
  report: Report,
): Promise<boolean> {
  const parents = findAreas(context, parentLevel, vintage) ?? findAreas(context, parentLevel);
  if (parents === null) return false;
  const known = new Set(await readCodes(context, parents));
  const used = await sql<{ code: string }>`
    select distinct parent_code as code from staged_areas
    where import = ${staged} and parent_code is not null order by 1`.execute(context.database.kysely);
  const unknown = used.rows.map(({ code }) => code).filter(code => !known.has(code));
  if (unknown.length > 0) {
    report.add(
      'error',
      'unknown-parent',
      `${unknown.length} parent codes are no ${parentLevel} of vintage ${parents.vintage}: ${listCodes(unknown)}`,
      null,
      unknown[0],
    );
  }
  return true;
}

/**
 * Makes the areas of the parent level as the union of their children, as a dataset of its own in the same release.
 * The name is that of the child with the lowest number which has one, else the code.
 */
export async function dissolveParents(
  context: RunContext,
  step: AreasStep,
  parentLevel: AreaLevel,
  childrenStaged: number,
  childDigests: ReadonlyMap<string, string>,
): Promise<void> {
  const staged = await context.staging.claim('areas');
  const dissolved = await sql<{ code: string; name: string }>`
    with merged as materialized (
      select parent_code as code,
        coalesce((array_agg(parent_name order by number) filter (where parent_name is not null))[1], parent_code) as name,
        ST_Multi(ST_CollectionExtract(ST_Union(geom, ${OVERLAY_GRID}::float8), 3)) as geom
      from staged_areas where import = ${childrenStaged} and parent_code is not null
      group by parent_code
    )
    insert into staged_areas (import, number, code, name, area_m2, lon, lat, geom, geom_3857)
    select ${staged}::int, row_number() over (order by code collate "C"), code, name, ST_Area(geom::geography),
      ST_X(point), ST_Y(point), geom, ST_Transform(geom, 3857)
    from merged, lateral (select ST_PointOnSurface(geom) as point) p
    returning code, name`.execute(context.database.kysely);
  const parents = await sql<{ count: number }>`
    select count(distinct parent_code)::int as count from staged_areas where import = ${childrenStaged}`.execute(
    context.database.kysely,
  );
  requireRows(step.file.name, parents.rows[0]?.count ?? 0, dissolved.rows.length);
  if (dissolved.rows.length === 0) {
    throw new ProblemError(
      'import-refused',
      `${step.file.name}: no feature has a ${step.parentColumn}; nothing was imported`,
    );
  }
  await stageShapes(context.database, staged);
  const children = await sql<{ code: string; parentCode: string }>`
    select code, parent_code as "parentCode" from staged_areas
    where import = ${childrenStaged} and parent_code is not null
    order by parent_code collate "C", code collate "C"`.execute(context.database.kysely);
  const itemKey = `areas/${parentLevel}/${step.vintage}`;
  const source = { ...step.source, note: joinNotes(step.source.note, `made by dissolving ${step.level}`) };
  const names = dissolved.rows.flatMap(({ code, name }) => [code, name]);
  context.prepared.push(
    prepareAreas({
      itemKey,
      level: parentLevel,
      vintage: step.vintage,
      parentLevel: null,
      hash: datasetHash(context.region, itemKey, source, [
        ...names,
        ...children.rows.flatMap(({ code, parentCode }) => [
          parentCode,
          code,
          childDigests.get(code) ?? null,
        ]),
      ]),
      rowCount: dissolved.rows.length,
      source,
      report: [],
      staged,
    }),
  );
}

function joinNotes(given: string | null, own: string): string {
  return given === null ? own : `${given}; ${own}`;
}

/** Gives every staged area the parent that a point on its surface lies in; a warning lists those without one. */
export async function assignParentsWithin(
  context: RunContext,
  parentLevel: AreaLevel,
  staged: number,
  report: Report,
): Promise<void> {
  const parents = findAreas(context, parentLevel);
  if (parents === null) {
    throw new ProblemError(
      'import-refused',
      `region ${context.region} has no areas of level ${parentLevel} to find parents within: import them first`,
    );
  }
  const candidates =
    'staged' in parents
      ? sql`select code, geom from staged_areas where import = ${parents.staged}`
      : sql`select code, geom from areas where region = ${context.region} and version = ${parents.version}`;
  await sql`
    with found as (
      select s.number, min(p.code collate "C") as code
      from staged_areas s
      join (${candidates}) p on ST_Intersects(p.geom, ST_SetSRID(ST_MakePoint(s.lon, s.lat), 4326))
      where s.import = ${staged}
      group by s.number
    )
    update staged_areas s set parent_code = found.code from found
    where s.import = ${staged} and s.number = found.number`.execute(context.database.kysely);
  const orphans = await sql<{ code: string }>`
    select code from staged_areas where import = ${staged} and parent_code is null
    order by code collate "C"`.execute(context.database.kysely);
  if (orphans.rows.length > 0) {
    const codes = orphans.rows.map(({ code }) => code);
    report.add(
      'warning',
      'no-parent',
      `${codes.length} areas lie in no ${parentLevel} of vintage ${parents.vintage}: ${listCodes(codes)}`,
      null,
      codes[0],
    );
  }
}
