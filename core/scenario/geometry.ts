import type { Position } from 'geojson';
import Type, { type Static } from 'typebox';
import { Check } from 'typebox/value';
import { ProblemError } from '../problem.ts';

/** Most corners a drawn site may have: crossing edges are looked for in pairs. */
export const MAX_CORNERS = 5_000;

export const PositionSchema = Type.Tuple([
  Type.Number({ minimum: -180, maximum: 180 }),
  Type.Number({ minimum: -90, maximum: 90 }),
]);
const RingSchema = Type.Array(PositionSchema, { minItems: 4 });
const closed = { additionalProperties: false } as const;

const PolygonSchema = Type.Object(
  { type: Type.Literal('Polygon'), coordinates: Type.Array(RingSchema, { minItems: 1 }) },
  closed,
);
const MultiPolygonSchema = Type.Object(
  {
    type: Type.Literal('MultiPolygon'),
    coordinates: Type.Array(Type.Array(RingSchema, { minItems: 1 }), { minItems: 1 }),
  },
  closed,
);

/** What has a surface, as a catchment must. */
export const SurfaceSchema = Type.Union([PolygonSchema, MultiPolygonSchema]);

/** GeoJSON geometry of a site, longitude and latitude in WGS84 (RFC 7946). */
export const SiteGeometrySchema = Type.Union([
  Type.Object({ type: Type.Literal('Point'), coordinates: PositionSchema }, closed),
  PolygonSchema,
  MultiPolygonSchema,
]);

export type SiteGeometry = Static<typeof SiteGeometrySchema>;

const ringsOf = (geometry: SiteGeometry): Position[][] => {
  if (geometry.type === 'Point') return [];
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
};

/** What makes a drawing unusable as a site; `says` in English, for a file's reader. */
export type DrawingFault = {
  kind: 'too-many-corners' | 'open-ring' | 'no-surface' | 'crosses-itself';
  says: string;
};

/** Why a drawing cannot be a site, or null where it can. A point always can. */
export function drawingFault(geometry: SiteGeometry): DrawingFault | null {
  const rings = ringsOf(geometry);
  const corners = rings.reduce((sum, ring) => sum + ring.length, 0);
  if (corners > MAX_CORNERS) {
    return { kind: 'too-many-corners', says: `has ${corners} corners and ${MAX_CORNERS} is the most` };
  }
  for (const ring of rings) {
    const first = ring[0]!;
    const last = ring.at(-1)!;
    if (first[0] !== last[0] || first[1] !== last[1]) {
      return {
        kind: 'open-ring',
        says: `has a ring that begins at ${first.join(', ')} and does not end there`,
      };
    }
  }
  const at = crossing(rings.map(withoutRepeats));
  if (at !== null) return { kind: 'crosses-itself', says: `crosses or touches itself near ${at.join(', ')}` };
  const flat = rings.some(ring => twiceSurface(ring) === 0);
  return flat ? { kind: 'no-surface', says: 'has no surface' } : null;
}

/**
 * A geometry from elsewhere as a site, without members that GeoJSON allows beside the coordinates. Throws ProblemError
 * `bad-input`, which calls it by `name`, for anything that cannot be one.
 */
export function readSiteGeometry(input: unknown, name = 'the drawing'): SiteGeometry {
  const { type, coordinates } = (input ?? {}) as { type?: unknown; coordinates?: unknown };
  const geometry = { type, coordinates };
  if (!Check(SiteGeometrySchema, geometry)) {
    throw new ProblemError(
      'bad-input',
      `${name} is no point, polygon or multipolygon in longitude and latitude (WGS84)`,
    );
  }
  const fault = drawingFault(geometry);
  if (fault !== null) throw new ProblemError('bad-input', `${name} ${fault.says}; draw it anew`);
  return geometry;
}

/** A corner that is given twice in a row is one corner. */
const withoutRepeats = (ring: Position[]): Position[] =>
  ring.filter((corner, i) => i === 0 || corner[0] !== ring[i - 1]![0] || corner[1] !== ring[i - 1]![1]);

type Edge = { a: Position; b: Position; ring: number; place: number; of: number };

/** Where two edges that are no neighbours meet, over all rings; null where none do. Time: edges squared. */
function crossing(rings: Position[][]): Position | null {
  const edges: Edge[] = rings.flatMap((corners, ring) =>
    corners.slice(1).map((b, place) => ({ a: corners[place]!, b, ring, place, of: corners.length - 1 })),
  );
  for (let i = 0; i < edges.length; i++) {
    for (let j = i + 1; j < edges.length; j++) {
      const one = edges[i]!;
      const other = edges[j]!;
      const apart = one.ring === other.ring ? other.place - one.place : 2;
      if (apart === 1 || apart === one.of - 1) {
        if (foldsBack(one, other)) return one.a;
      } else if (meet(one, other)) return one.a;
    }
  }
  return null;
}

/** Twice the signed surface of the triangle a b c. */
const turn = (a: Position, b: Position, c: Position): number =>
  (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!);

const within = (a: Position, b: Position, c: Position): boolean =>
  Math.min(a[0]!, b[0]!) <= c[0]! &&
  c[0]! <= Math.max(a[0]!, b[0]!) &&
  Math.min(a[1]!, b[1]!) <= c[1]! &&
  c[1]! <= Math.max(a[1]!, b[1]!);

function meet({ a, b }: Edge, { a: c, b: d }: Edge): boolean {
  const abc = turn(a, b, c);
  const abd = turn(a, b, d);
  const cda = turn(c, d, a);
  const cdb = turn(c, d, b);
  if (Math.sign(abc) * Math.sign(abd) < 0 && Math.sign(cda) * Math.sign(cdb) < 0) return true;
  return (
    (abc === 0 && within(a, b, c)) ||
    (abd === 0 && within(a, b, d)) ||
    (cda === 0 && within(c, d, a)) ||
    (cdb === 0 && within(c, d, b))
  );
}

/** Two edges in a row of which the second runs back over the first. */
function foldsBack(one: Edge, other: Edge): boolean {
  // The last edge and the first share the first's beginning; all others share the end of the one before.
  const [before, after] = other.place - one.place === 1 ? [one, other] : [other, one];
  const along =
    (before.b[0]! - before.a[0]!) * (after.b[0]! - after.a[0]!) +
    (before.b[1]! - before.a[1]!) * (after.b[1]! - after.a[1]!);
  return turn(before.a, before.b, after.b) === 0 && along < 0;
}

function twiceSurface(ring: Position[]): number {
  let sum = 0;
  const [x0, y0] = ring[0] as [number, number];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}
