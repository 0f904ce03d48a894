import { ProblemError } from '../problem.ts';
import type { Outlines } from './outlines.ts';

/** Measures of areas in a metric coordinate system, one cell an area. */
export type AreaGeometry = {
  areaM2: Float64Array;
  /** Length of all rings, holes included. */
  perimeterM: Float64Array;
  /** Centroid by area, in metres. */
  x: Float64Array;
  y: Float64Array;
};

/**
 * Planar area, perimeter and centroid of each area. Coordinates are taken relative to the first vertex of a
 * ring, so that a small area far from the origin loses no digits. The turn of a ring does not matter: a hole
 * is what the outlines call one. Throws ProblemError `bad-input` for coordinates that are degrees, and naming
 * the area whose surface is nothing.
 */
export function measureOutlines(outlines: Outlines, codes: readonly string[]): AreaGeometry {
  refuseDegrees(outlines);
  const size = outlines.areaRings.length - 1;
  const geometry: AreaGeometry = {
    areaM2: new Float64Array(size),
    perimeterM: new Float64Array(size),
    x: new Float64Array(size),
    y: new Float64Array(size),
  };
  for (let area = 0; area < size; area++) {
    let surface = 0;
    let perimeter = 0;
    let momentX = 0;
    let momentY = 0;
    const anchor = outlines.ringStarts[outlines.areaRings[area]!]!;
    const anchorX = outlines.x[anchor]!;
    const anchorY = outlines.y[anchor]!;
    for (let ring = outlines.areaRings[area]!; ring < outlines.areaRings[area + 1]!; ring++) {
      const measured = measureRing(outlines, ring);
      const sign = outlines.holes[ring] === 1 ? -1 : 1;
      surface += sign * measured.area;
      perimeter += measured.length;
      momentX += sign * measured.area * (measured.x - anchorX);
      momentY += sign * measured.area * (measured.y - anchorY);
    }
    if (!(surface > 0)) {
      throw new ProblemError('bad-input', `Area ${codes[area]} has no surface; correct its polygon.`, {
        area: codes[area],
      });
    }
    geometry.areaM2[area] = surface;
    geometry.perimeterM[area] = perimeter;
    geometry.x[area] = anchorX + momentX / surface;
    geometry.y[area] = anchorY + momentY / surface;
  }
  return geometry;
}

/** The measures of the areas that `kept` names (area indices). */
export function geometryWithin(geometry: AreaGeometry, kept: ArrayLike<number>): AreaGeometry {
  const pick = (column: Float64Array): Float64Array => Float64Array.from(kept, i => column[i]!);
  const { areaM2, perimeterM, x, y } = geometry;
  return { areaM2: pick(areaM2), perimeterM: pick(perimeterM), x: pick(x), y: pick(y) };
}

/** Area (positive), length and centroid of a ring. */
function measureRing(
  { x, y, ringStarts }: Outlines,
  ring: number,
): { area: number; length: number; x: number; y: number } {
  const start = ringStarts[ring]!;
  const end = ringStarts[ring + 1]! - 1;
  const originX = x[start]!;
  const originY = y[start]!;
  let twice = 0;
  let length = 0;
  let sixX = 0;
  let sixY = 0;
  for (let v = start; v < end; v++) {
    const ax = x[v]! - originX;
    const ay = y[v]! - originY;
    const bx = x[v + 1]! - originX;
    const by = y[v + 1]! - originY;
    const cross = ax * by - bx * ay;
    twice += cross;
    sixX += (ax + bx) * cross;
    sixY += (ay + by) * cross;
    length += Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
  }
  return {
    area: Math.abs(twice) / 2,
    length,
    x: originX + (twice === 0 ? 0 : sixX / (3 * twice)),
    y: originY + (twice === 0 ? 0 : sixY / (3 * twice)),
  };
}

/** A region that fits within 360 metres around the origin is one whose degrees, in either order, were taken for metres. */
function refuseDegrees({ x, y }: Outlines): void {
  if (x.length === 0) return;
  if (x.every(value => Math.abs(value) <= 360) && y.every(value => Math.abs(value) <= 360)) {
    throw new ProblemError(
      'bad-input',
      `The coordinates look like degrees (${x[0]}, ${y[0]}); project them to a metric system before measuring.`,
    );
  }
}
