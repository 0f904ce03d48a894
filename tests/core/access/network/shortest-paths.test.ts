import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentsOf } from '../../../../core/access/network/components.ts';
import { walkingGraph } from '../../../../core/access/network/graph.ts';
import { createSearch } from '../../../../core/access/network/shortest-paths.ts';
import { KIND_COST } from '../../../../core/access/network/types.ts';
import { type Line, networkOf } from './networks.ts';

const SIZE = 12;
const anyLine: fc.Arbitrary<Line> = fc.record({
  from: fc.nat(SIZE - 1),
  to: fc.nat(SIZE - 1),
  metres: fc.nat(50),
  oneWay: fc.boolean(),
  kind: fc.constantFrom('street', 'path', 'crossing', 'steps'),
});
const anyNetwork = fc.array(anyLine, { maxLength: 40 });
const spots = Array.from({ length: SIZE }, (_, i) => [3 + i / 1000, 51] as const);

/** Metres between all pairs (Floyd, 1962; Warshall, 1962). */
function allPairs(lines: readonly Line[]): number[][] {
  const metres = spots.map((_, i) => spots.map((__, j) => (i === j ? 0 : Infinity)));
  for (const { from, to, metres: length = 0, oneWay, kind = 'street' } of lines) {
    const cost = length * KIND_COST[kind];
    metres[from]![to] = Math.min(metres[from]![to]!, cost);
    if (!oneWay) metres[to]![from] = Math.min(metres[to]![from]!, cost);
  }
  for (let k = 0; k < SIZE; k++)
    for (let i = 0; i < SIZE; i++)
      for (let j = 0; j < SIZE; j++)
        metres[i]![j] = Math.min(metres[i]![j]!, metres[i]![k]! + metres[k]![j]!);
  return metres;
}

describe('shortest paths', () => {
  it('equal those of Floyd and Warshall from several sources, within a limit, there and back', () => {
    const anySources = fc.uniqueArray(fc.record({ at: fc.nat(SIZE - 1), ahead: fc.nat(30) }), {
      selector: ({ at }) => at,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        anyNetwork,
        fc.array(anySources, { maxLength: 3 }),
        fc.integer({ min: 0, max: 200 }),
        (lines, searches, limit) => {
          const graph = walkingGraph(networkOf(spots, lines));
          const expected = allPairs(lines);
          for (const backward of [false, true]) {
            // One search after another, so that nothing is left of the one before.
            const search = createSearch(backward ? graph.backward : graph.forward);
            for (const sources of searches) {
              search.begin(limit);
              for (const [number, { at, ahead }] of sources.entries()) search.start(at, ahead, number);
              const reached = search.run();
              const metres = spots.map((_, j) =>
                sources.map(({ at, ahead }) => ahead + (backward ? expected[j]![at]! : expected[at]![j]!)),
              );
              const nearest = metres
                .map(each => Math.min(...each))
                .map(each => (each <= limit ? each : Infinity));
              expect([...search.metres]).toEqual(nearest);
              expect([...reached].sort((a, b) => a - b)).toEqual(
                [...nearest.keys()].filter(j => nearest[j]! < Infinity),
              );
              nearest.forEach((least, j) => {
                const by = search.source[j]!;
                expect(least < Infinity ? metres[j]![by] : by).toBe(least < Infinity ? least : -1);
              });
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('components are what a way leads between, whichever its direction, the longest first', () => {
    fc.assert(
      fc.property(anyNetwork, lines => {
        const expected = allPairs(lines.map(line => ({ ...line, oneWay: false })));
        const { of, metres } = componentsOf(networkOf(spots, lines));
        for (let i = 0; i < SIZE; i++)
          for (let j = 0; j < SIZE; j++) expect(of[i] === of[j]).toBe(expected[i]![j]! < Infinity);
        expect([...metres]).toEqual([...metres].sort((a, b) => b - a));
        const total = lines.reduce((sum, line) => sum + (line.metres ?? 0), 0);
        expect(metres.reduce((sum, each) => sum + each, 0)).toBe(total);
      }),
    );
  });
});
