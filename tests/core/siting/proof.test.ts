import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../core/problem.ts';
import { served } from '../../../core/siting/capacity.ts';
import { centre, type Walks } from '../../../core/siting/centre.ts';
import { worth } from '../../../core/siting/gains.ts';
import { capacityModel } from '../../../core/siting/proof/capacity-model.ts';
import { gainsModel } from '../../../core/siting/proof/gains-model.ts';
import { proveCover } from '../../../core/siting/proof/prove-cover.ts';
import { proveCapacity, proveGains } from '../../../core/siting/proof/prove-worth.ts';
import { cliquesOf } from '../../../core/siting/proof/rule-rows.ts';
import type { SitingModel } from '../../../core/siting/proof/siting-model.ts';
import type { Rules } from '../../../core/siting/rules.ts';
import { loadSolver } from '../../../core/solver/highs.ts';
import type { Solver } from '../../../core/solver/types.ts';
import { allSets, anyNumber, anyRules, scattered } from './instances.ts';

const solver = await loadSolver();
const limits = { secondsLeft: () => 60, isOver: () => false };
const toTheEnd = { ...limits, enough: () => 0 };
/** As if nothing had been found before. */
const nothing = { members: [], value: 0, bound: Infinity };

const isAllowed = (rules: Rules, members: readonly number[]): boolean =>
  [...allSets(rules)].some(set => `${set}` === `${members}`);

describe('what the solver proves where a search ended', () => {
  it('is the best of all sets, for covering and for the p-median, under rules of every kind', () => {
    fc.assert(
      fc.property(fc.nat(1e6), anyRules(7), fc.boolean(), (seed, rules, covering) => {
        const { gains } = scattered(20, 7, seed, covering ? 250 : null);
        let most = 0;
        for (const members of allSets(rules)) most = Math.max(most, worth(gains, members));
        const found = proveGains(solver, gains, rules, nothing, toTheEnd);
        expect(found.value).toBeCloseTo(most, 6);
        expect(found.bound).toBeGreaterThanOrEqual(most * (1 - 1e-6));
        expect(found.optimal).toBe(true);
        expect(isAllowed(rules, found.members)).toBe(true);
        expect(worth(gains, found.members)).toBeCloseTo(found.value, 6);
      }),
      { numRuns: 40 },
    );
  });

  it('is the best of all sets with room for so many children each', () => {
    fc.assert(
      fc.property(fc.nat(1e6), anyRules(6), fc.integer({ min: 3, max: 40 }), (seed, rules, room) => {
        const { gains, weight } = scattered(12, 6, seed, 400);
        const problem = {
          gains,
          children: Float64Array.from(weight),
          perChild: Float64Array.from(weight, (_, i) => 1 + (i % 2)),
          capacity: Float64Array.from({ length: 6 }, (_, j) => (j === 5 ? Infinity : room)),
        };
        let most = 0;
        for (const set of allSets(rules)) most = Math.max(most, served(problem, set).value);
        const found = proveCapacity(solver, problem, rules, nothing, toTheEnd);
        expect(found.value).toBeCloseTo(most, 4);
        expect(found.optimal).toBe(true);
        expect(isAllowed(rules, found.members)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('is the fewest places that reach every home, or that so many are not enough', () => {
    fc.assert(
      fc.property(fc.nat(1e6), anyRules(8), fc.integer({ min: 150, max: 600 }), (seed, given, reachM) => {
        const rules: Rules = { ...given, most: Infinity, groupMost: [Infinity, Infinity], budget: Infinity };
        const { gains, metres } = scattered(15, 8, seed, reachM);
        const reached = metres.filter(row => row.some(distance => distance <= reachM));
        let least = Infinity;
        for (const set of allSets(rules))
          if (reached.every(row => set.some(j => row[j]! <= reachM))) least = Math.min(least, set.length);
        const unknown = { members: null, bound: 0 };
        const found = proveCover(solver, gains, rules, unknown, limits);
        expect(found).toMatchObject({ cost: least, bound: least, optimal: true });
        if (found.members === null) expect(least).toBe(Infinity);
        else {
          expect(
            isAllowed(
              rules,
              found.members.toSorted((a, b) => a - b),
            ),
          ).toBe(true);
          expect(reached.every(row => found.members!.some(j => row[j]! <= reachM))).toBe(true);
        }
        const two = proveCover(solver, gains, rules, unknown, { ...limits, within: 2 });
        expect(two.cost <= 2).toBe(least <= 2);
        expect(two.bound > 2).toBe(least > 2);
      }),
      { numRuns: 40 },
    );
  });

  it('is the shortest longest walk, going on from one that is known', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 3 }), (seed, p) => {
        const { metres } = scattered(10, 6, seed, null);
        const rules = anyNumber(6, p);
        const longest = (set: readonly number[]) =>
          Math.max(...metres.map(row => Math.min(...set.map(j => row[j]!))));
        const sets = [...allSets(rules)].filter(set => set.length > 0);
        const least = Math.min(...sets.map(longest));
        const walks: Walks = {
          rows: 10,
          row: Int32Array.from({ length: 60 }, (_, k) => Math.floor(k / 6)),
          option: Int32Array.from({ length: 60 }, (_, k) => k % 6),
          metres: Float64Array.from(metres.flat()),
          nowM: new Float64Array(10).fill(Infinity),
        };
        // The bound that is known is the least that any row walks to its nearest site, whatever is chosen.
        const known = {
          members: [0],
          farthestM: longest([0]),
          boundM: Math.max(...metres.map(row => Math.min(...row))),
        };
        const found = centre(walks, rules, {
          known,
          cover: (gains, ones, { within }) =>
            proveCover(solver, gains, ones, { members: null, bound: 0 }, { ...limits, within }),
        })!;
        expect(found).toMatchObject({ farthestM: least, boundM: least, optimal: true });
        expect(longest(found.members)).toBe(least);
      }),
      { numRuns: 15 },
    );
  });

  it('keeps what was known where time or memory ends the solver at once', () => {
    const { gains } = scattered(20, 7, 3, 250);
    const rules = anyNumber(7, 2);
    const known = { members: [1, 2], value: worth(gains, [1, 2]), bound: 1e6 };
    const kept = { ...known, optimal: false, provenBy: 'search' };
    expect(proveGains(solver, gains, rules, known, { ...toTheEnd, secondsLeft: () => 0 })).toEqual(kept);
    const full: Solver = {
      ...{ usable: true, memoryBytes: 0 },
      createModel() {
        throw new ProblemError('too-large', 'full');
      },
    };
    expect(proveGains(full, gains, rules, known, toTheEnd)).toEqual(kept);
    expect(proveCover(full, gains, rules, { members: [0, 1, 2], bound: 1 }, limits)).toMatchObject({
      members: [0, 1, 2],
      bound: 1,
      optimal: false,
      provenBy: 'search',
    });
  });

  it('starts from columns that keep every row and are worth what the set is', () => {
    fc.assert(
      fc.property(fc.nat(1e6), anyRules(6), (seed, rules) => {
        const { gains, weight } = scattered(12, 6, seed, null);
        const problem = {
          gains,
          children: Float64Array.from(weight),
          perChild: new Float64Array(12).fill(2),
          capacity: new Float64Array(6).fill(9),
        };
        const byGains = gainsModel(gains, rules);
        const byRoom = capacityModel(problem, rules);
        for (const set of allSets(rules)) {
          expect(costOf(byGains, set)).toBeCloseTo(-worth(gains, set), 6);
          expect(costOf(byRoom, set)).toBeCloseTo(-served(problem, set).value, 6);
        }
      }),
      { numRuns: 20 },
    );
  });
});

/** Σ cost·x of a set; Infinity where it breaks a row or a bound of the model. */
function costOf({ linear, columnsOf }: SitingModel, set: readonly number[]): number {
  const x = columnsOf(set);
  const { starts, columns, values, rowLower, rowUpper } = linear;
  const isOut = (value: number, lower: number, upper: number) => value < lower - 1e-9 || value > upper + 1e-9;
  if (x.some((value, column) => isOut(value, linear.lower[column]!, linear.upper[column]!))) return Infinity;
  for (let row = 0; row < rowLower.length; row++) {
    let sum = 0;
    for (let k = starts[row]!; k < starts[row + 1]!; k++) sum += values[k]! * x[columns[k]!]!;
    if (isOut(sum, rowLower[row]!, rowUpper[row]!)) return Infinity;
  }
  return x.reduce((sum, value, column) => sum + value * linear.cost[column]!, 0);
}

describe('sets of places that exclude each other', () => {
  it('hold every conflict, and nothing that is none', () => {
    fc.assert(
      fc.property(anyRules(8), ({ conflicts }) => {
        const cliques = cliquesOf(conflicts);
        for (const clique of cliques)
          for (const one of clique)
            for (const other of clique) if (one !== other) expect(conflicts[one]!.includes(other)).toBe(true);
        conflicts.forEach((others, one) => {
          for (const other of others)
            expect(cliques.some(clique => clique.includes(one) && clique.includes(other))).toBe(true);
        });
      }),
    );
    // Three in a row of which neighbours exclude each other, and one beside all of them.
    const four = [
      [1, 3],
      [0, 2, 3],
      [1, 3],
      [0, 1, 2],
    ].map(others => Int32Array.from(others));
    expect(cliquesOf(four)).toEqual([
      [0, 1, 3],
      [1, 2, 3],
    ]);
  });
});
