import type { Shape } from '../shape.ts';

/** Eastings where a line to the east at `y` goes into and out of a filled shape, in order; an even number of them. */
export function crossingsAt({ xy, starts }: Shape, y: number): number[] {
  const crossings: number[] = [];
  for (let part = 0; part + 1 < starts.length; part++) {
    for (let i = starts[part]! + 1; i < starts[part + 1]!; i++) {
      const y1 = xy[2 * i - 1]!;
      const y2 = xy[2 * i + 1]!;
      if (y1 > y === y2 > y) continue;
      const x1 = xy[2 * i - 2]!;
      crossings.push(x1 + ((y - y1) * (xy[2 * i]! - x1)) / (y2 - y1));
    }
  }
  return crossings.sort((a, b) => a - b);
}

/** Whether a point lies in a filled shape; its own edge may count as either side. */
export function isInside(shape: Shape, x: number, y: number): boolean {
  const [west, south, east, north] = shape.box;
  if (x < west || x > east || y < south || y > north) return false;
  let inside = false;
  for (const crossing of crossingsAt(shape, y)) if (crossing > x) inside = !inside;
  return inside;
}

/**
 * A point within a filled shape: the middle of the widest stretch inside it on the line at half its height, or at a third
 * or a fifth of it where that line meets none. Null for a shape without surface.
 */
export function pointWithin(shape: Shape): [x: number, y: number] | null {
  const [, south, , north] = shape.box;
  for (const part of [1 / 2, 1 / 3, 1 / 5, 2 / 3, 4 / 5]) {
    const y = south + part * (north - south);
    const crossings = crossingsAt(shape, y);
    let widest = 0;
    let x = Number.NaN;
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const width = crossings[k + 1]! - crossings[k]!;
      if (width <= widest) continue;
      widest = width;
      x = crossings[k]! + width / 2;
    }
    if (widest > 0) return [x, y];
  }
  return null;
}

/** Square metres of a filled shape, holes taken off; 0 for lines and points. */
export function surfaceOf({ xy, starts, filled }: Shape): number {
  if (!filled) return 0;
  let surface = 0;
  for (let part = 0; part + 1 < starts.length; part++) {
    let twice = 0;
    for (let i = starts[part]! + 1; i < starts[part + 1]!; i++)
      twice += xy[2 * i - 2]! * xy[2 * i + 1]! - xy[2 * i]! * xy[2 * i - 1]!;
    // The first ring of a polygon is its outline, the others are its holes.
    surface += part === 0 ? Math.abs(twice) / 2 : -Math.abs(twice) / 2;
  }
  return surface;
}
