import { createBatches } from './batches.ts';
import { cellText } from './codes.ts';
import { createColumnReader } from './columns.ts';
import { isPolygonal } from './geometry.ts';
import { hashTexts } from './hash.ts';
import { atRecord } from './progress.ts';
import type { Place, Report } from './report.ts';
import type { RunContext } from './run-context.ts';
import { type RawArea, stageAreas } from './stage-areas.ts';
import { createLocator } from './stage-features.ts';
import type { AreasStep } from './types.ts';

/** Streams the file into staging; returns the digest of every area's own content by code. */
export async function readAreas(
  context: RunContext,
  step: AreasStep,
  staged: number,
  report: Report,
): Promise<Map<string, string>> {
  const { file } = step;
  const columns = createColumnReader(file);
  const locator = createLocator(file, step.epsg, report);
  const firstNumbers = new Map<string, number>();
  const digests = new Map<string, string>();
  let records = 0;
  const batches = createBatches<RawArea>(rows =>
    stageBatch(context, file.name, staged, locator.epsg(), rows, report),
  );
  for await (const record of file.records()) {
    records++;
    atRecord(context.hooks, `Reading ${file.name}`, records);
    const textOf = (column: string | undefined) =>
      column === undefined ? null : cellText(columns.read(record, column));
    const code = textOf(step.idColumn);
    const at: Place = { unit: 'feature', number: record.number, code };
    if (code === null) {
      report.add('error', 'missing-id', `has no ${step.idColumn}`, at);
      continue;
    }
    const first = firstNumbers.get(code);
    if (first !== undefined) {
      const message = `${step.idColumn} "${code}" is already that of feature ${first}`;
      report.add('error', 'duplicate-id', message, at, code);
      continue;
    }
    firstNumbers.set(code, record.number);
    const located = locator.locate(record, at);
    if (located === null) continue;
    const type = record.geometry?.type;
    if (record.geometry === null || !isPolygonal(record.geometry)) {
      report.add('error', 'geometry-type', `is a ${type}; an area is a Polygon or MultiPolygon`, at, type);
      continue;
    }
    const name = textOf(step.nameColumn);
    if (name === null && step.nameColumn !== undefined) {
      report.add('warning', 'missing-name', `has no ${step.nameColumn}; its code is shown instead`, at);
    }
    const parentCode = textOf(step.parentColumn);
    if (parentCode === null && step.parentColumn !== undefined) {
      report.add('warning', 'missing-parent', `has no ${step.parentColumn}`, at);
    }
    const { geometry } = located;
    const area = { number: record.number, code, name: name ?? code, parentCode, geometry };
    digests.set(code, hashTexts([area.name, locator.epsg(), geometry]));
    await batches.add({ ...area, parentName: textOf(step.parentNameColumn) }, geometry.length);
  }
  await batches.end();
  columns.requireFound();
  if (records === 0) {
    report.add(
      'error',
      'empty-file',
      'holds no features: export it again, or check that it is the right file',
    );
  } else if (digests.size === 0 && !report.refused()) {
    report.add('error', 'null-geometry', 'no feature has a geometry');
  }
  return digests;
}

async function stageBatch(
  context: RunContext,
  fileName: string,
  staged: number,
  epsg: number,
  rows: readonly RawArea[],
  report: Report,
): Promise<void> {
  // After an error only the report counts: the rest of the file is still looked at, and nothing of it is stored.
  if (report.refused()) return;
  for (const { number, reason, areaM2 } of await stageAreas(context.database, fileName, staged, epsg, rows)) {
    const code = rows.find(row => row.number === number)?.code ?? null;
    const at: Place = { unit: 'feature', number, code };
    if (areaM2 === null) {
      report.add('error', 'invalid-geometry', `nothing is left of the polygon: ${reason}`, at, reason);
    } else {
      const message = `${reason} was repaired; ${Math.round(areaM2)} m² are left`;
      report.add('repaired', 'invalid-geometry', message, at, reason);
    }
  }
}
