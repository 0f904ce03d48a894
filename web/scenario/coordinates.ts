import { siteOfCorners } from '../../core/scenario/corners.ts';
import type { SiteGeometry } from '../../core/scenario/geometry.ts';

/** Latitude and longitude in WGS84 degrees. */
export type Spot = { lat: number; lon: number };

/**
 * Reads a place as people copy it from a map: latitude, then longitude, in degrees with a point or comma
 * ("51.0543, 3.7174", "51,0543 3,7174", "51,0543; 3,7174"). Null for anything else, metres included.
 */
export function spotIn(text: string): Spot | null {
  const found =
    /^\s*(-?\d{1,2}(?:[.,]\d+)?)°?\s*[NZ]?\s*(?:[;,]\s*|\s+)(-?\d{1,3}(?:[.,]\d+)?)°?\s*[EOW]?\s*$/i.exec(
      text,
    );
  if (found === null) return null;
  const [lat, lon] = [found[1], found[2]].map(part => Number((part ?? '').replace(',', '.')));
  if (lat === undefined || lon === undefined || Math.abs(lat) > 90 || Math.abs(lon) > 180) return null;
  return { lat, lon };
}

/** A point of one line, a polygon of three or more, one corner a line; null where a line is no place. */
export function siteIn(text: string): SiteGeometry | null {
  const lines = text.split('\n').filter(line => line.trim() !== '');
  const corners = lines.flatMap((line): [number, number][] => {
    const spot = spotIn(line);
    return spot === null ? [] : [[spot.lon, spot.lat]];
  });
  return corners.length < lines.length ? null : siteOfCorners(corners);
}

/** A place as `spotIn` reads it, to a tenth of a metre. */
export const spotText = ({ lat, lon }: Spot): string => `${lat.toFixed(6)}, ${lon.toFixed(6)}`;
