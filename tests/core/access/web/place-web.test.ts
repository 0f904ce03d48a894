import fc from 'fast-check';
import type { Point, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { metresBetween } from '../../../../core/access/network/ground.ts';
import { networkDistances } from '../../../../core/access/network/network-distances.ts';
import { walkerOf } from '../../../../core/access/network/walker.ts';
import { groupsOf, neighbours, type Pair } from '../../../../core/access/web/neighbours.ts';
import { placeWeb } from '../../../../core/access/web/place-web.ts';
import { type Line, networkOf } from '../network/networks.ts';

const place = ([lon, lat]: Position): Point => ({ type: 'Point', coordinates: [lon!, lat!] });
const told = (web: ReturnType<typeof placeWeb>) =>
  web.routes.map(({ from, to, metres, by }) => `${from}–${to} ${Math.round(metres)} ${by}`);

// A street A–B–C of twice 300 m, and D across a canal from A: 55 m as the crow flies, and by the bridge at C 1,000 m.
const [A, B, C, D]: Position[] = [
  [3.7, 51],
  [3.7043, 51],
  [3.7086, 51],
  [3.7, 51.0005],
];
const BRIDGE: Position = [3.7086, 51.0005];
const canal = networkOf([A, B, C, D] as [number, number][], [
  { from: 0, to: 1, metres: 300 },
  { from: 1, to: 2, metres: 300 },
  { from: 2, to: 3, metres: 400, between: [BRIDGE as [number, number]] },
]);
const walks = { detour: 1.3, network: { hash: 'canal', columns: canal } };

describe('the web of places', () => {
  it('joins each place to its neighbours along the streets, around a canal', () => {
    const web = placeWeb({ places: [A!, B!, C!, D!].map(place), withinM: 800, walks });
    // A–C (600 m) has B between, B–D (700 m) has C.
    expect(told(web)).toEqual(['0–1 300 network', '1–2 300 network', '2–3 400 network']);
    expect(web.routes[2]!.line.coordinates).toEqual([C, BRIDGE, D]);
    expect([...web.group]).toEqual([0, 0, 0, 0]);
  });

  it('leaves a place alone that is farther than the distance', () => {
    const web = placeWeb({ places: [A!, B!, C!, D!].map(place), withinM: 350, walks });
    expect(told(web)).toEqual(['0–1 300 network', '1–2 300 network']);
    expect([...web.group]).toEqual([0, 0, 0, 1]);
  });

  it('draws a straight line, marked as such, to a place that no street is near', () => {
    // 0.0055° of latitude: 612 m north of A.
    const web = placeWeb({
      places: [A!, B!, [3.7, 51.0055]].map(place),
      withinM: 800,
      walks: { ...walks, detour: 1 },
    });
    expect(told(web)).toEqual(['0–1 300 network', '0–2 612 straight-line']);
  });

  it('measures in straight lines times the detour where there is no network', () => {
    const web = placeWeb({
      places: [A!, B!, C!].map(place),
      withinM: 800,
      walks: { detour: 1.3, network: null },
    });
    // 0.0043° of longitude at 51° is 302 m.
    expect(told(web)).toEqual(['0–1 392 straight-line', '1–2 392 straight-line']);
  });

  it('has nothing to join of one place, or none', () => {
    expect(placeWeb({ places: [], withinM: 800, walks }).routes).toEqual([]);
    expect(placeWeb({ places: [place(A!)], withinM: 800, walks }).routes).toEqual([]);
  });
});

describe('which places are neighbours', () => {
  const pairs = fc
    .array(fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 0, max: 9 })), { maxLength: 28 })
    .map(list => {
      const unique = new Map(
        list.filter(([a, b]) => a < b).map(([from, to, metres]) => [`${from} ${to}`, { from, to, metres }]),
      );
      return [...unique.values()] as Pair[];
    });

  it('keeps together what any walk joins', () => {
    fc.assert(
      fc.property(pairs, all => {
        expect(groupsOf(neighbours(all, 8), 8)).toEqual(groupsOf(all, 8));
      }),
    );
  });

  it('leaves out just the pairs with a third place nearer to both', () => {
    fc.assert(
      fc.property(pairs, all => {
        const metres = (a: number, b: number): number =>
          all.find(({ from, to }) => from === Math.min(a, b) && to === Math.max(a, b))?.metres ?? Infinity;
        const expected = all.filter(pair =>
          [0, 1, 2, 3, 4, 5, 6, 7].every(
            third => !(Math.max(metres(pair.from, third), metres(pair.to, third)) < pair.metres),
          ),
        );
        expect(neighbours(all, 8)).toEqual(expected);
      }),
    );
  });
});

describe('the ways over a network', () => {
  const side = 5;
  const junctions = Array.from({ length: side * side }, (_, k): [number, number] => [
    3.7 + 0.001 * (k % side),
    51 + 0.001 * Math.floor(k / side),
  ]);
  const grid = (open: readonly boolean[]): Line[] => {
    const all = junctions.flatMap((_, k): Line[] => [
      ...(k % side < side - 1 ? [{ from: k, to: k + 1 }] : []),
      ...(k + side < junctions.length ? [{ from: k, to: k + side }] : []),
    ]);
    return all.filter((_, k) => open[k % open.length]);
  };

  it('are as long as the distances of reach, and so are the lines that are drawn', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        fc.uniqueArray(fc.nat(side * side - 1), { minLength: 2, maxLength: 6 }),
        (open, at) => {
          const lines = grid(open);
          fc.pre(lines.length > 0);
          const used = new Set(lines.flatMap(({ from, to }) => [from, to]));
          const there = at.filter(k => used.has(k));
          const places = there.map(k => place(junctions[k]!));
          const columns = networkOf(junctions, lines);
          const points = {
            lon: Float64Array.from(there, k => junctions[k]![0]),
            lat: Float64Array.from(there, k => junctions[k]![1]),
          };
          const known = networkDistances(walkerOf(columns), 1).distancesWithin(points, places, 1000);
          const pairs: Pair[] = [];
          for (let from = 0; from < there.length; from++)
            for (let k = known.starts[from]!; k < known.starts[from + 1]!; k++)
              if (known.places[k]! > from)
                pairs.push({ from, to: known.places[k]!, metres: known.metres[k]! });
          const web = placeWeb({
            places,
            withinM: 1000,
            walks: { detour: 1, network: { hash: JSON.stringify(open), columns } },
          });
          const rounded = ({ from, to, metres }: Pair) => `${from} ${to} ${metres.toFixed(3)}`;
          expect(web.routes.every(({ by }) => by === 'network')).toBe(true);
          // Rounding decides between equal walks, so that of those either may be kept.
          const least = new Set(pairs.map(rounded));
          for (const route of web.routes) {
            expect(least.has(rounded(route))).toBe(true);
            const { coordinates } = route.line;
            const length = coordinates
              .slice(1)
              .reduce(
                (sum, [lon, lat], k) =>
                  sum + metresBetween(coordinates[k]![0]!, coordinates[k]![1]!, lon!, lat!),
                0,
              );
            expect(length).toBeCloseTo(route.metres, 2);
          }
          expect(web.group).toEqual(groupsOf(pairs, places.length));
        },
      ),
      { numRuns: 60 },
    );
  });
});
