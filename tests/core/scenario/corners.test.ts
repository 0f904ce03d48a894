import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cornerAdded,
  cornerMoved,
  cornerRemoved,
  cornersOf,
  siteOfCorners,
} from '../../../core/scenario/corners.ts';
import type { SiteGeometry } from '../../../core/scenario/geometry.ts';
import { hasHoles, polygonsOf, siteOfPolygons } from '../../../core/scenario/polygons.ts';

type Ring = [number, number][];
const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const polygon: SiteGeometry = { type: 'Polygon', coordinates: [square(0, 0, 4)] };
const holed: SiteGeometry = { type: 'Polygon', coordinates: [square(0, 0, 4), square(1, 1, 1)] };
const two: SiteGeometry = { type: 'MultiPolygon', coordinates: [[square(0, 0, 4)], [square(10, 0, 1)]] };
const point: SiteGeometry = { type: 'Point', coordinates: [3, 51] };

describe('a multipolygon', () => {
  it('is taken apart and put together as it was', () => {
    for (const site of [polygon, holed, two]) expect(siteOfPolygons(polygonsOf(site))).toEqual(site);
    expect(polygonsOf(two)).toHaveLength(2);
    expect(polygonsOf(point)).toEqual([]);
    expect(siteOfPolygons([])).toBeNull();
  });

  it('of one part is a polygon, and a hole is seen', () => {
    const one: SiteGeometry = { type: 'MultiPolygon', coordinates: [[square(0, 0, 4)]] };
    expect(siteOfPolygons(polygonsOf(one))).toEqual(polygon);
    expect([polygon, holed, two, point].map(hasHoles)).toEqual([false, true, false, false]);
  });
});

describe('the corners of a site', () => {
  it('stand there once, and only those that can be missed are removable', () => {
    expect(cornersOf(polygon).map(({ lon, lat }) => [lon, lat])).toEqual(square(0, 0, 4).slice(0, -1));
    expect(cornersOf(holed).map(({ ring }) => ring)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    const triangle = cornerRemoved(polygon, { polygon: 0, ring: 0, at: 1 });
    expect(cornersOf(triangle).map(({ removable }) => removable)).toEqual([false, false, false]);
    expect(cornerRemoved(triangle, { polygon: 0, ring: 0, at: 0 })).toBe(triangle);
    expect(cornersOf(point)).toMatchObject([{ lon: 3, lat: 51, removable: false }]);
  });

  it('keep the ring closed when the first one moves or goes', () => {
    const first = { polygon: 0, ring: 0, at: 0 };
    expect(cornerMoved(polygon, first, [-1, -1])).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [-1, -1],
          [4, 0],
          [4, 4],
          [0, 4],
          [-1, -1],
        ],
      ],
    });
    expect(cornerRemoved(polygon, first)).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [4, 0],
          [4, 4],
          [0, 4],
          [4, 0],
        ],
      ],
    });
    expect(cornerMoved(point, first, [4, 52])).toEqual({ type: 'Point', coordinates: [4, 52] });
  });

  it('get one more halfway, also between the last and the first', () => {
    const added = cornersOf(cornerAdded(polygon, { polygon: 0, ring: 0, at: 3 }));
    expect(added.at(-1)).toMatchObject({ lon: 0, lat: 2, at: 4 });
    expect(cornersOf(cornerAdded(two, { polygon: 1, ring: 0, at: 0 })).slice(4)).toMatchObject([
      { lon: 10, lat: 0 },
      { lon: 10.5, lat: 0 },
      { lon: 11, lat: 0 },
      { lon: 11, lat: 1 },
      { lon: 10, lat: 1 },
    ]);
  });

  it('are as many after one is added and taken out again, anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(polygon, holed, two), fc.nat(7), (site, n) => {
        const all = cornersOf(site);
        const corner = all[n % all.length]!;
        const more = cornerAdded(site, corner);
        expect(cornerRemoved(more, { ...corner, at: corner.at + 1 })).toEqual(site);
      }),
    );
  });

  it('written down make a point or a polygon', () => {
    expect(siteOfCorners([])).toBeNull();
    expect(siteOfCorners([[3, 51]])).toEqual(point);
    expect(
      siteOfCorners([
        [0, 0],
        [1, 0],
      ]),
    ).toBeNull();
    expect(siteOfCorners(square(0, 0, 4).slice(0, -1))).toEqual(polygon);
    expect(siteOfCorners(square(0, 0, 4))).toEqual(polygon);
  });
});
