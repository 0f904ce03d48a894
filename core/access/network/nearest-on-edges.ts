import type { WalkingGraph } from './graph.ts';
import { metresPerDegree } from './ground.ts';
import { PER_DEGREE } from './types.ts';

/**
 * The nearest spot on some edges from a point in degrees, in a plane around it: metres that the edge counts for up to there, and
 * metres in a straight line to it; of equally near ones that on the edge
 * with the lowest number. Null without edges. Nothing is made on the way, as a settlement asks this a hundred thousand times.
 */
export function nearestOnEdges(
  { network, cost }: WalkingGraph,
  edges: readonly number[],
  lon: number,
  lat: number,
): { edge: number; along: number; off: number } | null {
  const { from, to, shapeStarts, shapeLon, shapeLat } = network;
  const per = metresPerDegree(lat);
  const [kx, ky] = [per.lon / PER_DEGREE, per.lat / PER_DEGREE];
  const [x0, y0] = [lon * PER_DEGREE, lat * PER_DEGREE];
  let nearest2 = Infinity;
  let found = -1;
  let foundStep = 0;
  let foundPart = 0;
  for (const edge of edges) {
    const first = shapeStarts[edge]!;
    const between = shapeStarts[edge + 1]! - first;
    let x1 = (network.lon[from[edge]!]! - x0) * kx;
    let y1 = (network.lat[from[edge]!]! - y0) * ky;
    for (let step = 0; step <= between; step++) {
      const last = step === between;
      const x2 = ((last ? network.lon[to[edge]!]! : shapeLon[first + step]!) - x0) * kx;
      const y2 = ((last ? network.lat[to[edge]!]! : shapeLat[first + step]!) - y0) * ky;
      const dx = x2 - x1;
      const dy = y2 - y1;
      const length2 = dx * dx + dy * dy;
      const along = length2 === 0 ? 0 : -(x1 * dx + y1 * dy) / length2;
      const part = along < 0 ? 0 : along > 1 ? 1 : along;
      const offX = x1 + part * dx;
      const offY = y1 + part * dy;
      const distance2 = offX * offX + offY * offY;
      if (distance2 < nearest2 || (distance2 === nearest2 && edge < found)) {
        nearest2 = distance2;
        found = edge;
        foundStep = step;
        foundPart = part;
      }
      x1 = x2;
      y1 = y2;
    }
  }
  if (found < 0) return null;
  const { walked, length } = walkedTo(network, found, foundStep, foundPart, kx, ky);
  const along = length === 0 ? 0 : Math.min(cost[found]!, (walked * cost[found]!) / length);
  return { edge: found, along, off: Math.sqrt(nearest2) };
}

/** Metres in the plane along an edge up to a part of one of its stretches, and of all of it. */
function walkedTo(
  { lon, lat, from, to, shapeStarts, shapeLon, shapeLat }: WalkingGraph['network'],
  edge: number,
  upToStep: number,
  part: number,
  kx: number,
  ky: number,
): { walked: number; length: number } {
  const first = shapeStarts[edge]!;
  const between = shapeStarts[edge + 1]! - first;
  let walked = 0;
  let length = 0;
  let x1 = lon[from[edge]!]!;
  let y1 = lat[from[edge]!]!;
  for (let step = 0; step <= between; step++) {
    const last = step === between;
    const x2 = last ? lon[to[edge]!]! : shapeLon[first + step]!;
    const y2 = last ? lat[to[edge]!]! : shapeLat[first + step]!;
    const stretch = Math.hypot((x2 - x1) * kx, (y2 - y1) * ky);
    if (step === upToStep) walked = length + part * stretch;
    length += stretch;
    x1 = x2;
    y1 = y2;
  }
  return { walked, length };
}
