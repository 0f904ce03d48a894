import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { bandForZoom } from '../../../core/areas/bands.ts';
import { type AreaShape, simplifyShapes } from '../../../server/imports/shapes.ts';

/** A wavy line from (0, y) to (length, y): the border between two rows of areas. */
function wave(y: number, length: number, step: number, height: number): Position[] {
  return Array.from({ length: length / step + 1 }, (_, i) => [
    i * step,
    y + (i === 0 || i * step === length ? 0 : height * Math.sin(i * 1.7)),
  ]);
}

const LENGTH = 30_000;
/** Three strips of 10 km high above each other with wavy borders, each vertex shared. */
function strips(): AreaShape[] {
  const borders = [0, 10_000, 20_000, 30_000].map(y => wave(y, LENGTH, 100, 400));
  return [1, 2, 3].map(number => {
    const below = borders[number - 1] as Position[];
    const above = borders[number] as Position[];
    return {
      number,
      geometry: { type: 'Polygon', coordinates: [[...below, ...above.toReversed(), below[0] as Position]] },
    };
  });
}

function ringArea(ring: Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x, y] = ring[i] as [number, number];
    const [px, py] = ring[i - 1] as [number, number];
    sum += px * y - x * py;
  }
  return sum / 2;
}
const areaOf = ({ coordinates }: MultiPolygon) =>
  coordinates.flat().reduce((sum, ring) => sum + ringArea(ring), 0);
const edgesOf = ({ coordinates }: MultiPolygon) =>
  coordinates.flat().flatMap(ring => ring.slice(1).map((position, i) => [ring[i], position].map(String)));
const square = (x: number, y: number, size: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ],
});

describe('Simplified shapes', () => {
  it('lose vertices from band to band, the coarsest most', () => {
    const counts = [0, 1, 2, 3].map(
      band =>
        simplifyShapes(strips())
          .filter(shape => shape.band === band)
          .flatMap(({ geometry }) => geometry.coordinates.flat(2)).length,
    );
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts[0]).toBeLessThan((counts[3] as number) / 4);
  });

  it('share their borders: every inner edge belongs to two areas, run in opposite directions', () => {
    for (const band of [0, 1, 2, 3]) {
      const edges = simplifyShapes(strips())
        .filter(shape => shape.band === band)
        .flatMap(({ geometry }) => edgesOf(geometry));
      const keys = new Set(edges.map(edge => edge.join(' ')));
      expect(keys.size).toBe(edges.length);
      const outline = edges.filter(([from, to]) => !keys.has(`${to} ${from}`));
      // What has no opposite is the outline of all strips together; its area is then the sum of theirs.
      const outlineArea = outline.reduce((sum, edge) => {
        const [[px, py], [x, y]] = edge.map(text => text.split(',').map(Number)) as [
          [number, number],
          [number, number],
        ];
        return sum + (px * y - x * py) / 2;
      }, 0);
      const areas = simplifyShapes(strips())
        .filter(shape => shape.band === band)
        .map(({ geometry }) => areaOf(geometry));
      expect(areas.reduce((sum, area) => sum + area, 0) / outlineArea).toBeCloseTo(1, 9);
    }
  });

  it('keep every area, however small, alone or inside another', () => {
    const hole = square(5000, 5000, 20).coordinates[0] as Position[];
    const around: Polygon = {
      type: 'Polygon',
      coordinates: [square(0, 0, 10_000).coordinates[0] as Position[], hole.toReversed()],
    };
    const shapes: AreaShape[] = [
      { number: 1, geometry: around },
      { number: 2, geometry: square(5000, 5000, 20) },
      { number: 3, geometry: square(50_000, 50_000, 5) },
    ];
    for (const { geometry } of simplifyShapes(shapes)) {
      expect(Math.abs(areaOf(geometry))).toBeGreaterThan(0);
      for (const ring of geometry.coordinates.flat()) expect(ring.length).toBeGreaterThanOrEqual(4);
    }
    const [outer, enclave] = simplifyShapes(shapes).filter(({ band }) => band === 0);
    // The hole and the enclave are the same ring, so nothing shows between them.
    expect(Math.abs(areaOf(outer!.geometry)) + Math.abs(areaOf(enclave!.geometry))).toBeCloseTo(
      10_000 ** 2,
      0,
    );
  });

  it('drop the islands of an area that keeps its mainland', () => {
    const geometry: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [square(0, 0, 10_000).coordinates, square(20_000, 0, 3).coordinates],
    };
    const coarse = simplifyShapes([{ number: 1, geometry }]).find(({ band }) => band === 0);
    expect(coarse!.geometry.coordinates).toHaveLength(1);
  });

  it('belong to zooms: band 0 up to 6, then two zooms a band, full resolution from 13', () => {
    expect([0, 6, 7, 8, 9, 10, 11, 12, 13, 22].map(bandForZoom)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
  });
});
