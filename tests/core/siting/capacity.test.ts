import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateWithCapacity, served } from '../../../core/siting/capacity.ts';
import { gainsFrom } from '../../../core/siting/gains.ts';
import { loadSolver } from '../../../core/solver/highs.ts';
import { allSets, anyNumber, anyRules, scattered } from './instances.ts';

describe('places with room for so many children', () => {
  it('serve children by moving others where there is room, those who count most first', () => {
    // Two places with room for 5: the first home reaches both, the second the first alone.
    const gains = gainsFrom(
      { rows: 3, candidates: 2 },
      { row: [0, 0, 1, 2], candidate: [0, 1, 0, 1], gain: [1, 1, 1, 1] },
    );
    const problem = {
      gains,
      children: Float64Array.of(5, 5, 5),
      perChild: Float64Array.of(1, 1, 2),
      capacity: Float64Array.of(5, 5),
    };
    // The third home counts double and fills the second place; one of the others is left.
    const { value, servedOf } = served(problem, [0, 1]);
    expect(value).toBe(15);
    expect(servedOf[2]).toBe(5);
    const alike = { ...problem, perChild: Float64Array.of(1, 1, 0.5) };
    expect([...served(alike, [0, 1]).servedOf]).toEqual([5, 5, 0]);
  });

  it('equals the transport problem that HiGHS solves', async () => {
    const solver = await loadSolver();
    for (const seed of [1, 2, 3, 4]) {
      const { gains, weight } = scattered(30, 6, seed, 350);
      const perChild = Float64Array.from(weight, (_, i) => 1 + (i % 3));
      const capacity = Float64Array.of(10, 20, 5, 40, 8, 13);
      const pairs = gains.rowCandidate.length;
      const cost = new Float64Array(pairs);
      const [starts, columns, upper] = [[0], [] as number[], [] as number[]];
      for (let i = 0; i < 30; i++) {
        for (let k = gains.rowStarts[i]!; k < gains.rowStarts[i + 1]!; k++) {
          cost[k] = -perChild[i]!;
          columns.push(k);
        }
        starts.push(columns.length);
        upper.push(weight[i]!);
      }
      for (let j = 0; j < 6; j++) {
        gains.rowCandidate.forEach((candidate, k) => {
          if (candidate === j) columns.push(k);
        });
        starts.push(columns.length);
        upper.push(capacity[j]!);
      }
      const model = solver.createModel({
        cost,
        lower: new Float64Array(pairs),
        upper: new Float64Array(pairs).fill(Infinity),
        whole: new Uint8Array(pairs),
        rowLower: new Float64Array(36).fill(-Infinity),
        rowUpper: Float64Array.from(upper),
        starts: Int32Array.from(starts),
        columns: Int32Array.from(columns),
        values: new Float64Array(columns.length).fill(1),
      });
      const best = -model.run().value!;
      model.dispose();
      const problem = { gains, children: Float64Array.from(weight), perChild, capacity };
      expect(served(problem, [0, 1, 2, 3, 4, 5]).value).toBeCloseTo(best, 6);
    }
  });

  it('come near the best of all sets, within a bound that none passes', () => {
    fc.assert(
      fc.property(fc.nat(1e6), anyRules(6), fc.integer({ min: 3, max: 40 }), (seed, rules, room) => {
        const { gains, weight } = scattered(12, 6, seed, 400);
        const problem = {
          gains,
          children: Float64Array.from(weight),
          perChild: Float64Array.from(weight, (_, i) => 1 + (i % 2)),
          capacity: new Float64Array(6).fill(room),
        };
        let most = 0;
        for (const set of allSets(rules)) most = Math.max(most, served(problem, set).value);
        const found = locateWithCapacity(problem, rules);
        expect(found.value).toBeLessThanOrEqual(most * (1 + 1e-9));
        expect(found.bound).toBeGreaterThanOrEqual(most * (1 - 1e-9));
        if (found.optimal) expect(found.value).toBeCloseTo(most, 6);
        const numbersOnly = locateWithCapacity(problem, anyNumber(6, 2));
        let two = 0;
        for (const set of allSets(anyNumber(6, 2))) two = Math.max(two, served(problem, set).value);
        expect(numbersOnly.value).toBeGreaterThanOrEqual((1 - 1 / Math.E) * two);
      }),
      { numRuns: 60 },
    );
  });
});
