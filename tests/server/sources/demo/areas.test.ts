import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { booleanPointInPolygon } from '@turf/turf';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { demoSettings } from '../../../../data/demo.ts';
import { generateDemo } from '../../../../server/sources/demo/generate.ts';
import { DEMO_LEVELS, type DemoArea, type DemoLevel } from '../../../../server/sources/demo/types.ts';

const region = generateDemo(demoSettings);
const levels = DEMO_LEVELS.map((level): [DemoLevel, readonly DemoArea[]] => [level, region.areas[level]]);
const name = ([lon, lat]: Position): string => `${lon},${lat}`;

/** Shoelace formula in degrees around the region's centre; anticlockwise is positive. */
function signedArea(ring: readonly Position[]): number {
  const { lon, lat } = demoSettings.centre;
  return ring.slice(1).reduce((sum, b, i) => {
    const a = ring[i]!;
    return sum + ((a[0]! - lon) * (b[1]! - lat) - (b[0]! - lon) * (a[1]! - lat)) / 2;
  }, 0);
}
const areaOf = (polygon: Polygon): number =>
  polygon.coordinates.reduce((sum, ring) => sum + signedArea(ring), 0);

/** Directed segments of all rings: "from>to" → how often. */
function segmentsOf(areas: readonly DemoArea[]): Map<string, number> {
  const segments = new Map<string, number>();
  for (const { geometry } of areas) {
    for (const ring of geometry.coordinates) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const key = `${name(ring[i]!)}>${name(ring[i + 1]!)}`;
        segments.set(key, (segments.get(key) ?? 0) + 1);
      }
    }
  }
  return segments;
}
const turned = (segment: string): string => segment.split('>').reverse().join('>');

describe('the areas of the demo region', () => {
  it('are one province, about 20 municipalities, 90 neighbourhoods and 600 sectors', () => {
    expect(region.areas.province).toHaveLength(1);
    expect(region.areas.municipality).toHaveLength(20);
    expect(Math.abs(region.areas.neighbourhood.length - 90)).toBeLessThan(10);
    expect(Math.abs(region.areas.sector.length - 600)).toBeLessThan(15);
  });

  it.each(
    levels,
  )('tile the province at the level %s: every inner border is shared, in opposite directions', (_, areas) => {
    const outline = segmentsOf(region.areas.province);
    const segments = segmentsOf(areas);
    for (const [segment, times] of segments) {
      expect(times, `segment ${segment}`).toBe(1);
      expect(segments.has(turned(segment)) !== outline.has(segment), `segment ${segment}`).toBe(true);
    }
    for (const segment of outline.keys()) expect(segments.has(segment)).toBe(true);
  });

  it.each(levels)('add up to the area of the province at the level %s', (_, areas) => {
    const whole = areaOf(region.areas.province[0]!.geometry);
    const sum = areas.reduce((total, { geometry }) => total + areaOf(geometry), 0);
    expect(Math.abs(sum / whole - 1)).toBeLessThan(1e-9);
  });

  it('are each in one piece, with rings that neither cross nor touch themselves or a neighbour', () => {
    for (const [, areas] of levels) {
      for (const { code, geometry } of areas) {
        expect(signedArea(geometry.coordinates[0]!), code).toBeGreaterThan(0);
        for (const hole of geometry.coordinates.slice(1)) expect(signedArea(hole), code).toBeLessThan(0);
        for (const ring of geometry.coordinates) {
          expect(ring.at(-1)).toEqual(ring[0]);
          expect(new Set(ring.slice(1).map(name)).size, code).toBe(ring.length - 1);
        }
      }
    }
    expect(crossings(region.areas.sector)).toEqual([]);
  });

  it('nest: every code is unique, names its parent, and lies within it', () => {
    levels.forEach(([level, areas], i) => {
      expect(new Set(areas.map(({ code }) => code)).size, level).toBe(areas.length);
      if (i === 0) return;
      const parents = new Map(levels[i - 1]![1].map(area => [area.code, area]));
      for (const { code, parentCode, geometry } of areas) {
        const parent = parents.get(parentCode!);
        expect(parent, code).toBeDefined();
        const outer = new Set(parent!.geometry.coordinates.flat().map(name));
        for (const point of geometry.coordinates[0]!) {
          const within = outer.has(name(point)) || booleanPointInPolygon(point, parent!.geometry);
          expect(within, `${code} in ${parentCode}`).toBe(true);
        }
      }
    });
  });

  it('carry codes in the layout of the real ones', () => {
    for (const { code } of region.areas.municipality) expect(code).toMatch(/^9\d{4}$/);
    for (const { code } of region.areas.sector) expect(code).toMatch(/^9\d{4}[A-Z]\d{2}-$/);
  });

  it('lie at sea, where no province is', () => {
    // Nearest land: Lowestoft at 1.76° E and the Dutch coast at 4.1° E.
    for (const [lon, lat] of region.areas.province[0]!.geometry.coordinates.flat() as [number, number][]) {
      expect(lon).toBeGreaterThan(2.1);
      expect(lon).toBeLessThan(3.1);
      expect(lat).toBeGreaterThan(52);
      expect(lat).toBeLessThan(52.6);
    }
  });

  const register = join(process.env.REAL_DATA_DIR ?? '', 'flanders', 'flemish_municipalities_285.csv');
  it.skipIf(!existsSync(register))('have names that no Flemish municipality has', () => {
    const real = new Set(
      readFileSync(register, 'utf8')
        .split('\n')
        .map(line => line.split(',')[1]?.toLowerCase()),
    );
    for (const { name: own } of [...region.areas.municipality, ...region.areas.neighbourhood]) {
      expect(real.has(own.toLowerCase()), own).toBe(false);
    }
  });
});

/** Pairs of segments, without a common end, that meet: an exact test on integers of 10⁻⁷ degrees. */
function crossings(areas: readonly DemoArea[]): string[] {
  type Segment = { a: readonly [bigint, bigint]; b: readonly [bigint, bigint]; key: string };
  const exact = ([lon, lat]: Position): readonly [bigint, bigint] => [
    BigInt(Math.round(lon! * 1e7)),
    BigInt(Math.round(lat! * 1e7)),
  ];
  const cells = new Map<string, Segment[]>();
  const found: string[] = [];
  for (const [key] of segmentsOf(areas)) {
    const [from, to] = key.split('>').map(text => text.split(',').map(Number));
    if (name(from!) > name(to!) && segmentsHas(areas, turned(key))) continue;
    const segment: Segment = { a: exact(from!), b: exact(to!), key };
    const columns = [Math.floor(from![0]! * 200), Math.floor(to![0]! * 200)].sort((p, q) => p - q);
    const rows = [Math.floor(from![1]! * 300), Math.floor(to![1]! * 300)].sort((p, q) => p - q);
    for (let column = columns[0]!; column <= columns[1]!; column++) {
      for (let row = rows[0]!; row <= rows[1]!; row++) {
        const here = cells.get(`${column},${row}`) ?? [];
        for (const other of here) if (meet(segment, other)) found.push(`${segment.key} meets ${other.key}`);
        cells.set(`${column},${row}`, [...here, segment]);
      }
    }
  }
  return found;

  function meet(s: Segment, t: Segment): boolean {
    const same = (p: readonly [bigint, bigint], q: readonly [bigint, bigint]) =>
      p[0] === q[0] && p[1] === q[1];
    if (same(s.a, t.a) || same(s.a, t.b) || same(s.b, t.a) || same(s.b, t.b)) return false;
    const side = (
      p: readonly [bigint, bigint],
      q: readonly [bigint, bigint],
      r: readonly [bigint, bigint],
    ): number => {
      const cross = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
      return cross > 0n ? 1 : cross < 0n ? -1 : 0;
    };
    return side(s.a, s.b, t.a) * side(s.a, s.b, t.b) <= 0 && side(t.a, t.b, s.a) * side(t.a, t.b, s.b) <= 0;
  }
}

let sectorSegments: Map<string, number> | undefined;
function segmentsHas(areas: readonly DemoArea[], segment: string): boolean {
  sectorSegments ??= segmentsOf(areas);
  return sectorSegments.has(segment);
}
