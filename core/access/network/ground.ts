import type { ToPlane } from '../shape.ts';

/** WGS84: half the longer axis in metres, and the square of the eccentricity (NIMA TR8350.2, 2000). */
const AXIS_M = 6_378_137;
const ECCENTRICITY2 = 0.006_694_379_990_14;

/** Metres on the ellipsoid for one degree, at a latitude: along the parallel and along the meridian. */
export function metresPerDegree(lat: number): { lon: number; lat: number } {
  const phi = (lat * Math.PI) / 180;
  const w2 = 1 - ECCENTRICITY2 * Math.sin(phi) ** 2;
  const across = AXIS_M / Math.sqrt(w2);
  const along = (AXIS_M * (1 - ECCENTRICITY2)) / w2 ** 1.5;
  return { lon: (across * Math.cos(phi) * Math.PI) / 180, lat: (along * Math.PI) / 180 };
}

/**
 * Metres between two positions in degrees, on the ellipsoid with the radii of their middle latitude: within a millimetre
 * for stretches of a kilometre, and so for streets.
 */
export function metresBetween(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const per = metresPerDegree((lat1 + lat2) / 2);
  return Math.hypot((lon2 - lon1) * per.lon, (lat2 - lat1) * per.lat);
}

/** A plane in metres around a position, within a ten-thousandth of the ground up to a kilometre from it. */
export function planeAt(lon: number, lat: number): ToPlane {
  const per = metresPerDegree(lat);
  return (x, y) => [(x - lon) * per.lon, (y - lat) * per.lat];
}
