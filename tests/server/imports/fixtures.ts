import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature, Geometry } from 'geojson';
import { sql } from 'kysely';
import { afterAll } from 'vitest';
import { ProblemError } from '../../../core/problem.ts';
import type { Database } from '../../../server/database/types.ts';
import type { AreasStep, TableStep } from '../../../server/imports/types.ts';
import { openFile } from '../../../server/readers/registry.ts';
import type { OpenedFile } from '../../../server/readers/types.ts';
import type { DatasetSource, Finding } from '../../../server/releases/types.ts';

const folder = mkdtempSync(join(tmpdir(), 'buurtbalans-imports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** Writes a file as a publisher would have and opens it with the reader its name asks for. */
export function fileWith(name: string, content: string | object): Promise<OpenedFile> {
  const own = mkdtempSync(join(folder, `${files++}-`));
  const path = join(own, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return openFile(path);
}

export function sourceOf(title: string): DatasetSource {
  return { title, publisher: null, licence: null, url: null, fileName: null, fileHash: null, note: null };
}

/** A square near Gent with its lower left corner `column` and `row` steps of 0.01° from (3.70, 51.00). */
export function square(column: number, row: number, width = 1): Geometry {
  const [west, south] = [3.7 + column / 100, 51 + row / 100].map(degrees => Number(degrees.toFixed(6))) as [
    number,
    number,
  ];
  const [east, north] = [3.7 + (column + width) / 100, 51 + (row + width) / 100].map(degrees =>
    Number(degrees.toFixed(6)),
  ) as [number, number];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

export function area(
  code: string | null,
  geometry: Geometry | null,
  more: Record<string, unknown> = {},
): Feature {
  return {
    type: 'Feature',
    properties: { code, name: code === null ? null : `Area ${code}`, ...more },
    geometry: geometry as Geometry,
  };
}

export function collection(features: readonly Feature[], more: object = {}): object {
  return { type: 'FeatureCollection', ...more, features };
}

/** Four squares in a block of two by two: A1 A2 below, B1 B2 above, in the towns A and B. */
export function block(): Feature[] {
  return [
    area('A1', square(0, 0), { town: 'A', townName: 'Aville' }),
    area('A2', square(1, 0), { town: 'A', townName: 'Aville' }),
    area('B1', square(0, 1), { town: 'B', townName: 'Bville' }),
    area('B2', square(1, 1), { town: 'B', townName: 'Bville' }),
  ];
}

export async function areasStep(content: string | object, more: Partial<AreasStep> = {}): Promise<AreasStep> {
  return {
    kind: 'areas',
    file: await fileWith('sectors.geojson', content),
    level: 'sector',
    vintage: 2024,
    idColumn: 'code',
    nameColumn: 'name',
    source: sourceOf('Sectors'),
    ...more,
  };
}

/** A CSV of social dwellings and all dwellings, unless `more` says otherwise. */
export async function tableStep(content: string, more: Partial<TableStep> = {}): Promise<TableStep> {
  return {
    kind: 'table',
    file: await fileWith('table.csv', content),
    level: 'sector',
    idColumn: 'code',
    year: 2023,
    maps: [{ indicator: 'social_share', column: 'social', denominatorColumn: 'dwellings' }],
    source: sourceOf('Table'),
    ...more,
  };
}

/** The problem with which an import was refused. */
export async function refusal(
  work: Promise<unknown>,
): Promise<{ code: string; message: string; report: Finding[] }> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemError)) throw error ?? new Error('the import was accepted');
  return { code: error.code, message: error.message, report: (error.details.report as Finding[]) ?? [] };
}

export type StoredValue = {
  code: string;
  category: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  status: string;
};

/** The observations of a dataset in the current release, by code and category. */
export async function storedValues(
  database: Database,
  itemKey: string,
  region = 'own',
): Promise<StoredValue[]> {
  const result = await sql<StoredValue>`
    select o.code, o.category, o.numerator, o.denominator, o.value, o.status
    from current_release c
    join release_items i on i.release = c.release and i.region = ${region} and i.item_key = ${itemKey}
    join observations o on o.region = i.region and o.version = i.dataset_version
    order by o.code collate "C", o.category collate "C"`.execute(database.kysely);
  return result.rows;
}

export type StoredArea = {
  idx: number;
  code: string;
  name: string;
  parentCode: string | null;
  areaM2: number;
};

export async function storedAreas(
  database: Database,
  itemKey: string,
  region = 'own',
): Promise<StoredArea[]> {
  const result = await sql<StoredArea>`
    select a.idx, a.code, a.name, a.parent_code as "parentCode", a.area_m2 as "areaM2"
    from current_release c
    join release_items i on i.release = c.release and i.region = ${region} and i.item_key = ${itemKey}
    join areas a on a.region = i.region and a.version = i.dataset_version
    order by a.idx`.execute(database.kysely);
  return result.rows;
}

/** Everything in the database that an import could leave behind or change. */
export async function footprint(database: Database): Promise<Record<string, unknown>> {
  const result = await sql<Record<string, unknown>>`
    select
      (select count(*)::int from releases) as releases,
      (select hash from releases r join current_release c on c.release = r.id) as current,
      (select count(*)::int from dataset_versions) as versions,
      (select count(*)::int from areas) as areas,
      (select count(*)::int from area_shapes) as shapes,
      (select count(*)::int from observations) as observations,
      (select count(*)::int from facilities) as facilities,
      (select count(*)::int from imports) as imports,
      (select count(*)::int from staged_areas) as staged`.execute(database.kysely);
  return result.rows[0] as Record<string, unknown>;
}
