import type { Geometry } from 'geojson';
import { distanceTo, type Shape, shapesOf, type ToPlane } from '../shape.ts';
import type { EdgeIndex } from './edge-index.ts';
import { edgePositions } from './edge-shape.ts';
import type { WalkingGraph } from './graph.ts';
import { planeAt } from './ground.ts';
import { nearestOnEdges } from './nearest-on-edges.ts';

/** Where something beside the network joins it. */
export type Attachment = {
  edge: number;
  /** Metres that the edge counts for from its beginning up to there. */
  along: number;
  /** Metres in a straight line between the network and what joins it. */
  off: number;
};

/** Where each point joins the network; edge −1 for one without a street in reach. */
export type Joined = {
  edge: Int32Array;
  along: Float64Array;
  off: Float64Array;
  /** The spot on the street, degrees. */
  lon: Float64Array;
  lat: Float64Array;
};

/** Metres in a straight line from the network that somebody walks to it, at most. */
export const MAX_OFF_M = 500;
/** Metres within which a street passes along a place, which is then entered from every such street. */
export const ENTRANCE_M = 25;
/** Metres around a point in which streets are looked for, until one is found. */
const WIDENING_M = [50, 150, MAX_OFF_M] as const;

/** Joins points and shapes to the network. Degrees in, metres out. */
export type Attacher = {
  /**
   * The nearest point of the nearest edge; null where that is farther than MAX_OFF_M. `surelyM` are metres within which
   * there is one, where that is known, so that one look will do.
   */
  point(lon: number, lat: number, surelyM?: number): Attachment | null;
  /**
   * Where a place is entered. A point: the same. A line or surface: every stretch of street in it or within 25 m of its
   * edge; where there is none, the nearest. Empty where the nearest is farther than MAX_OFF_M.
   */
  place(geometry: Geometry): Attachment[];
};

type Box = [west: number, south: number, east: number, north: number];

export function createAttacher(graph: WalkingGraph, index: EdgeIndex): Attacher {
  const nearest = (shape: Shape, box: Box, toPlane: ToPlane): Attachment | null => {
    for (const metres of WIDENING_M) {
      let best: Attachment | null = null;
      for (const edge of index.near(box, metres)) {
        for (const found of contacts(graph, edge, shape, toPlane, metres))
          if (best === null || found.off < best.off || (found.off === best.off && found.edge < best.edge))
            best = found;
      }
      // Beyond the box that was searched there may be a nearer one.
      if (best !== null && best.off <= metres) return best;
    }
    return null;
  };

  const point = (lon: number, lat: number, surelyM = Infinity): Attachment | null => {
    const looks = surelyM < MAX_OFF_M ? [Math.max(surelyM, WIDENING_M[0]), MAX_OFF_M] : WIDENING_M;
    for (const metres of looks) {
      const found = nearestOnEdges(graph, index.near([lon, lat, lon, lat], metres), lon, lat);
      if (found !== null && found.off <= metres) return found;
    }
    return null;
  };

  return {
    point,
    place: geometry => {
      const box = boxOf(geometry);
      if (box === null) return [];
      const toPlane = planeAt((box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
      return shapesOf(geometry, toPlane).flatMap(shape => {
        const alone = shape.xy.length === 2;
        const entrances = alone
          ? []
          : index
              .near(box, ENTRANCE_M)
              .flatMap(edge =>
                prune(
                  contacts(graph, edge, shape, toPlane, ENTRANCE_M).filter(({ off }) => off <= ENTRANCE_M),
                ),
              );
        if (entrances.length > 0) return entrances;
        const one = nearest(shape, box, toPlane);
        return one === null ? [] : [one];
      });
    },
  };
}

/**
 * Positions along an edge that may be nearest to a shape: its own bends and ends, where a vertex of the shape is right
 * beside it, and where it crosses the shape's outline. The nearest of all is among them, if it is `within` metres.
 */
function contacts(
  { network, cost }: WalkingGraph,
  edge: number,
  shape: Shape,
  toPlane: ToPlane,
  within: number,
): Attachment[] {
  const positions = edgePositions(network, edge);
  const count = positions.length / 2;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const walked = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    [x[i], y[i]] = toPlane(positions[2 * i]!, positions[2 * i + 1]!) as [number, number];
    if (i > 0) walked[i] = walked[i - 1]! + Math.hypot(x[i]! - x[i - 1]!, y[i]! - y[i - 1]!);
  }
  const length = walked[count - 1]!;
  const scale = length === 0 ? 0 : cost[edge]! / length;
  const found: Attachment[] = [];
  const at = (px: number, py: number, distance: number): void => {
    found.push({ edge, along: Math.min(cost[edge]!, distance * scale), off: distanceTo(shape, px, py) });
  };
  at(x[0]!, y[0]!, 0);
  for (let i = 1; i < count; i++) {
    const dx = x[i]! - x[i - 1]!;
    const dy = y[i]! - y[i - 1]!;
    const length2 = dx * dx + dy * dy;
    if (length2 > 0) {
      const stretch = Math.sqrt(length2);
      const put = (part: number): void => {
        if (part > 0 && part < 1)
          at(x[i - 1]! + part * dx, y[i - 1]! + part * dy, walked[i - 1]! + part * stretch);
      };
      for (let v = 0; v < shape.xy.length; v += 2) {
        const vx = shape.xy[v]! - x[i - 1]!;
        const vy = shape.xy[v + 1]! - y[i - 1]!;
        if (Math.abs(vx * dy - vy * dx) <= within * stretch) put((vx * dx + vy * dy) / length2);
      }
      for (const part of crossings(shape, x[i - 1]!, y[i - 1]!, dx, dy)) put(part);
    }
    at(x[i]!, y[i]!, walked[i]!);
  }
  return found;
}

/** Parts of a stretch at which it crosses the lines of a shape. */
function crossings({ xy, starts }: Shape, x: number, y: number, dx: number, dy: number): number[] {
  const parts: number[] = [];
  for (let part = 0; part + 1 < starts.length; part++) {
    for (let i = starts[part]! + 1; i < starts[part + 1]!; i++) {
      const ex = xy[2 * i]! - xy[2 * i - 2]!;
      const ey = xy[2 * i + 1]! - xy[2 * i - 1]!;
      const turn = dx * ey - dy * ex;
      if (turn === 0) continue;
      const ax = xy[2 * i - 2]! - x;
      const ay = xy[2 * i - 1]! - y;
      const on = (ax * dy - ay * dx) / turn;
      if (on >= 0 && on <= 1) parts.push((ax * ey - ay * ex) / turn);
    }
  }
  return parts;
}

/** Leaves out what is reached from a neighbour on the same edge as well. */
function prune(found: Attachment[]): Attachment[] {
  const sorted = found.sort((a, b) => a.along - b.along || a.off - b.off);
  const keep: Attachment[] = [];
  for (const each of sorted) {
    const last = keep.at(-1);
    if (last !== undefined && last.off + each.along - last.along <= each.off) continue;
    while (keep.length > 0 && each.off + each.along - keep.at(-1)!.along <= keep.at(-1)!.off) keep.pop();
    keep.push(each);
  }
  return keep;
}

function boxOf(geometry: Geometry): Box | null {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  shapesOf(geometry, (lon, lat) => {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
    return [lon, lat];
  });
  return box[0] > box[2] ? null : box;
}
