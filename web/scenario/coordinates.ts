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
