import type { Position } from 'geojson';
import { metresBetween } from './ground.ts';
import { PER_DEGREE, type WalkingNetwork } from './types.ts';

/** Positions of an edge from end to end, longitude and latitude in degrees in turn. */
export function edgePositions(network: WalkingNetwork, edge: number): Float64Array {
  const { lon, lat, from, to, shapeStarts, shapeLon, shapeLat } = network;
  const first = shapeStarts[edge]!;
  const between = shapeStarts[edge + 1]! - first;
  const positions = new Float64Array(2 * (between + 2));
  positions[0] = lon[from[edge]!]! / PER_DEGREE;
  positions[1] = lat[from[edge]!]! / PER_DEGREE;
  for (let i = 0; i < between; i++) {
    positions[2 * i + 2] = shapeLon[first + i]! / PER_DEGREE;
    positions[2 * i + 3] = shapeLat[first + i]! / PER_DEGREE;
  }
  positions[2 * between + 2] = lon[to[edge]!]! / PER_DEGREE;
  positions[2 * between + 3] = lat[to[edge]!]! / PER_DEGREE;
  return positions;
}

/** The position a part of the way along an edge, 0–1 of its length; degrees. */
export function positionAlong(
  network: WalkingNetwork,
  edge: number,
  part: number,
): [lon: number, lat: number] {
  const positions = edgePositions(network, edge);
  const lengths = stretchMetres(positions);
  let left = part * lengths.reduce((sum, each) => sum + each, 0);
  for (let i = 0; i < lengths.length; i++) {
    const length = lengths[i]!;
    if (left <= length && length > 0) {
      const at = left / length;
      const [x, y] = [positions[2 * i]!, positions[2 * i + 1]!];
      return [x + at * (positions[2 * i + 2]! - x), y + at * (positions[2 * i + 3]! - y)];
    }
    left -= length;
  }
  return [positions.at(-2)!, positions.at(-1)!];
}

/** Metres of each stretch between positions, longitude and latitude in turn. */
export function stretchMetres(positions: Float64Array): Float64Array {
  const lengths = new Float64Array(positions.length / 2 - 1);
  for (let i = 0; i < lengths.length; i++)
    lengths[i] = metresBetween(
      positions[2 * i]!,
      positions[2 * i + 1]!,
      positions[2 * i + 2]!,
      positions[2 * i + 3]!,
    );
  return lengths;
}

/** The positions of a line between two parts of its length, 0–1. */
export function partOf(positions: Float64Array, begin: number, end: number): Position[] {
  const lengths = stretchMetres(positions);
  const all = lengths.reduce((sum, each) => sum + each, 0);
  const line: Position[] = [];
  let walked = 0;
  for (let i = 0; i < lengths.length; i++) {
    const stretch = lengths[i]!;
    const here = walked / all;
    const there = (walked + stretch) / all;
    walked += stretch;
    if (there < begin || here > end || stretch === 0) continue;
    const at = (part: number): Position => {
      const t = Math.min(1, Math.max(0, (part - here) / (there - here)));
      const [x, y] = [positions[2 * i]!, positions[2 * i + 1]!];
      return [x + t * (positions[2 * i + 2]! - x), y + t * (positions[2 * i + 3]! - y)];
    };
    if (line.length === 0) line.push(at(begin));
    const next = at(Math.min(end, there));
    const last = line.at(-1)!;
    if (next[0] !== last[0] || next[1] !== last[1]) line.push(next);
  }
  return line;
}
