import { sql } from 'kysely';
import { createBatches } from './batches.ts';
import { cellText } from './codes.ts';
import { createColumnReader } from './columns.ts';
import { datasetHash, hashTexts } from './hash.ts';
import { atRecord } from './progress.ts';
import { createReport, type Place, refuseOnErrors } from './report.ts';
import { NO_DIMENSIONS, type RunContext } from './run-context.ts';
import { createLocator } from './stage-features.ts';
import type { NetworkStep } from './types.ts';

type Edge = { number: number; from: number; to: number; lengthM: number; kind: string; geometry: string };

/** Reads, checks and stages a walking network. The order of the edges in the file is their index. */
export async function importNetwork(context: RunContext, step: NetworkStep): Promise<void> {
  const { file } = step;
  const report = createReport(file.name);
  const staged = await context.staging.claim('network');
  const columns = createColumnReader(file);
  const locator = createLocator(file, step.epsg, report);
  const digests: string[] = [];
  const batches = createBatches<Edge>(async rows => {
    if (report.refused()) return;
    await sql`
      insert into staged_network_edges (import, number, from_node, to_node, length_m, kind, geom)
      select ${staged}::int, number, from_node, to_node, length_m, kind,
        ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(geometry), ${locator.epsg()}::int), 4326)
      from unnest(
        ${rows.map(row => row.number)}::int[], ${rows.map(row => row.from)}::int[], ${rows.map(row => row.to)}::int[],
        ${rows.map(row => row.lengthM)}::float8[], ${rows.map(row => row.kind)}::text[],
        ${rows.map(row => row.geometry)}::text[]
      ) as t(number, from_node, to_node, length_m, kind, geometry)`.execute(context.database.kysely);
  });
  for await (const record of file.records()) {
    atRecord(context.hooks, `Reading ${file.name}`, record.number);
    const at: Place = { unit: 'feature', number: record.number };
    const located = locator.locate(record, at);
    if (located === null) continue;
    if (record.geometry?.type !== 'LineString') {
      report.add('error', 'geometry-type', `is a ${record.geometry?.type}; an edge is a LineString`, at);
      continue;
    }
    const from = columns.read(record, 'fromNode');
    const to = columns.read(record, 'toNode');
    const lengthM = columns.read(record, 'lengthM');
    if (!isNode(from) || !isNode(to)) {
      report.add('error', 'node', `runs from "${from}" to "${to}"; nodes are whole numbers from 0`, at, from);
      continue;
    }
    if (typeof lengthM !== 'number' || !Number.isFinite(lengthM) || lengthM < 0) {
      report.add('error', 'length', `has length "${lengthM}"; give metres, 0 or more`, at, lengthM);
      continue;
    }
    const kind = cellText(columns.read(record, 'kind')) ?? 'path';
    digests.push(hashTexts([from, to, lengthM, kind, located.geometry]));
    await batches.add(
      { number: record.number, from, to, lengthM, kind, geometry: located.geometry },
      located.geometry.length,
    );
  }
  await batches.end();
  columns.requireFound();
  if (digests.length === 0) report.add('error', 'empty-file', 'holds no edges that can be used');
  refuseOnErrors(report.findings());
  context.prepared.push({
    ...NO_DIMENSIONS,
    kind: 'network',
    itemKey: 'network',
    hash: datasetHash(context.region, 'network', step.source, digests),
    rowCount: digests.length,
    source: step.source,
    report: report.findings(),
    staged,
    async write(trx, region, version) {
      const written = await sql`
        insert into network_edges (region, version, idx, from_node, to_node, length_m, kind, geom)
        select ${region}, ${version}::int, row_number() over (order by number) - 1, from_node, to_node, length_m, kind, geom
        from staged_network_edges where import = ${staged}`.execute(trx);
      return Number(written.numAffectedRows);
    },
  });
}

function isNode(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}
