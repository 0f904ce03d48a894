import { sql } from 'kysely';
import { ProblemError } from '../../core/problem.ts';
import { isConnectionLoss } from '../database/connection-loss.ts';
import type { Database } from '../database/types.ts';
import { forgetCurrent } from '../releases/catalogue.ts';
import { acceptDatasets, ensureRegion } from './accept.ts';
import { importAreas } from './areas.ts';
import { databaseProblem } from './database-problem.ts';
import { importFacilities } from './facilities.ts';
import { importHomes } from './homes/import.ts';
import { readCurrentManifest } from './manifest.ts';
import { importNetwork } from './network/import.ts';
import type { PreparedDataset, RunContext } from './run-context.ts';
import { importSites } from './sites.ts';
import { openStaging } from './staging.ts';
import { importTable } from './table.ts';
import type { ImportHooks, ImportRequest, ImportResult, ImportStep } from './types.ts';

const DEFAULT_REGION = 'own';

/**
 * Imports files into one new release that is served from then on, or refuses them whole.
 * Throws `import-refused` with `details.report` (every finding) when a check finds an error, `bad-input` for a file
 * that cannot be read, `bad-parameter`, `conflict`, and `unavailable` when the disk is full or the database is gone;
 * in every case the release that was served before is untouched.
 */
export async function runImport(
  database: Database,
  request: ImportRequest,
  hooks: ImportHooks = {},
): Promise<ImportResult> {
  const region = request.region ?? DEFAULT_REGION;
  if (request.steps.length === 0)
    throw new ProblemError('bad-parameter', 'the import has no steps: name a file');
  try {
    await checkRegion(database, region, request.synthetic ?? false);
    await requireKnownCrs(database, request.steps);
    const base = await readCurrentManifest(database.kysely);
    const staging = await openStaging(database);
    try {
      const context: RunContext = {
        database,
        region,
        base,
        staging,
        hooks,
        prepared: [],
        leanedOn: new Map(),
      };
      for (const step of request.steps) {
        hooks.signal?.throwIfAborted();
        await importStep(context, step);
      }
      checkDoubles(context);
      hooks.signal?.throwIfAborted();
      hooks.onProgress?.('Accepting the new release');
      await ensureRegion(context, request);
      const accepted = await acceptDatasets(context, request.message);
      forgetCurrent(database);
      // What is accepted stays so when the database goes away now.
      if (!accepted.unchanged) await analyzeWritten(context).catch(unlessLost);
      return {
        ...accepted,
        datasets: context.prepared.map(({ itemKey, hash, rowCount }) => ({ itemKey, hash, rowCount })),
        report: [...new Set(context.prepared.map(({ report }) => report))].flat(),
      };
    } finally {
      await staging.release();
    }
  } catch (error) {
    throw databaseProblem(error);
  }
}

const TABLES: Readonly<Record<PreparedDataset['kind'], readonly string[]>> = {
  areas: ['areas', 'area_shapes'],
  values: ['observations'],
  facilities: ['facilities'],
  network: ['network_parts'],
  sites: ['sites'],
  homes: ['homes_parts'],
};

/** PGlite has no autovacuum, so the planner learns of the new rows here. */
async function analyzeWritten({ database, region, prepared }: RunContext): Promise<void> {
  const tables = new Set(prepared.flatMap(({ kind }) => TABLES[kind]));
  // What a partition is called depends on when its region came; its bound says whose it is.
  const { rows } = await sql<{ name: string }>`
    select c.relname as name
    from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
    where p.relname = any(${[...tables]}::text[])
      and pg_get_expr(c.relpartbound, c.oid) = format('FOR VALUES IN (%L)', ${region}::text)`.execute(
    database.kysely,
  );
  await sql`analyze ${sql.join(rows.map(row => sql.table(row.name)))}`.execute(database.kysely);
}

function unlessLost(error: unknown): void {
  if (!isConnectionLoss(error)) throw error;
}

function importStep(context: RunContext, step: ImportStep): Promise<void> {
  context.hooks.onProgress?.(`Reading ${step.file.name}`);
  switch (step.kind) {
    case 'areas':
      return importAreas(context, step);
    case 'table':
      return importTable(context, step);
    case 'facilities':
      return importFacilities(context, step);
    case 'network':
      return importNetwork(context, step);
    case 'homes':
      return importHomes(context, step);
    case 'sites':
      return importSites(context, step);
  }
}

/** A region is real or synthetic for good: made-up and official numbers never stand in one map. */
async function checkRegion(database: Database, region: string, synthetic: boolean): Promise<void> {
  if (!/^[a-z0-9][a-z0-9-]{0,30}$/.test(region)) {
    throw new ProblemError(
      'bad-parameter',
      `"${region}" is no region id: use lower case letters, digits and hyphens, at most 31`,
    );
  }
  const found = await sql<{ synthetic: boolean }>`select synthetic from regions where id = ${region}`.execute(
    database.kysely,
  );
  const existing = found.rows[0];
  if (existing === undefined || existing.synthetic === synthetic) return;
  throw new ProblemError(
    'bad-parameter',
    existing.synthetic
      ? `region ${region} holds made-up data: import real files into a region of their own with --region`
      : `region ${region} holds real data: made-up data needs a region of its own`,
  );
}

/** Refuses a CRS that PostGIS cannot transform, before a file is read. */
async function requireKnownCrs(database: Database, steps: readonly ImportStep[]): Promise<void> {
  const used = steps.map(step => ('epsg' in step ? step.epsg : undefined) ?? step.file.declaredEpsg);
  const codes = [...new Set(used)].filter(code => code !== null);
  const found = await sql<{ srid: number }>`
    select srid from spatial_ref_sys where srid = any(${codes}::int[])`.execute(database.kysely);
  const unknown = codes.find(code => !found.rows.some(({ srid }) => srid === code));
  if (unknown === undefined) return;
  throw new ProblemError(
    'bad-parameter',
    `EPSG:${unknown} is not known to PostGIS: give another code with --crs`,
  );
}

function checkDoubles(context: RunContext): void {
  const seen = new Set<string>();
  for (const { itemKey } of context.prepared) {
    if (seen.has(itemKey)) {
      throw new ProblemError(
        'bad-parameter',
        `two steps of the import make ${itemKey}: give them one file, or import twice`,
      );
    }
    seen.add(itemKey);
  }
}
