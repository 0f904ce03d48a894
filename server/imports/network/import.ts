import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { componentsOf } from '../../../core/access/network/components.ts';
import { encodeNetwork } from '../../../core/access/network/format.ts';
import { inOrder } from '../../../core/access/network/order.ts';
import { edgeCount, type WalkingNetwork } from '../../../core/access/network/types.ts';
import { isOsm } from '../../readers/osm/open.ts';
import { datasetHash } from '../hash.ts';
import { createReport, type Report, refuseOnErrors } from '../report.ts';
import { NO_DIMENSIONS, type RunContext } from '../run-context.ts';
import type { NetworkStep } from '../types.ts';
import { networkOfEdges } from './edges.ts';
import { networkOfOsm } from './ways.ts';

/** Bytes of one row: few enough that on PGlite, which runs one statement at a time, readers get their turn. */
const PART_BYTES = 2 ** 20;

/** Reads and checks a walking network: OpenStreetMap, or a file of edges. It is stored in its compact form. */
export async function importNetwork(context: RunContext, step: NetworkStep): Promise<void> {
  const { file } = step;
  const report = createReport(file.name);
  const network = isOsm(file)
    ? await networkOfOsm(file, report)
    : await networkOfEdges(file, step.epsg, context.hooks, report);
  const edges = edgeCount(network);
  if (edges === 0 && !report.refused()) report.add('error', 'empty-file', 'holds no edges that can be used');
  refuseOnErrors(report.findings());
  context.hooks.onProgress?.(`Ordering ${edges} edges`);
  reportComponents(network, report);
  const bytes = encodeNetwork(inOrder(network));
  const digest = createHash('sha256').update(bytes).digest('hex');
  context.prepared.push({
    ...NO_DIMENSIONS,
    kind: 'network',
    itemKey: 'network',
    hash: datasetHash(context.region, 'network', step.source, [digest]),
    rowCount: edges,
    source: step.source,
    report: report.findings(),
    staged: null,
    async write(trx, region, version) {
      for (let part = 0; part * PART_BYTES < bytes.length; part++) {
        const piece = Buffer.from(bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
        await sql`
          insert into network_parts (region, version, part, bytes)
          values (${region}, ${version}, ${part}, ${piece})`.execute(trx);
      }
      return edges;
    },
  });
}

/** One part that holds most of the streets is what a network of one place should be; many are a sign of gaps. */
const MOST = 0.9;

function reportComponents(network: WalkingNetwork, report: Report): void {
  const { metres } = componentsOf(network);
  const all = metres.reduce((sum, each) => sum + each, 0);
  const part = all === 0 ? 0 : metres[0]! / all;
  const km = (each: number): string => `${Math.round(each / 100) / 10} km`;
  report.add(
    part < MOST ? 'warning' : 'note',
    'components',
    `${edgeCount(network)} edges, ${km(all)}, in ${metres.length} ${metres.length === 1 ? 'part' : 'parts between which there is no way'}; the largest holds ${Math.floor(1000 * part) / 10} % of the length`,
    null,
    metres.length,
  );
}
