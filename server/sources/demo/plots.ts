import type { Polygon, Position } from 'geojson';
import { neighbour } from './mesh.ts';
import type { Outliner } from './outline.ts';
import type { Random } from './random.ts';
import type { Territory } from './territory.ts';

/**
 * Hands out land within sectors: every cell once, and only cells that no border of their sector touches, so
 * that a plot lies inside its sector and apart from every other plot.
 */
export type Plots = {
  /** A point in a sector, or null when the sector is full. */
  point(sector: number, random: Random): Position | null;
  /** A polygon of about the area asked for, or a smaller one where less is free; null when nothing is. */
  polygon(sector: number, areaM2: number, random: Random): { geometry: Polygon; areaM2: number } | null;
};

export function openPlots({ mesh, sectorOf, sectors }: Territory, outline: Outliner): Plots {
  const inside = (cell: number): boolean =>
    [0, 1, 2, 3, 4, 5].every(direction => sectorOf[neighbour(mesh, cell, direction)] === sectorOf[cell]);
  const free = new Set(mesh.landCells.filter(inside));
  const occupied = new Set<number>();
  /** Outlines of several cells are rounded into the cells around them, so those must hold no other plot. */
  const standsFree = (cell: number, own: ReadonlySet<number>): boolean =>
    [0, 1, 2, 3, 4, 5].every(direction => {
      const other = neighbour(mesh, cell, direction);
      return own.has(other) || !occupied.has(other);
    });
  const freeIn = (sector: number): number[] => sectors[sector]!.cells.filter(cell => free.has(cell));
  const cellAreaM2 = (cell: number): number => outline.ringAreaM2(outline.shrunkCell(cell, 1)[0]!);
  const areaOf = (rings: readonly Position[][]): number =>
    rings.reduce((sum, ring) => sum + outline.ringAreaM2(ring), 0);

  return {
    point(sector, random) {
      const cells = freeIn(sector);
      if (cells.length === 0) return null;
      const cell = random.pick(cells);
      free.delete(cell);
      occupied.add(cell);
      return outline.centre(cell);
    },
    polygon(sector, areaM2, random) {
      const cells = freeIn(sector);
      if (cells.length === 0) return null;
      const start = random.pick(cells);
      const startAreaM2 = cellAreaM2(start);
      if (areaM2 < 0.8 * startAreaM2 || !standsFree(start, new Set())) {
        free.delete(start);
        occupied.add(start);
        const coordinates = outline.shrunkCell(start, Math.sqrt(Math.min(0.8, areaM2 / startAreaM2)));
        return { geometry: { type: 'Polygon', coordinates }, areaM2: areaOf(coordinates) };
      }
      const patch = growPatch(start, areaM2);
      const coordinates = patch.size === 1 ? outline.shrunkCell(start, 0.9) : outline.patch(patch);
      return { geometry: { type: 'Polygon', coordinates }, areaM2: areaOf(coordinates) };
    },
  };

  /** Takes free cells around a start, nearest first, and reserves the cells around them. */
  function growPatch(start: number, areaM2: number): Set<number> {
    const patch = new Set([start]);
    const rim = new Set<number>();
    let total = cellAreaM2(start);
    const widen = (cell: number): void => {
      rim.delete(cell);
      for (let direction = 0; direction < 6; direction++) {
        const next = neighbour(mesh, cell, direction);
        const usable = free.has(next) && sectorOf[next] === sectorOf[start] && !patch.has(next);
        if (usable && standsFree(next, patch)) rim.add(next);
      }
    };
    widen(start);
    while (total < areaM2 && rim.size > 0) {
      let best = -1;
      let bestDistance = Number.POSITIVE_INFINITY;
      for (const cell of rim) {
        const dx = mesh.x[cell]! - mesh.x[start]!;
        const dy = mesh.y[cell]! - mesh.y[start]!;
        if (dx * dx + dy * dy < bestDistance) {
          bestDistance = dx * dx + dy * dy;
          best = cell;
        }
      }
      patch.add(best);
      total += cellAreaM2(best);
      widen(best);
    }
    for (const cell of patch) {
      occupied.add(cell);
      free.delete(cell);
      for (let direction = 0; direction < 6; direction++) free.delete(neighbour(mesh, cell, direction));
    }
    return patch;
  }
}
