import type { Geometry, Position } from 'geojson';
import { ProblemError } from '../problem.ts';
import type { Projection } from './projection.ts';

/**
 * The rings of many areas in flat columns. Ring r has the vertices `ringStarts[r]` up to `ringStarts[r + 1]`,
 * its closing vertex included; area a has the rings `areaRings[a]` up to `areaRings[a + 1]`. A ring is an
 * outer one or a hole: `holes` says which.
 */
export type Outlines = {
  /** Longitude or easting, and latitude or northing, of every vertex. */
  x: Float64Array;
  y: Float64Array;
  ringStarts: Uint32Array;
  areaRings: Uint32Array;
  /** 1 for a hole, one cell a ring. */
  holes: Uint8Array;
};

/**
 * Rings of polygons and multipolygons, in the order of `codes`. Throws ProblemError `bad-input` naming the area
 * whose geometry is missing or of another type, whose ring is open or has fewer than four positions, or that
 * has a coordinate which is not a finite number.
 */
export function outlinesOf(
  codes: readonly string[],
  geometries: readonly (Geometry | null | undefined)[],
): Outlines {
  if (geometries.length !== codes.length) {
    throw new ProblemError(
      'bad-input',
      `There are ${geometries.length} geometries for ${codes.length} areas.`,
    );
  }
  const areas = geometries.map((geometry, i) => polygonsOf(codes[i]!, geometry));
  const rings = areas.flatMap((polygons, i) => polygons.flatMap(polygon => checkRings(codes[i]!, polygon)));
  const ringStarts = new Uint32Array(rings.length + 1);
  const holes = new Uint8Array(rings.length);
  const areaRings = new Uint32Array(areas.length + 1);
  let ring = 0;
  areas.forEach((polygons, area) => {
    for (const polygon of polygons) {
      polygon.forEach((positions, position) => {
        ringStarts[ring + 1] = ringStarts[ring]! + positions.length;
        holes[ring++] = position === 0 ? 0 : 1;
      });
    }
    areaRings[area + 1] = ring;
  });
  const vertices = ringStarts[rings.length]!;
  const x = new Float64Array(vertices);
  const y = new Float64Array(vertices);
  let vertex = 0;
  for (const positions of rings) {
    for (const position of positions) {
      x[vertex] = position[0]!;
      y[vertex++] = position[1]!;
    }
  }
  return { x, y, ringStarts, areaRings, holes };
}

/** The areas of several outlines in one, in order: a large map is read in pages. */
export function joinOutlines(parts: readonly Outlines[]): Outlines {
  const lengthOf = (column: (part: Outlines) => ArrayLike<number>): number =>
    parts.reduce((sum, part) => sum + column(part).length, 0);
  const joined: Outlines = {
    x: new Float64Array(lengthOf(part => part.x)),
    y: new Float64Array(lengthOf(part => part.y)),
    ringStarts: new Uint32Array(lengthOf(part => part.ringStarts) - parts.length + 1),
    areaRings: new Uint32Array(lengthOf(part => part.areaRings) - parts.length + 1),
    holes: new Uint8Array(lengthOf(part => part.holes)),
  };
  let vertices = 0;
  let rings = 0;
  let areas = 0;
  for (const part of parts) {
    joined.x.set(part.x, vertices);
    joined.y.set(part.y, vertices);
    joined.holes.set(part.holes, rings);
    joined.ringStarts.set(
      part.ringStarts.map(start => start + vertices),
      rings,
    );
    joined.areaRings.set(
      part.areaRings.map(start => start + rings),
      areas,
    );
    vertices += part.x.length;
    rings += part.holes.length;
    areas += part.areaRings.length - 1;
  }
  return joined;
}

/** The same rings with every vertex in metres. */
export function projectOutlines(outlines: Outlines, projection: Projection): Outlines {
  const x = new Float64Array(outlines.x.length);
  const y = new Float64Array(outlines.y.length);
  for (let v = 0; v < x.length; v++) {
    const [easting, northing] = projection.forward(outlines.x[v]!, outlines.y[v]!);
    x[v] = easting;
    y[v] = northing;
  }
  return { ...outlines, x, y };
}

function polygonsOf(code: string, geometry: Geometry | null | undefined): readonly Position[][][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates];
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates;
  throw new ProblemError(
    'bad-input',
    geometry
      ? `Area ${code} is a ${geometry.type}; an area must be a Polygon or a MultiPolygon.`
      : `Area ${code} has no geometry; leave it out or give it a polygon.`,
    { area: code },
  );
}

function checkRings(code: string, polygon: readonly Position[][]): readonly Position[][] {
  const refuse = (what: string): never => {
    throw new ProblemError('bad-input', `Area ${code} has ${what}.`, { area: code });
  };
  if (polygon.length === 0) refuse('a polygon without rings');
  for (const ring of polygon) {
    if (ring.length < 4) refuse(`a ring of ${ring.length} positions, where four are the fewest`);
    for (const position of ring) {
      if (!Number.isFinite(position[0]) || !Number.isFinite(position[1])) {
        refuse(`a coordinate that is not a number: ${JSON.stringify(position)}`);
      }
    }
    const first = ring[0]!;
    const last = ring[ring.length - 1]!;
    if (first[0] !== last[0] || first[1] !== last[1]) refuse('a ring that does not end where it began');
  }
  return polygon;
}
