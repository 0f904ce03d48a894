import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { drawingFault, MAX_CORNERS, type SiteGeometry } from '../../../core/scenario/geometry.ts';
import { sitesOverlap } from '../../../core/scenario/overlap.ts';
import { site } from './example.ts';

const polygon = (...rings: Position[][]): SiteGeometry =>
  ({ type: 'Polygon', coordinates: rings }) as SiteGeometry;
const fault = (...rings: Position[][]) => drawingFault(polygon(...rings))?.kind ?? null;
const box = (west: number, south: number, east: number, north: number): SiteGeometry =>
  site(west, south, east, north, []).geometry;
const ring = (geometry: SiteGeometry) => (geometry as { coordinates: Position[][] }).coordinates[0]!;

describe('a drawing', () => {
  it('of a square, a hollow bend or a square with a hole is good, and so is a point', () => {
    expect(fault(ring(box(0, 0, 4, 4)))).toBeNull();
    expect(
      fault([
        [0, 0],
        [4, 0],
        [4, 1],
        [1, 1],
        [1, 4],
        [0, 4],
        [0, 0],
      ]),
    ).toBeNull();
    expect(fault(ring(box(0, 0, 4, 4)), ring(box(1, 1, 2, 2)))).toBeNull();
    expect(drawingFault({ type: 'Point', coordinates: [3.7, 51] })).toBeNull();
  });

  it('with a corner given twice in a row is good', () => {
    expect(
      fault([
        [0, 0],
        [4, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 0],
      ]),
    ).toBeNull();
  });

  it('that crosses itself is told where', () => {
    const bow = polygon([
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
      [0, 0],
    ]);
    expect(drawingFault(bow)).toEqual({
      kind: 'crosses-itself',
      says: 'crosses or touches itself near 0, 0',
    });
  });

  it('that touches itself in a corner, runs back over itself or crosses its hole is refused', () => {
    expect(
      fault([
        [0, 0],
        [4, 0],
        [2, 2],
        [4, 4],
        [0, 4],
        [2, 2],
        [0, 0],
      ]),
    ).toBe('crosses-itself');
    expect(
      fault([
        [0, 0],
        [4, 0],
        [2, 0],
        [2, 3],
        [0, 0],
      ]),
    ).toBe('crosses-itself');
    expect(fault(ring(box(0, 0, 4, 4)), ring(box(3, 3, 5, 5)))).toBe('crosses-itself');
  });

  it('without surface, that does not close or with too many corners is refused', () => {
    expect(
      fault([
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ]),
    ).toBe('no-surface');
    expect(
      fault([
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
      ]),
    ).toBe('open-ring');
    expect(fault(Array.from({ length: MAX_CORNERS + 1 }, () => [0, 0]))).toBe('too-many-corners');
  });
});

describe('two sites', () => {
  const square = box(0, 0, 4, 4);
  const both = (other: SiteGeometry) => {
    expect(sitesOverlap(other, square)).toBe(sitesOverlap(square, other));
    return sitesOverlap(square, other);
  };

  it('share ground where borders cross, where one lies in the other and where they are the same', () => {
    expect(both(box(2, 2, 6, 6))).toBe(true);
    expect(both(box(1, 1, 2, 2))).toBe(true);
    expect(both(square)).toBe(true);
    expect(both(box(1, -1, 2, 5))).toBe(true);
    expect(both(box(0, 0, 2, 4))).toBe(true);
    expect(both(box(2, 0, 6, 4))).toBe(true);
  });

  it('do not when they touch, lie apart, or one lies in the hole of the other', () => {
    expect(both(box(4, 0, 8, 4))).toBe(false);
    expect(both(box(4, 4, 8, 8))).toBe(false);
    expect(both(box(9, 9, 10, 10))).toBe(false);
    const ringed = polygon(ring(box(-2, -2, 6, 6)), ring(box(-1, -1, 5, 5)));
    expect(both(ringed)).toBe(false);
    expect(both(polygon(ring(box(-2, -2, 6, 6)), ring(square)))).toBe(false);
  });

  it('of which one is a point share ground where it lies within', () => {
    const point = (x: number, y: number): SiteGeometry => ({ type: 'Point', coordinates: [x, y] });
    expect(both(point(1, 1))).toBe(true);
    expect(both(point(5, 5))).toBe(false);
    expect(sitesOverlap(point(1, 1), point(1, 1))).toBe(false);
  });
});
