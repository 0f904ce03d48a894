import { componentsOf } from '../../../core/access/network/components.ts';
import { encodeNetwork } from '../../../core/access/network/format.ts';
import { inOrder } from '../../../core/access/network/order.ts';
import { edgeCount, type WalkingNetwork } from '../../../core/access/network/types.ts';
import { isOsm } from '../../readers/osm/open.ts';
import { createReport, type Report, refuseOnErrors } from '../report.ts';
import type { RunContext } from '../run-context.ts';
import type { NetworkStep } from '../types.ts';
import { preparedWhole } from '../whole.ts';
import { networkOfEdges } from './edges.ts';
import { networkOfOsm } from './ways.ts';

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
  context.prepared.push(
    preparedWhole(context.region, {
      ...{ kind: 'network', itemKey: 'network', bytes: encodeNetwork(inOrder(network)) },
      ...{ rowCount: edges, source: step.source, report: report.findings() },
    }),
  );
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
