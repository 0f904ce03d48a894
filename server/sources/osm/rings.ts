import type { Geometry, Position } from 'geojson';

type Line = { nodes: readonly number[]; coordinates: readonly Position[] };

/** Joins ways at their ends into closed rings, whatever their direction; null where some are left over. */
export function assembleRings(lines: readonly Line[]): Position[][] | null {
  const rings: Position[][] = [];
  const remaining = lines.filter(({ nodes }) => nodes.length > 1);
  while (remaining.length > 0) {
    const first = remaining.pop()!;
    const ring = [...first.coordinates];
    const start = first.nodes[0]!;
    let end = first.nodes.at(-1)!;
    while (end !== start) {
      const at = remaining.findIndex(({ nodes }) => nodes[0] === end || nodes.at(-1) === end);
      if (at < 0) return null;
      const [next] = remaining.splice(at, 1) as [Line];
      const forward = next.nodes[0] === end;
      const coordinates = forward ? next.coordinates : next.coordinates.toReversed();
      ring.push(...coordinates.slice(1));
      end = (forward ? next.nodes.at(-1) : next.nodes[0])!;
    }
    if (ring.length < 4) return null;
    rings.push(ring);
  }
  return rings;
}

/** Each inner ring becomes a hole of the outer one that holds its first corner; one in no outer ring is left out. */
export function multiPolygonOf(outer: readonly Position[][], inner: readonly Position[][]): Geometry {
  const polygons = outer.map(ring => [ring]);
  for (const hole of inner) polygons.find(([ring]) => holds(ring!, hole[0]!))?.push(hole);
  const [only, ...others] = polygons;
  return others.length === 0
    ? { type: 'Polygon', coordinates: only! }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** Whether a ring goes around a point: a ray to the east crosses its edges an odd number of times. */
function holds(ring: readonly Position[], [x = 0, y = 0]: Position): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1]!;
    const [x2 = 0, y2 = 0] = ring[i]!;
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)) inside = !inside;
  }
  return inside;
}
