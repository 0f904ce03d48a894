import type { Position } from 'geojson';
import type { DemoSettings } from '../../../data/demo.ts';
import { cellsAround, edgeOf, type Mesh, neighbour, vertexOf, verticesOfEdge } from './mesh.ts';
import type { Territory } from './territory.ts';

/**
 * Turns sets of cells into rings of WGS84 positions. A border follows the edges of the mesh: it has one point
 * on every edge and one more where streets meet, which rounds the zigzag of the cells. Points depend on the
 * edge or the vertex alone, so neighbours get the same ones at every level.
 */
export type Outliner = {
  /** The rings of the areas with a label, exterior first; one polygon an area, because areas are connected. */
  polygons(labels: Int32Array, count: number): Position[][][];
  /** The rings of one set of connected cells that no border runs through. */
  patch(cells: ReadonlySet<number>): Position[][];
  /** The polygon of one cell, shrunk around its centre; factor 1 is the cell itself. */
  shrunkCell(cell: number, factor: number): Position[][];
  /** The place where streets meet near a vertex. */
  vertex(vertex: number): Position;
  pointOnEdge(edge: number): Position;
  /** True where three blocks, or two and the outside, meet. */
  isJunction(vertex: number): boolean;
  centre(cell: number): Position;
  /** Area of a ring in m² to about 0.4 %, positive when anticlockwise. */
  ringAreaM2(ring: readonly Position[]): number;
  distanceM(a: Position, b: Position): number;
};

export function makeOutliner(settings: DemoSettings, territory: Territory): Outliner {
  const { mesh } = territory;
  const { centre: middleOfRegion, metresPerDegree, widthM, heightM } = settings;
  // Seven decimals are a centimetre: far finer than the mesh, and exact in every copy of a point.
  const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
  const project = (x: number, y: number): Position => [
    round(middleOfRegion.lon + (x - widthM / 2) / metresPerDegree.lon),
    round(middleOfRegion.lat + (y - heightM / 2) / metresPerDegree.lat),
  ];
  const corners = cornersOf(mesh);
  const { pointX, pointY, meetX, meetY, isJunction } = tightenBorders(territory, corners);
  const vertex = (v: number): Position => project(meetX[v]!, meetY[v]!);
  const pointOnEdge = (edge: number): Position => project(pointX[edge]!, pointY[edge]!);
  const ringAreaM2 = (ring: readonly Position[]): number => {
    let twice = 0;
    for (let i = 0; i + 1 < ring.length; i++) {
      const [aLon, aLat] = ring[i] as [number, number];
      const [bLon, bLat] = ring[i + 1] as [number, number];
      twice +=
        (aLon - middleOfRegion.lon) * (bLat - middleOfRegion.lat) -
        (bLon - middleOfRegion.lon) * (aLat - middleOfRegion.lat);
    }
    return (twice / 2) * metresPerDegree.lon * metresPerDegree.lat;
  };
  const rings = (border: ReadonlyMap<number, BorderEdge>, throughJunctions: boolean): Position[][] =>
    traceRings(border)
      .map(steps => {
        const ring = steps.flatMap(({ from, edge }) =>
          throughJunctions && isJunction[from] === 1
            ? [vertex(from), pointOnEdge(edge)]
            : [pointOnEdge(edge)],
        );
        return [...ring, ring[0]!];
      })
      // Anticlockwise is outside, clockwise a hole (RFC 7946, 3.1.6).
      .sort((a, b) => ringAreaM2(b) - ringAreaM2(a));
  return {
    polygons: (labels, count) => bordersOf(mesh, labels, count).map(border => rings(border, true)),
    patch: cells => {
      const border = new Map<number, BorderEdge>();
      for (const cell of cells) addBorder(border, mesh, cell, other => !cells.has(other));
      return rings(border, false);
    },
    shrunkCell: (cell, factor) => {
      const x = mesh.x[cell]!;
      const y = mesh.y[cell]!;
      const ring = [0, 1, 2, 3, 4, 5, 0].map(corner => {
        const v = vertexOf(mesh, cell, corner);
        return project(x + factor * (corners.x[v]! - x), y + factor * (corners.y[v]! - y));
      });
      return [ring];
    },
    vertex,
    pointOnEdge,
    isJunction: v => isJunction[v] === 1,
    centre: cell => project(mesh.x[cell]!, mesh.y[cell]!),
    ringAreaM2,
    distanceM: (a, b) => {
      const north = (a[1]! + b[1]!) / 2 - middleOfRegion.lat;
      const dx = (a[0]! - b[0]!) * (metresPerDegree.lon + metresPerDegree.lonPerLat * north);
      const dy = (a[1]! - b[1]!) * metresPerDegree.lat;
      return Math.sqrt(dx * dx + dy * dy);
    },
  };
}

type Corners = { x: Float64Array; y: Float64Array };

/** Positions of the vertices around land, metres; the centroids of the three cell centres around each. */
function cornersOf(mesh: Mesh): Corners {
  const x = new Float64Array(2 * mesh.land.length);
  const y = new Float64Array(2 * mesh.land.length);
  for (const cell of mesh.landCells) {
    for (let corner = 0; corner < 6; corner++) {
      const v = vertexOf(mesh, cell, corner);
      const [a, b, c] = cellsAround(mesh, v);
      x[v] = (mesh.x[a]! + mesh.x[b]! + mesh.x[c]!) / 3;
      y[v] = (mesh.y[a]! + mesh.y[b]! + mesh.y[c]!) / 3;
    }
  }
  return { x, y };
}

/** Where the borders run: one point per edge, and the place where streets meet near a vertex. Metres. */
type Borders = {
  pointX: Float64Array;
  pointY: Float64Array;
  meetX: Float64Array;
  meetY: Float64Array;
  isJunction: Uint8Array;
};

/**
 * Pulls the borders tight: the point of an edge moves towards the middle of the points before and after it,
 * but stays in the kite between the two ends of its edge and the two cell centres beside it; where three
 * borders meet they do so within the triangle of their points, nearest to the most important ones. Kites do
 * not overlap, so borders do not cross. Edges that are no border keep their middle.
 */
function tightenBorders({ mesh, municipalityOf, sectorOf, blockOf }: Territory, corners: Corners): Borders {
  const { x, y } = corners;
  const size = 3 * mesh.land.length;
  const borders: Borders = {
    pointX: new Float64Array(size),
    pointY: new Float64Array(size),
    meetX: Float64Array.from(x),
    meetY: Float64Array.from(y),
    isJunction: new Uint8Array(x.length),
  };
  const { pointX, pointY, meetX, meetY, isJunction } = borders;
  const weight = new Float64Array(size);
  const edges: number[] = [];
  const edgesAt = new Map<number, number[]>();
  for (const cell of mesh.landCells) {
    for (let direction = 0; direction < 6; direction++) {
      const other = neighbour(mesh, cell, direction);
      const edge = edgeOf(mesh, cell, direction);
      const ends = verticesOfEdge(mesh, edge);
      pointX[edge] = (x[ends[0]]! + x[ends[1]]!) / 2;
      pointY[edge] = (y[ends[0]]! + y[ends[1]]!) / 2;
      if (blockOf[other] === blockOf[cell] || (direction >= 3 && mesh.land[other] === 1)) continue;
      const minor = sectorOf[other] === sectorOf[cell];
      weight[edge] = minor ? 1 : municipalityOf[other] === municipalityOf[cell] ? 12 : 150;
      edges.push(edge);
      for (const v of ends) edgesAt.set(v, [...(edgesAt.get(v) ?? []), edge]);
    }
  }
  const junctions = [...edgesAt].filter(([, there]) => there.length === 3);
  for (const [v] of junctions) isJunction[v] = 1;
  const meet = (): void => {
    for (const [v, there] of junctions) {
      const total = there.reduce((sum, edge) => sum + weight[edge]!, 0);
      meetX[v] = there.reduce((sum, edge) => sum + (weight[edge]! * pointX[edge]!) / total, 0);
      meetY[v] = there.reduce((sum, edge) => sum + (weight[edge]! * pointY[edge]!) / total, 0);
    }
  };
  for (let round = 0; round < 6; round++) {
    meet();
    const beforeX = Float64Array.from(pointX);
    const beforeY = Float64Array.from(pointY);
    for (const edge of edges) {
      const ends = verticesOfEdge(mesh, edge);
      let targetX = 0;
      let targetY = 0;
      for (const v of ends) {
        const next = isJunction[v] === 1 ? undefined : edgesAt.get(v)!.find(other => other !== edge);
        targetX += (next === undefined ? meetX[v]! : beforeX[next]!) / 2;
        targetY += (next === undefined ? meetY[v]! : beforeY[next]!) / 2;
      }
      [pointX[edge], pointY[edge]] = keepInKite(mesh, corners, edge, ends, targetX, targetY);
    }
  }
  meet();
  return borders;
}

/** The point of an edge's kite nearest to a target, a little away from the kite's rim. */
function keepInKite(
  mesh: Mesh,
  { x, y }: Corners,
  edge: number,
  [a, b]: readonly [number, number],
  targetX: number,
  targetY: number,
): readonly [number, number] {
  const alongX = x[b]! - x[a]!;
  const alongY = y[b]! - y[a]!;
  const projected =
    ((targetX - x[a]!) * alongX + (targetY - y[a]!) * alongY) / (alongX * alongX + alongY * alongY);
  const t = Math.min(0.85, Math.max(0.15, projected));
  const onEdgeX = x[a]! + t * alongX;
  const onEdgeY = y[a]! + t * alongY;
  const direction = edge % 3;
  const cell = (edge - direction) / 3;
  const other = neighbour(mesh, cell, direction);
  const acrossX = mesh.x[other]! - mesh.x[cell]!;
  const acrossY = mesh.y[other]! - mesh.y[cell]!;
  const offset =
    ((targetX - onEdgeX) * acrossX + (targetY - onEdgeY) * acrossY) / (acrossX * acrossX + acrossY * acrossY);
  // The kite narrows from the middle of the edge to its ends.
  const most = 0.4 * (0.5 - Math.abs(t - 0.5));
  const w = Math.min(most, Math.max(-most, offset));
  return [onEdgeX + w * acrossX, onEdgeY + w * acrossY];
}

/** One step along a border: from its start vertex over an edge, with the area on the left. */
type BorderEdge = { from: number; to: number; edge: number };

/** Per label the steps of its border, by start vertex. */
function bordersOf(mesh: Mesh, labels: Int32Array, count: number): Map<number, BorderEdge>[] {
  const borders = Array.from({ length: count }, () => new Map<number, BorderEdge>());
  for (const cell of mesh.landCells) {
    const label = labels[cell]!;
    addBorder(borders[label]!, mesh, cell, other => labels[other] !== label);
  }
  return borders;
}

function addBorder(
  border: Map<number, BorderEdge>,
  mesh: Mesh,
  cell: number,
  isOutside: (other: number) => boolean,
): void {
  for (let direction = 0; direction < 6; direction++) {
    if (!isOutside(neighbour(mesh, cell, direction))) continue;
    const from = vertexOf(mesh, cell, (direction + 5) % 6);
    border.set(from, { from, to: vertexOf(mesh, cell, direction), edge: edgeOf(mesh, cell, direction) });
  }
}

/** Joins steps into closed rings. Three cells meet in a vertex, so no ring touches itself. */
function traceRings(border: ReadonlyMap<number, BorderEdge>): BorderEdge[][] {
  const left = new Map(border);
  const rings: BorderEdge[][] = [];
  for (const first of border.keys()) {
    if (!left.has(first)) continue;
    const ring: BorderEdge[] = [];
    let at = first;
    do {
      const step = left.get(at)!;
      ring.push(step);
      left.delete(at);
      at = step.to;
    } while (at !== first);
    rings.push(ring);
  }
  return rings;
}
