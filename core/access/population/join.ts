import type { Points } from '../distances.ts';
import type { Joined } from '../network/attach.ts';
import { joinPoints } from '../network/joined.ts';
import { type KnownNetwork, walkerKnown } from '../walking.ts';

/** Where the points of a settlement join a network, as data that goes along with them. */
export const joinSettlement = (points: Points, network: KnownNetwork): Joined =>
  joinPoints(walkerKnown(network), points);
