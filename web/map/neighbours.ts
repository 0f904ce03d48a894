/** Directions of the arrow keys as unit vectors, east and north. */
export const directions = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
} as const;
export type ArrowKey = keyof typeof directions;

export const isArrowKey = (key: string): key is ArrowKey => key in directions;

type Points = { lon: Float64Array; lat: Float64Array };

/**
 * The area that lies nearest in the direction of an arrow key, or null at the edge. Nearness counts distance
 * aside twice as heavy as distance ahead, within 60° of the direction, so that going and coming back mostly
 * meet the same areas. Degrees are made comparable by the cosine of the latitude.
 */
export function neighbourTowards(
  points: Points,
  from: number,
  key: ArrowKey,
  mask: Uint8Array,
): number | null {
  const [east, north] = directions[key];
  const lon = points.lon[from] ?? 0;
  const lat = points.lat[from] ?? 0;
  const narrow = Math.cos((lat * Math.PI) / 180);
  let best: number | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let i = 0; i < mask.length; i++) {
    if (i === from || mask[i] !== 1) continue;
    const x = ((points.lon[i] ?? 0) - lon) * narrow;
    const y = (points.lat[i] ?? 0) - lat;
    const ahead = x * east + y * north;
    const aside = Math.abs(x * north - y * east);
    if (ahead <= 0 || aside > ahead * 1.73) continue;
    const cost = ahead + 2 * aside;
    if (cost < bestCost) {
      bestCost = cost;
      best = i;
    }
  }
  return best;
}
