import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { topology as buildTopology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  MultiPolygon as MultiPolygonObject,
  Polygon as SinglePolygonObject,
  Topology,
} from 'topojson-specification';
import { FULL_RESOLUTION_BAND, SHAPE_BANDS, type ShapeBand } from '../../core/areas/bands.ts';

/** An area in Web Mercator metres. Neighbours share their border's vertices exactly. */
export type AreaShape = { number: number; geometry: Polygon | MultiPolygon };
export type SimplifiedShape = { number: number; band: ShapeBand; geometry: MultiPolygon };

const WORLD_M = 40_075_016.686;
const TILE_PIXELS = 512;

/** A simplified ring keeps at least this share of its own area, so that no small area shrinks to a line. */
const KEPT_AREA_SHARE = 0.1;

/** A vertex goes when the triangle with its neighbours covers less than half a pixel at the band's largest zoom. */
function minTriangleM2(maxZoom: number): number {
  const pixelM = WORLD_M / (TILE_PIXELS * 2 ** maxZoom);
  return 0.5 * pixelM ** 2;
}

type PolygonObject = SinglePolygonObject | MultiPolygonObject;
type Areas = { areas: GeometryCollection };
/** A position with the area of its triangle (Visvalingam & Whyatt 1993); Infinity is never removed. */
type WeightedArc = [number, number, number][];

/**
 * Shapes for every band below full resolution. One topology holds all borders once, so neighbours lose the same
 * vertices and stay neighbours; every area keeps at least a triangle of its largest part.
 */
export function simplifyShapes(shapes: readonly AreaShape[]): SimplifiedShape[] {
  const areas = {
    type: 'GeometryCollection' as const,
    geometries: shapes.map(({ geometry }) => geometry),
  };
  const weighted = presimplify(buildTopology({ areas }) as unknown as Topology<Areas>);
  const arcs = weighted.arcs as unknown as WeightedArc[];
  const outlines = weighted.objects.areas.geometries.map(geometry => largestRing(ringArcs(geometry), arcs));
  const result: SimplifiedShape[] = [];
  for (const { band, maxZoom } of SHAPE_BANDS) {
    if (band === FULL_RESOLUTION_BAND) continue;
    const minWeight = minTriangleM2(maxZoom);
    keepOutlines(outlines, arcs, minWeight);
    const simplified = simplify(weighted, minWeight);
    simplified.objects.areas.geometries.forEach((geometry, index) => {
      const { number } = shapes[index] as AreaShape;
      // The input is polygons only, and a geometry object gives one feature.
      const { geometry: shape } = feature(simplified, geometry as PolygonObject) as Feature<
        Polygon | MultiPolygon
      >;
      result.push({ number, band, geometry: withoutCollapsed(shape) });
    });
  }
  return result;
}

/** The arcs of every outer ring; a negative index is an arc run backwards. */
function ringArcs(geometry: GeometryCollection['geometries'][number]): number[][] {
  if (geometry.type === 'Polygon') return [geometry.arcs[0] as number[]];
  if (geometry.type === 'MultiPolygon') return geometry.arcs.map(polygon => polygon[0] as number[]);
  return [];
}

function largestRing(rings: readonly number[][], arcs: readonly WeightedArc[]): number[] {
  let largest: number[] = [];
  let largestArea = -1;
  for (const ring of rings) {
    const area = Math.abs(signedArea(ringPoints(ring, arcs, 0)));
    if (area > largestArea) {
      largest = ring;
      largestArea = area;
    }
  }
  return largest;
}

/** The points of a ring that survive a threshold, in order, without the closing one. */
function ringPoints(ring: readonly number[], arcs: readonly WeightedArc[], minWeight: number): WeightedArc {
  const points: WeightedArc = [];
  for (const index of ring) {
    const arc = arcs[index < 0 ? ~index : index] as WeightedArc;
    const kept = arc.filter(([, , weight]) => weight >= minWeight);
    if (index < 0) kept.reverse();
    // The last point of an arc is the first of the next one.
    points.push(...kept.slice(0, -1));
  }
  return points;
}

/** Shoelace formula, in square metres; positive when counter-clockwise. */
function signedArea(points: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [x, y] = points[i] as [number, number];
    const [px, py] = points[j] as [number, number];
    sum += px * y - x * py;
  }
  return sum / 2;
}

/**
 * Raises the weight of the weightiest lost points of a ring until what survives keeps the ring's shape. The weights
 * belong to shared arcs, so a neighbour keeps the point too; that can change the neighbour, hence a second round.
 */
function keepOutlines(outlines: readonly number[][], arcs: readonly WeightedArc[], minWeight: number): void {
  for (let round = 0; round < 3; round++) {
    let changed = false;
    for (const ring of outlines) {
      const area = signedArea(ringPoints(ring, arcs, 0));
      const kept = () => signedArea(ringPoints(ring, arcs, minWeight)) / area;
      if (area === 0 || kept() >= KEPT_AREA_SHARE) continue;
      const lost = ringPoints(ring, arcs, 0)
        .filter(([, , weight]) => weight < minWeight)
        .sort((a, b) => b[2] - a[2]);
      for (const point of lost) {
        point[2] = Number.POSITIVE_INFINITY;
        changed = true;
        if (kept() >= KEPT_AREA_SHARE) break;
      }
    }
    if (!changed) return;
  }
}

/** Drops rings that have no area left: small islands and gaps. */
function withoutCollapsed(geometry: Polygon | MultiPolygon): MultiPolygon {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const hasArea = (ring: Position[]) => ring.length >= 4 && signedArea(ring) !== 0;
  return {
    type: 'MultiPolygon',
    coordinates: polygons
      .filter(([outer]) => outer !== undefined && hasArea(outer))
      .map(polygon => polygon.filter(hasArea)),
  };
}
