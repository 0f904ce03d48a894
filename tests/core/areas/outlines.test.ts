import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { measureOutlines } from '../../../core/areas/geometry.ts';
import { outlinesOf } from '../../../core/areas/outlines.ts';
import { ProblemError } from '../../../core/problem.ts';

const polygon = (...rings: number[][][]): Geometry => ({ type: 'Polygon', coordinates: rings });
// A rectangle of 4 by 3 km, clockwise, far from the origin, and a hole of 1 by 1 km in its corner.
const outer = [
  [600_000, 200_000],
  [600_000, 203_000],
  [604_000, 203_000],
  [604_000, 200_000],
  [600_000, 200_000],
];
const hole = [
  [600_000, 200_000],
  [601_000, 200_000],
  [601_000, 201_000],
  [600_000, 201_000],
  [600_000, 200_000],
];

describe('surface, perimeter and centroid', () => {
  it('a hole takes away surface and adds border', () => {
    const geometry = measureOutlines(outlinesOf(['a'], [polygon(outer, hole)]), ['a']);
    expect(geometry.areaM2[0]).toBe(11e6);
    expect(geometry.perimeterM[0]).toBe(18_000);
    // (12 · 2 − 1 · 0.5) / 11 and (12 · 1.5 − 1 · 0.5) / 11 kilometres from the corner.
    expect(geometry.x[0]).toBeCloseTo(600_000 + (23.5 / 11) * 1000, 6);
    expect(geometry.y[0]).toBeCloseTo(200_000 + (17.5 / 11) * 1000, 6);
  });

  it('the parts of a multipolygon count together', () => {
    const parts: Geometry = {
      type: 'MultiPolygon',
      coordinates: [[outer], [outer.map(([x, y]) => [x! + 10_000, y!])]],
    };
    const geometry = measureOutlines(outlinesOf(['a'], [parts]), ['a']);
    expect(geometry.areaM2[0]).toBe(24e6);
    expect(geometry.x[0]).toBeCloseTo(607_000, 6);
  });

  it('degrees are refused, not measured', () => {
    const degrees = polygon([
      [4.3, 50.8],
      [4.4, 50.8],
      [4.4, 50.9],
      [4.3, 50.8],
    ]);
    expect(() => measureOutlines(outlinesOf(['a'], [degrees]), ['a'])).toThrow('look like degrees');
  });

  it('a polygon without surface is named', () => {
    const line = polygon([
      [0, 0],
      [5000, 0],
      [9000, 0],
      [0, 0],
    ]);
    expect(() => measureOutlines(outlinesOf(['flat'], [line]), ['flat'])).toThrow('Area flat has no surface');
  });
});

describe('geometry that is not an area', () => {
  const cases: [string, Geometry | null, string][] = [
    ['a point', { type: 'Point', coordinates: [1, 2] }, 'Area x is a Point'],
    [
      'a line',
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      'Area x is a LineString',
    ],
    ['nothing', null, 'Area x has no geometry'],
    [
      'an open ring',
      polygon([
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ]),
      'does not end where it began',
    ],
    [
      'a ring of three positions',
      polygon([
        [0, 0],
        [1, 0],
        [0, 0],
      ]),
      'a ring of 3 positions',
    ],
    [
      'a coordinate that is not a number',
      polygon([
        [0, 0],
        [Number.NaN, 0],
        [1, 1],
        [0, 0],
      ]),
      'a coordinate that is not a number',
    ],
    ['a polygon without rings', polygon(), 'a polygon without rings'],
  ];

  it.each(cases)('%s is refused by name', (_, geometry, message) => {
    const read = () => outlinesOf(['ok', 'x'], [polygon(outer), geometry]);
    expect(read).toThrow(ProblemError);
    expect(read).toThrow(message);
  });

  it('as many geometries as areas are asked for', () => {
    expect(() => outlinesOf(['a', 'b'], [polygon(outer)])).toThrow('1 geometries for 2 areas');
  });
});
