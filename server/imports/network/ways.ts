import type { WalkingNetwork } from '../../../core/access/network/types.ts';
import type { OsmFile } from '../../readers/osm/open.ts';
import { missingNodes, networkOfWays } from '../../sources/osm/network.ts';
import { readWalkableWays } from '../../sources/osm/ways.ts';
import type { Report } from '../report.ts';

/** Part of the ways that may lack nodes, as ways do that cross the border of an extract. */
const MAX_CUT_WAYS = 0.1;

/** A network from the ways of OpenStreetMap that can be walked. */
export async function networkOfOsm(file: OsmFile, report: Report): Promise<WalkingNetwork> {
  const ways = await readWalkableWays(file);
  const cut = missingNodes(ways);
  const many = cut.length > MAX_CUT_WAYS * ways.ids.length;
  if (many) {
    report.add(
      'error',
      'missing-nodes',
      `${cut.length} of ${ways.ids.length} ways to walk lack nodes, the first of them way ${cut[0]!.way}, which lacks node ${cut[0]!.node}; make the extract with whole ways (osmium extract --strategy=complete_ways)`,
      null,
      cut.length,
    );
  } else
    for (const { way, node } of cut)
      report.add('warning', 'missing-nodes', `way ${way} lacks node ${node} and is cut there`, null, way);
  if (ways.ids.length === 0)
    report.add(
      'error',
      'empty-file',
      'holds no way that can be walked, by the rules of data/walkable-ways.ts',
    );
  return networkOfWays(ways).network;
}
