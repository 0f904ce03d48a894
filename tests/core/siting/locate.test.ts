import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedRows, worth } from '../../../core/siting/gains.ts';
import { greedy, interchange } from '../../../core/siting/interchange.ts';
import { type Located, locate } from '../../../core/siting/locate.ts';
import { loadSolver } from '../../../core/solver/highs.ts';
import { allSets, anyNumber, anyRules, scattered } from './instances.ts';

describe('the set of sites that is worth most', () => {
  it('is the best of all sets, for covering and for the p-median, under rules of every kind', () => {
    fc.assert(
      fc.property(fc.nat(1e6), anyRules(8), fc.boolean(), (seed, rules, covering) => {
        const { gains } = scattered(25, 8, seed, covering ? 250 : null);
        let most = 0;
        for (const members of allSets(rules)) most = Math.max(most, worth(gains, members));
        const found = locate(gains, rules, { seed });
        expect(found.value).toBeCloseTo(most, 6);
        expect(found.optimal).toBe(true);
        expect(found.bound).toBe(found.value);
        expect(worth(gains, found.members)).toBeCloseTo(found.value, 6);
        expect([...allSets(rules)].some(set => `${set}` === `${found.members}`)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('has a bound that no set passes wherever the search ends', () => {
    fc.assert(
      fc.property(fc.nat(1e6), anyRules(8), fc.integer({ min: 0, max: 4 }), (seed, rules, nodes) => {
        const { gains } = scattered(25, 8, seed, 250);
        let most = 0;
        for (const members of allSets(rules)) most = Math.max(most, worth(gains, members));
        const { value, bound } = locate(gains, rules, { seed, nodes, restarts: 0 });
        expect(bound).toBeGreaterThanOrEqual(most * (1 - 1e-9));
        expect(value).toBeLessThanOrEqual(most * (1 + 1e-9));
      }),
      { numRuns: 60 },
    );
  });

  it('equals the optimum of HiGHS for covering and the p-median', async () => {
    const solver = await loadSolver();
    for (const [homes, sites, p, reachM] of [
      [300, 40, 6, 180],
      [300, 40, 10, 120],
      [80, 25, 5, null],
    ] as const) {
      const { gains } = scattered(homes, sites, 7, reachM);
      const { rowStarts, rowCandidate, rowGain } = gains;
      // Σ gain·y, of each row at most one y, each y at most its site's x, at most p sites.
      const pairs = rowCandidate.length;
      const cost = new Float64Array(sites + pairs);
      const [starts, columns, values, upper] = [[0], [] as number[], [] as number[], [] as number[]];
      const row = (cells: [number, number][], most: number) => {
        for (const [column, value] of cells) {
          columns.push(column);
          values.push(value);
        }
        starts.push(columns.length);
        upper.push(most);
      };
      rowGain.forEach((gain, k) => {
        cost[sites + k] = -gain;
        row(
          [
            [sites + k, 1],
            [rowCandidate[k]!, -1],
          ],
          0,
        );
      });
      for (let i = 0; i < homes; i++) {
        const cells: [number, number][] = [];
        for (let k = rowStarts[i]!; k < rowStarts[i + 1]!; k++) cells.push([sites + k, 1]);
        row(cells, 1);
      }
      row(
        Array.from({ length: sites }, (_, j) => [j, 1]),
        p,
      );
      const model = solver.createModel({
        cost,
        lower: new Float64Array(sites + pairs),
        upper: new Float64Array(sites + pairs).fill(1),
        whole: Uint8Array.from({ length: sites + pairs }, (_, k) => (k < sites ? 1 : 0)),
        rowLower: new Float64Array(upper.length).fill(-Infinity),
        rowUpper: Float64Array.from(upper),
        starts: Int32Array.from(starts),
        columns: Int32Array.from(columns),
        values: Float64Array.from(values),
      });
      const { value, status } = model.run();
      model.dispose();
      expect(status).toBe('optimal');
      const found = locate(gains, anyNumber(sites, p));
      expect(found.optimal).toBe(true);
      expect(found.value).toBeCloseTo(-value!, 4);
    }
  }, 60_000);

  it('gives the same answer for the same seed, and tells how it goes', () => {
    const { gains } = scattered(400, 60, 3, 150);
    const told: Located[] = [];
    const one = locate(gains, anyNumber(60, 8), { seed: 5, onProgress: soFar => told.push(soFar) });
    expect(locate(gains, anyNumber(60, 8), { seed: 5 })).toEqual(one);
    expect(told.at(-1)).toEqual(one);
    for (let k = 1; k < told.length; k++) {
      expect(told[k]!.value).toBeGreaterThanOrEqual(told[k - 1]!.value);
      expect(told[k]!.bound).toBeGreaterThanOrEqual(one.value * (1 - 1e-9));
    }
    const stopped = locate(gains, anyNumber(60, 8), { isOver: () => true });
    expect(stopped.members.length).toBe(8);
    expect(stopped.bound).toBeGreaterThanOrEqual(one.value);
  });

  it('is worth nothing where nobody is in reach', () => {
    const { gains } = scattered(5, 3, 1, -1);
    expect(locate(gains, anyNumber(3, 2))).toMatchObject({
      members: [],
      value: 0,
      bound: 0,
      gap: 0,
      optimal: true,
    });
  });
});

describe('interchange and greedy', () => {
  it('leave no exchange of one site for another that helps', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 6 }), (seed, p) => {
        const { gains } = scattered(40, 12, seed, null);
        const rules = anyNumber(12, p);
        const { members, value } = interchange(gains, rules, []);
        for (const out of members)
          for (let into = 0; into < 12; into++) {
            const other = members.filter(j => j !== out).concat(into);
            expect(worth(gains, other)).toBeLessThanOrEqual(value * (1 + 1e-9));
          }
        expect(greedy(gains, rules).value).toBeLessThanOrEqual(value * (1 + 1e-9));
      }),
    );
  });

  it('count homes with the same sites as one', () => {
    const { gains } = scattered(60, 5, 4, 300);
    const merged = mergedRows(gains);
    expect(merged.rows).toBeLessThan(gains.rows);
    for (const members of allSets(anyNumber(5, 5)))
      expect(worth(merged, members)).toBeCloseTo(worth(gains, members), 9);
  });
});
