import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Geometry } from 'geojson';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { contiguityOf } from '../../../core/areas/contiguity.ts';
import { measureOutlines } from '../../../core/areas/geometry.ts';
import { outlinesOf, projectOutlines } from '../../../core/areas/outlines.ts';
import { projectionOf } from '../../../core/areas/projection.ts';
import { countIslands, type SpatialWeights, subsetWeights } from '../../../core/areas/weights.ts';

const referenceDir = process.env.REFERENCE_DIR;

/** A square of `side` metres with its south-west corner at (x, y). */
function square(x: number, y: number, side = 1000): Geometry {
  const ring = [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

function neighboursOf(weights: SpatialWeights, i: number): number[] {
  return [...weights.neighbours.subarray(weights.starts[i]!, weights.starts[i + 1]!)];
}

describe('contiguity of polygons', () => {
  // Three squares in a row, one on top of the first, and one that lies apart.
  const codes = ['a', 'b', 'c', 'd', 'island'];
  const shapes = [square(0, 0), square(1000, 0), square(2000, 0), square(0, 1000), square(9000, 9000)];
  const { queen, rook } = contiguityOf(outlinesOf(codes, shapes));

  it('a shared corner makes queen neighbours, a shared edge rook neighbours too', () => {
    expect(codes.map((_, i) => neighboursOf(queen, i))).toEqual([[1, 3], [0, 2, 3], [1], [0, 1], []]);
    expect(codes.map((_, i) => neighboursOf(rook, i))).toEqual([[1, 3], [0, 2], [1], [0], []]);
  });

  it('the length of a shared border is the weight of rook neighbours', () => {
    expect([...rook.values!]).toEqual([1000, 1000, 1000, 1000, 1000, 1000]);
  });

  it('an area without neighbours is an island', () => {
    expect(countIslands(queen)).toBe(1);
  });

  it('areas that are left out take their links with them', () => {
    const kept = subsetWeights(rook, [0, 2, 3]);
    expect([0, 1, 2].map(i => neighboursOf(kept, i))).toEqual([[2], [], [0]]);
    expect([...kept.values!]).toEqual([1000, 1000]);
  });

  it('a border of several edges counts with its whole length, holes and parts included', () => {
    // The inner square fills the hole of the outer one; the multipolygon has it as its second part.
    const hole = [
      [1000, 1000],
      [1000, 2000],
      [2000, 2000],
      [2000, 1000],
      [1000, 1000],
    ];
    const outer: Geometry = {
      type: 'Polygon',
      coordinates: [(square(0, 0, 3000) as { coordinates: number[][][] }).coordinates[0]!, hole],
    };
    const parts: Geometry = {
      type: 'MultiPolygon',
      coordinates: [
        (square(9000, 0) as { coordinates: number[][][] }).coordinates,
        (square(1000, 1000) as { coordinates: number[][][] }).coordinates,
      ],
    };
    const found = contiguityOf(outlinesOf(['outer', 'parts'], [outer, parts]));
    expect(neighboursOf(found.rook, 0)).toEqual([1]);
    expect([...found.rook.values!]).toEqual([4000, 4000]);
  });

  it('no areas have no neighbours', () => {
    const none = contiguityOf(outlinesOf([], []));
    expect([...none.queen.starts]).toEqual([0]);
  });
});

// sacramento_adjacency.csv and sacramento_geometry.csv: shapely on coordinates projected by PROJ.
describe.skipIf(!referenceDir)('Sacramento’s 403 tracts in UTM zone 10', () => {
  const text = (name: string): string => readFileSync(path.join(referenceDir!, name), 'utf8');
  const rows = (name: string): Record<string, string>[] =>
    Papa.parse<Record<string, string>>(text(name), { header: true, skipEmptyLines: true }).data;

  it('have the surfaces, perimeters and centroids of the reference', () => {
    const { codes, metric } = read();
    const geometry = measureOutlines(metric, codes);
    rows('sacramento_geometry.csv').forEach((row, i) => {
      expect(row.FIPS).toBe(codes[i]);
      expect(Math.abs(geometry.areaM2[i]! / Number(row.area_m2_utm10n) - 1)).toBeLessThan(1e-9);
      expect(Math.abs(geometry.perimeterM[i]! / Number(row.perimeter_m_utm10n) - 1)).toBeLessThan(1e-9);
      expect(Math.abs(geometry.x[i]! - Number(row.cx_utm10n))).toBeLessThan(1e-5);
      expect(Math.abs(geometry.y[i]! - Number(row.cy_utm10n))).toBeLessThan(1e-5);
    });
  });

  it('have the neighbours and the shared borders of the reference, none more and none less', () => {
    const { codes, outlines, metric } = read();
    const { queen, rook } = contiguityOf(outlines, metric);
    const position = new Map(codes.map((code, i) => [code, i]));
    const expected = rows('sacramento_adjacency.csv');
    const pairs = (kind: 'queen' | 'rook'): Set<string> =>
      new Set(expected.filter(row => row[kind] === '1').map(row => `${row.from} ${row.to}`));
    const found = (weights: SpatialWeights): Set<string> =>
      new Set(codes.flatMap((code, i) => neighboursOf(weights, i).map(j => `${code} ${codes[j]}`)));
    expect(found(queen)).toEqual(pairs('queen'));
    expect(found(rook)).toEqual(pairs('rook'));
    for (const row of expected.filter(each => each.rook === '1')) {
      const i = position.get(row.from!)!;
      const at = rook.starts[i]! + neighboursOf(rook, i).indexOf(position.get(row.to!)!);
      expect(Math.abs(rook.values![at]! / Number(row.shared_boundary_m_utm10n) - 1)).toBeLessThan(1e-9);
    }
  });

  function read() {
    const { features } = JSON.parse(text('sacramento.geojson')) as {
      features: { properties: { FIPS: string }; geometry: Geometry }[];
    };
    const codes = features.map(feature => feature.properties.FIPS);
    const outlines = outlinesOf(
      codes,
      features.map(feature => feature.geometry),
    );
    return { codes, outlines, metric: projectOutlines(outlines, projectionOf(32610)) };
  }
});
