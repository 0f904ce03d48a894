import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature, Geometry } from 'geojson';
import { sql } from 'kysely';
import { ProblemError } from '../../core/problem.ts';
import { MAX_PROJECTS, readProjects } from '../../core/scenario/projects.ts';
import type { Database } from '../database/types.ts';
import { type Bounds, chooseEpsg, crsProblem } from '../imports/crs.ts';
import { checkGeometry } from '../imports/geometry.ts';
import { openFile } from '../readers/registry.ts';
import type { FileRecord, OpenedFile, ReadLimits } from '../readers/types.ts';

/** Bytes of a file of projects as it is sent. */
export const PROJECTS_BYTES = 10 * 1024 * 1024;

/** A thousand projects of thousands of corners each take less. */
const LIMITS: ReadLimits = {
  maxBytes: 64 * 1024 * 1024,
  maxRecords: MAX_PROJECTS,
  maxCompressionRatio: 200,
};

export type ReadProjects = {
  /** Code of the coordinate system of the file. */
  epsg: number;
  /** Whether the file does not say so and it was concluded from the coordinates. */
  assumed: boolean;
  /** In longitude and latitude (WGS84), with the attributes of the file. */
  features: Feature[];
};

/**
 * Reads housing projects out of a zip with a shapefile (or GeoJSON), in any coordinate system that PostGIS knows; whole
 * or not at all. `crs` is an EPSG code that overrules what the file says.
 * @throws ProblemError `bad-input` naming the record and what is wrong with it; `too-large`
 */
export async function readProjectsFile(
  database: Database,
  bytes: Uint8Array,
  crs?: number,
): Promise<ReadProjects> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtbalans-projects-'));
  try {
    const path = join(folder, 'projects.zip');
    await writeFile(path, bytes, { mode: 0o600 });
    const file = await openFile(path, { limits: LIMITS });
    const records = await recordsOf(file);
    const { epsg, assumed } = crsOf(file, records, crs);
    const geometries = await inDegrees(
      database,
      records.map(({ geometry }) => geometry!),
      epsg,
    );
    const features = records.map(
      ({ properties }, k): Feature => ({
        type: 'Feature',
        geometry: geometries[k]!,
        properties,
      }),
    );
    // What the page would refuse is refused here, by the same rules.
    readProjects({ type: 'FeatureCollection', features });
    return { epsg, assumed, features };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function recordsOf(file: OpenedFile): Promise<FileRecord[]> {
  const records: FileRecord[] = [];
  for await (const record of file.records()) records.push(record);
  if (records.length === 0) {
    throw new ProblemError('bad-input', `${file.name}: holds no projects; export the layer again`);
  }
  return records;
}

function crsOf(
  file: OpenedFile,
  records: readonly FileRecord[],
  given: number | undefined,
): { epsg: number; assumed: boolean } {
  let chosen: ReturnType<typeof chooseEpsg> | null = null;
  for (const { number, geometry } of records) {
    const refuse = (sentence: string) =>
      new ProblemError('bad-input', `${file.name}: record ${number} ${sentence}`, { feature: number });
    const checked = checkGeometry(geometry);
    if (checked.state === 'empty') throw refuse('has no geometry; draw it or leave it out of the file');
    if (checked.state === 'broken') throw refuse(`${checked.reason}; draw it anew`);
    const bounds: Bounds = checked.bounds;
    chosen ??= chooseEpsg(given, file.declaredEpsg, file.format, bounds);
    const problem = crsProblem(bounds, chosen.epsg, chosen.certain);
    if (problem !== null) throw refuse(`lies elsewhere: ${problem.replaceAll('--crs ', 'crs=')}`);
  }
  return { epsg: chosen!.epsg, assumed: chosen!.assumed };
}

async function inDegrees(
  database: Database,
  geometries: readonly Geometry[],
  epsg: number,
): Promise<Geometry[]> {
  if (epsg === 4326) return [...geometries];
  const known = await sql<{ known: boolean }>`
    select exists (select 1 from spatial_ref_sys where srid = ${epsg}::int) as known`.execute(
    database.kysely,
  );
  if (known.rows[0]?.known !== true) {
    throw new ProblemError(
      'bad-parameter',
      `EPSG:${epsg} is not known here; export the file in Lambert 72 (31370), Lambert 2008 (3812) or WGS84 (4326)`,
      { parameter: 'crs' },
    );
  }
  const texts = geometries.map(geometry => JSON.stringify(geometry));
  const { rows } = await sql<{ geometry: Geometry }>`
    select ST_AsGeoJSON(
      ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(given), ${epsg}::int), 4326)
    )::json as geometry
    from unnest(${texts}::text[]) with ordinality as t(given, place)
    order by place`.execute(database.kysely);
  if (rows.length !== geometries.length) {
    throw new ProblemError('internal', 'The database could not project these shapes; export them in WGS84');
  }
  return rows.map(({ geometry }) => geometry);
}
