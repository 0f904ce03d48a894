import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centre } from '../../../core/siting/centre.ts';
import { coverAll } from '../../../core/siting/cover-all.ts';
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
