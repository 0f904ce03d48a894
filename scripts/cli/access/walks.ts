import { inOrder } from '../../../core/access/network/order.ts';
import { edgeCount } from '../../../core/access/network/types.ts';
import type { Walks } from '../../../core/access/walking.ts';
import { networkOfEdges } from '../../../server/imports/network/edges.ts';
import { networkOfOsm } from '../../../server/imports/network/ways.ts';
import { createReport, refuseOnErrors } from '../../../server/imports/report.ts';
import { isOsm } from '../../../server/readers/osm/open.ts';
import { openFile } from '../../../server/readers/registry.ts';

/** On what a command walks: the network of a file where one is given, else straight lines. Errors as an import of it. */
export async function readWalks({
  network: path,
  detour,
  crs,
}: {
  network?: string;
  detour: number;
  crs?: number;
}): Promise<Walks> {
  if (path === undefined) return { detour, network: null };
  const file = await openFile(path);
  const report = createReport(file.name);
  const network = isOsm(file)
    ? await networkOfOsm(file, report)
    : await networkOfEdges(file, crs, {}, report);
  if (edgeCount(network) === 0 && !report.refused())
    report.add('error', 'empty-file', 'holds no edges that can be used');
  refuseOnErrors(report.findings());
  return { detour, network: { hash: file.name, columns: inOrder(network) } };
}
