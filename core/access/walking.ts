import type { DistanceModel, Points } from './distances.ts';
import type { Joined } from './network/attach.ts';
import { networkDistances } from './network/network-distances.ts';
import { networkReach } from './network/network-reach.ts';
import type { WalkingNetwork } from './network/types.ts';
import { type Walker, walkerOf } from './network/walker.ts';
import type { ReachModel } from './reach.ts';
import { straightLineReach } from './straight-line.ts';
import { straightLineDistances } from './straight-line-distances.ts';

/** How walks were measured, as it stands in an answer. */
export type Walking = {
  /** Over the streets and paths of a network, or in straight lines. */
  by: 'network' | 'straight-line';
  /** How much longer a walk is than a straight line: of every walk, or of those that no street of the network is near. */
  detour: number;
  /** Hash of the network's version; null for straight lines. */
  network: string | null;
};

/** A network and the hash of its version, by which a thread that is sent it again knows it. */
export type KnownNetwork = { hash: string; columns: WalkingNetwork };

/** What walks are measured on; plain data, so that it travels between threads. */
export type Walks = { detour: number; network: KnownNetwork | null };

/** Points, and where they join the network of the walks, when somebody looked that up before. */
export type JoinedPoints = { points: Points; joined?: Joined | null };

export const walkingBy = ({ detour, network }: Walks): Walking => ({
  by: network === null ? 'straight-line' : 'network',
  detour,
  network: network?.hash ?? null,
});

/** What measures such walks from points. */
export function reachModelOf(from: JoinedPoints, { detour, network }: Walks): ReachModel {
  if (network === null) return straightLineReach(from.points, detour);
  return networkReach(walkerFor(network, from), from.points, detour);
}

/** What gives such walks from points as sparse rows. */
export function distanceModelOf(from: JoinedPoints, { detour, network }: Walks): DistanceModel {
  return network === null
    ? straightLineDistances(detour)
    : networkDistances(walkerFor(network, from), detour);
}

/** Walkers of networks that were sent to this thread; one of a million edges takes about 150 MB. */
const MOST_HELD = 2;
const held = new Map<string, Walker>();

/** The walker of a network: made once in a thread, however often the network is sent to it. */
export function walkerKnown({ hash, columns }: KnownNetwork): Walker {
  const walker = held.get(hash) ?? walkerOf(columns);
  held.delete(hash);
  held.set(hash, walker);
  for (const oldest of held.keys()) {
    if (held.size <= MOST_HELD) break;
    held.delete(oldest);
  }
  return walker;
}

function walkerFor(network: KnownNetwork, { points, joined }: JoinedPoints): Walker {
  const walker = walkerKnown(network);
  if (joined != null) walker.joined.set(points, joined);
  return walker;
}
