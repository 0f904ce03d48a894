import { describe, expect, it } from 'vitest';
import { componentsOf } from '../../../../core/access/network/components.ts';
import { walkingGraph } from '../../../../core/access/network/graph.ts';
import { createSearch } from '../../../../core/access/network/shortest-paths.ts';
import { openOsm } from '../../../../server/readers/osm/open.ts';
import { networkOfWays } from '../../../../server/sources/osm/network.ts';
import { readWalkableWays } from '../../../../server/sources/osm/ways.ts';
import pgRouting from './kempen-pgrouting.json' with { type: 'json' };

const { REAL_DATA_DIR } = process.env;

describe.skipIf(REAL_DATA_DIR === undefined)('shortest paths in the Kempen', async () => {
  if (REAL_DATA_DIR === undefined) return;
  const file = await openOsm(`${REAL_DATA_DIR}/osm/kempen-highways.osm.pbf`);
  const { network, nodeIds } = networkOfWays(await readWalkableWays(file));
  const junctionOf = new Map([...nodeIds].map((id, junction) => [id, junction]));
  const search = createSearch(walkingGraph(network).forward);

  it('are as long as those of pgRouting', () => {
    pgRouting.from.forEach((from, i) => {
      search.begin(Infinity);
      search.start(junctionOf.get(from)!, 0, 0);
      search.run();
      // Lengths are stored in whole millimetres, of which a path adds up a hundred or so.
      pgRouting.to.forEach((to, j) => {
        expect(Math.abs(search.metres[junctionOf.get(to)!]! - pgRouting.metres[i]![j]!)).toBeLessThan(0.1);
      });
    });
  });

  it('reach as many junctions within 1,200 m', () => {
    const stretches = new Int32Array(network.lon.length);
    for (const ends of [network.from, network.to]) for (const junction of ends) stretches[junction]!++;
    const counts = pgRouting.from.map(from => {
      search.begin(1200);
      search.start(junctionOf.get(from)!, 0, 0);
      return search.run().filter(junction => stretches[junction]! >= 3).length;
    });
    expect(counts).toEqual(pgRouting.within1200);
  });

  it('lead through as many parts, as long together', () => {
    const { metres } = componentsOf(network);
    expect(metres.length).toBe(pgRouting.components);
    // pgRouting's edges count steps twice.
    const cost = walkingGraph(network).cost.reduce((sum, each) => sum + each, 0);
    expect(cost / 1000).toBeCloseTo(pgRouting.kilometres, 2);
  });
});
