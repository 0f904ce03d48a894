import { booleanPointInPolygon } from '@turf/turf';
import Flatbush from 'flatbush';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { demoSettings } from '../../../../data/demo.ts';
import { FACILITY_FUNCTION_IDS } from '../../../../data/facility-functions.ts';
import { generateDemo } from '../../../../server/sources/demo/generate.ts';

const region = generateDemo(demoSettings);
type Box = readonly [number, number, number, number];
const boxOf = (points: readonly Position[]): Box => [
  Math.min(...points.map(p => p[0]!)),
  Math.min(...points.map(p => p[1]!)),
  Math.max(...points.map(p => p[0]!)),
  Math.max(...points.map(p => p[1]!)),
];
const boxesMeet = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
const sectors = region.areas.sector;
const index = new Flatbush(sectors.length);
for (const { geometry } of sectors) index.add(...boxOf(geometry.coordinates[0]!));
index.finish();
const sectorAt = (point: Position): string | undefined => {
  const [lon, lat] = point as [number, number];
  const found = index
    .search(lon, lat, lon, lat)
    .find(i => booleanPointInPolygon(point, sectors[i]!.geometry));
  return found === undefined ? undefined : sectors[found]!.code;
};

/** True where two closed rings have crossing segments. */
function ringsCross(a: readonly Position[], b: readonly Position[]): boolean {
  const side = (p: Position, q: Position, r: Position): number =>
    Math.sign((q[0]! - p[0]!) * (r[1]! - p[1]!) - (q[1]! - p[1]!) * (r[0]! - p[0]!));
  return a
    .slice(1)
    .some((q, i) =>
      b
        .slice(1)
        .some(
          (s, j) =>
            side(a[i]!, q, b[j]!) * side(a[i]!, q, s) < 0 && side(b[j]!, s, a[i]!) * side(b[j]!, s, q) < 0,
        ),
    );
}
const overlap = (a: Polygon, b: Polygon): boolean =>
  ringsCross(a.coordinates[0]!, b.coordinates[0]!) ||
  booleanPointInPolygon(a.coordinates[0]![0]!, b, { ignoreBoundary: true }) ||
  booleanPointInPolygon(b.coordinates[0]![0]!, a, { ignoreBoundary: true });

describe('the places of the demo region', () => {
  it('serve every function that the product knows', () => {
    const served = new Set(region.facilities.flatMap(({ functions }) => functions));
    expect([...served].sort()).toEqual([...FACILITY_FUNCTION_IDS].sort());
    expect(new Set(region.facilities.map(({ key }) => key)).size).toBe(region.facilities.length);
  });

  it('lie each within one sector', () => {
    for (const { key, geometry } of region.facilities) {
      const points = geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates[0]!;
      expect(new Set(points.map(sectorAt)).size, key).toBe(1);
      expect(sectorAt(points[0]!), key).toBeDefined();
    }
  });

  it('are fewer near estates: a child there has less than half the play places of a child elsewhere', () => {
    const year = demoSettings.years.at(-1)!;
    const isEstate = new Map(
      region.housing
        .filter(row => row.year === year)
        .map(row => [row.code, row.social > 0.35 * row.dwellings]),
    );
    const children = { estate: 0, elsewhere: 0 };
    for (const row of region.children.sector) {
      if (row.year === year && row.age === '')
        children[isEstate.get(row.code) ? 'estate' : 'elsewhere'] += row.children;
    }
    const places = { estate: 0, elsewhere: 0 };
    for (const { functions, geometry } of region.facilities) {
      if (!functions.includes('play')) continue;
      const point = geometry.type === 'Point' ? geometry.coordinates : geometry.coordinates[0]![0]!;
      places[isEstate.get(sectorAt(point)!) ? 'estate' : 'elsewhere']++;
    }
    expect(places.estate / children.estate).toBeLessThan(0.5 * (places.elsewhere / children.elsewhere));
  });
});

describe('the buildable sites of the demo region', () => {
  it('lie each within one sector, with room for 5 to 200 dwellings', () => {
    expect(region.sites.length).toBeGreaterThan(100);
    for (const { key, geometry, capacityDwellings } of region.sites) {
      expect(new Set(geometry.coordinates[0]!.map(sectorAt)).size, key).toBe(1);
      expect(sectorAt(geometry.coordinates[0]![0]!), key).toBeDefined();
      expect(capacityDwellings).toBeGreaterThanOrEqual(5);
      expect(capacityDwellings).toBeLessThanOrEqual(200);
      expect(Number.isInteger(capacityDwellings)).toBe(true);
    }
  });

  it('overlap neither each other nor a park or play space', () => {
    const plots = [
      ...region.sites.map(({ key, geometry }) => ({ key, geometry })),
      ...region.facilities.flatMap(({ key, geometry }) =>
        geometry.type === 'Polygon' ? [{ key, geometry }] : [],
      ),
    ].map(plot => ({ ...plot, box: boxOf(plot.geometry.coordinates[0]!) }));
    const overlapping = plots.flatMap((a, i) =>
      plots
        .slice(i + 1)
        .flatMap(b =>
          boxesMeet(a.box, b.box) && overlap(a.geometry, b.geometry) ? [`${a.key} ${b.key}`] : [],
        ),
    );
    expect(overlapping).toEqual([]);
  });
});

describe('the walking network of the demo region', () => {
  it('reaches every node from every other', () => {
    const next = new Map<number, number[]>();
    for (const { fromNode, toNode } of region.edges) {
      next.set(fromNode, [...(next.get(fromNode) ?? []), toNode]);
      next.set(toNode, [...(next.get(toNode) ?? []), fromNode]);
    }
    const reached = new Set([0]);
    const stack = [0];
    while (stack.length > 0) {
      for (const node of next.get(stack.pop()!)!) {
        if (reached.has(node)) continue;
        reached.add(node);
        stack.push(node);
      }
    }
    expect(reached.size).toBe(next.size);
    expect(Math.max(...next.keys())).toBe(next.size - 1);
    expect(region.edges.length).toBeGreaterThan(10_000);
    expect(region.edges.length).toBeLessThan(15_000);
  });

  it('ends its edges where its nodes are, with lengths in metres', () => {
    const at = new Map<number, string>();
    for (const { fromNode, toNode, lengthM, geometry } of region.edges) {
      const ends: [number, Position][] = [
        [fromNode, geometry.coordinates[0]!],
        [toNode, geometry.coordinates.at(-1)!],
      ];
      for (const [node, point] of ends) {
        expect(at.get(node) ?? `${point}`).toBe(`${point}`);
        at.set(node, `${point}`);
      }
      // Haversine on a sphere of 6,371,008.8 m agrees with the ellipsoid to 0.5 %.
      expect(Math.abs(lengthM / haversineM(geometry.coordinates) - 1)).toBeLessThan(0.01 + 0.1 / lengthM);
    }
  });

  it('stays on land', () => {
    const outline = new Set(region.areas.province[0]!.geometry.coordinates.flat().map(String));
    for (const { geometry } of region.edges) {
      for (const point of geometry.coordinates) {
        expect(outline.has(String(point)) || sectorAt(point) !== undefined, String(point)).toBe(true);
      }
    }
  });

  it('crosses the canal and the railway at few places, so that neighbours can be far apart on foot', () => {
    expect(new Set(region.edges.map(({ kind }) => kind))).toEqual(new Set(['street', 'path', 'steps']));
    const far = longDetours();
    expect(far).toBeGreaterThan(50);
  });
});

/** How many dead ends lie within 150 m of another junction that is not within ten streets of them. */
function longDetours(): number {
  const next = new Map<number, Set<number>>();
  const place = new Map<number, Position>();
  for (const { fromNode, toNode, geometry } of region.edges) {
    next.set(fromNode, (next.get(fromNode) ?? new Set()).add(toNode));
    next.set(toNode, (next.get(toNode) ?? new Set()).add(fromNode));
    place.set(fromNode, geometry.coordinates[0]!);
    place.set(toNode, geometry.coordinates.at(-1)!);
  }
  const deadEnds = [...next.keys()].filter(node => next.get(node)!.size === 1);
  return deadEnds.filter(start => {
    let frontier = new Set([start]);
    const near = new Set(frontier);
    for (let streets = 0; streets < 10; streets++) {
      frontier = new Set([...frontier].flatMap(node => [...next.get(node)!]).filter(node => !near.has(node)));
      for (const node of frontier) near.add(node);
    }
    return [...place].some(
      ([node, point]) => !near.has(node) && haversineM([place.get(start)!, point]) < 150,
    );
  }).length;
}

function haversineM(line: readonly Position[]): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  return line.slice(1).reduce((sum, b, i) => {
    const a = line[i]!;
    const h =
      Math.sin(radians(b[1]! - a[1]!) / 2) ** 2 +
      Math.cos(radians(a[1]!)) * Math.cos(radians(b[1]!)) * Math.sin(radians(b[0]! - a[0]!) / 2) ** 2;
    return sum + 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
  }, 0);
}
