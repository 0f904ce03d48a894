import { writeFileSync } from 'node:fs';
import { encodeNetwork } from '../../core/access/network/format.ts';
import { inOrder } from '../../core/access/network/order.ts';
import { openOsm } from '../../server/readers/osm/open.ts';
import { networkOfWays } from '../../server/sources/osm/network.ts';
import { readWalkableWays } from '../../server/sources/osm/ways.ts';

/** A process of its own, so that its memory is that of the building alone: `network-build.ts FILE OUT`. */
const [path, out] = process.argv.slice(2) as [string, string];
const begun = performance.now();
const { network } = networkOfWays(await readWalkableWays(await openOsm(path)));
const bytes = encodeNetwork(inOrder(network));
const seconds = (performance.now() - begun) / 1000;
writeFileSync(out, bytes);
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds, megabytes, edges: network.from.length, bytes: bytes.length }));
