import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centre } from '../../../core/siting/centre.ts';
import { coverAll } from '../../../core/siting/cover-all.ts';
import { reducedCover } from '../../../core/siting/cover-reduction.ts';
import { gainsFrom } from '../../../core/siting/gains.ts';
import type { Rules } from '../../../core/siting/rules.ts';
import { allSets, anyNumber, anyRules, scattered } from './instances.ts';

const ANY = { most: Infinity, groupMost: [Infinity, Infinity], budget: Infinity };

describe('covering all', () => {
  it('costs as little as the cheapest of all sets that reach every home', () => {
    fc.assert(
      fc.property(fc.nat(1e6), anyRules(9), fc.integer({ min: 150, max: 600 }), (seed, given, reachM) => {
        const rules = { ...given, ...ANY };
        const { gains, metres } = scattered(15, 9, seed, reachM);
        const reached = metres.filter(row => row.some(distance => distance <= reachM));
        let least = Infinity;
        for (const set of allSets(rules)) {
          if (!reached.every(row => set.some(j => row[j]! <= reachM))) continue;
          least = Math.min(
            least,
            set.reduce((sum, j) => sum + rules.cost[j]!, 0),
          );
        }
        const found = coverAll(gains, rules);
        expect(found.cost).toBe(least);
        expect(found).toMatchObject({ bound: least, optimal: true });
        if (found.members === null) expect(least).toBe(Infinity);
        else expect(reached.every(row => found.members!.some(j => row[j]! <= reachM))).toBe(true);
        // A search that ends early, or that looks within a cost only, never claims too much.
        expect(coverAll(gains, rules, { nodes: 1 }).bound).toBeLessThanOrEqual(least + 1e-9);
        const within = coverAll(gains, rules, { within: 6 });
        expect(within.bound).toBeLessThanOrEqual(least + 1e-9);
        expect(within.bound > 6).toBe(least > 6);
      }),
      { numRuns: 150 },
    );
  });
});

describe('what decides nothing', () => {
  it('is left out: rows that another row implies, and sites that another may always stand for', () => {
    // Home 1 is reached whenever home 0 is, and then sites 1 and 2 reach the same home.
    const gains = gainsFrom(
      { rows: 3, candidates: 3 },
      { row: [0, 1, 1, 2, 2], candidate: [0, 0, 1, 1, 2], gain: [1, 1, 1, 1, 1] },
    );
    const left = (more: Partial<Rules>) => [...reducedCover(gains, anyNumber(3, 3, more)).candidate];
    expect(left({})).toHaveLength(2);
    expect(reducedCover(gains, anyNumber(3, 3)).gains.rows).toBe(2);
    expect(left({ cost: Float64Array.of(1, 1, 2) })).toEqual([0, 1]);
    expect(left({ cost: Float64Array.of(1, 2, 1) })).toEqual([0, 2]);
    // What excludes more gives way to what excludes less, and stands for it at no price.
    const conflicts = [[1], [0], []].map(others => Int32Array.from(others));
    expect(left({ conflicts })).toEqual([0, 2]);
    expect(left({ conflicts, cost: Float64Array.of(1, 1, 2) })).toEqual([0, 1, 2]);
  });
});

describe('a search that is over', () => {
  it('ends at once, whatever is left to look at', () => {
    const { gains } = scattered(2_000, 200, 6, 150);
    const rules = anyNumber(200, 200);
    let asked = 0;
    const found = coverAll(gains, rules, { isOver: () => ++asked > 25 });
    expect(found.optimal).toBe(false);
    expect(asked).toBe(26);
    expect(found.bound).toBeLessThan(found.cost);
  });
});

describe('the p-centre', () => {
  it('has the shortest longest walk of all sets', () => {
    const now = fc.array(fc.option(fc.integer({ min: 0, max: 800 }), { nil: Infinity }), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 4 }), now, (seed, p, nowM) => {
        const { metres } = scattered(12, 8, seed, null);
        const rules = anyNumber(8, p);
        let least = Infinity;
        for (const set of allSets(rules)) {
          const walks = metres.map((row, i) => Math.min(nowM[i]!, ...set.map(j => row[j]!)));
          least = Math.min(least, Math.max(...walks));
        }
        const found = centre(
          {
            rows: 12,
            row: Int32Array.from({ length: 96 }, (_, k) => Math.floor(k / 8)),
            option: Int32Array.from({ length: 96 }, (_, k) => k % 8),
            metres: Float64Array.from(metres.flat()),
            nowM: Float64Array.from(nowM),
          },
          rules,
        )!;
        expect(found).toMatchObject({ farthestM: least, boundM: least, optimal: true });
        expect(found.members.length).toBeLessThanOrEqual(p);
      }),
      { numRuns: 150 },
    );
  });
});
