import fc from 'fast-check';
import { randomGenerator } from '../../../core/random/generator.ts';
import { type Gains, gainsFrom } from '../../../core/siting/gains.ts';
import type { Rules } from '../../../core/siting/rules.ts';

export type Scattered = { gains: Gains; metres: number[][]; weight: number[] };

/** Homes and sites scattered by lot over a square of 1 km, and what covering within `reachM`, or metres saved, is worth. */
export function scattered(homes: number, sites: number, seed: number, reachM: number | null): Scattered {
  const random = randomGenerator(seed);
  const at = () => [1000 * random.uniform(), 1000 * random.uniform()] as const;
  const from = Array.from({ length: homes }, at);
  const to = Array.from({ length: sites }, at);
  const weight = from.map(() => 1 + random.below(9));
  const metres = from.map(([x, y]) => to.map(([a, b]) => Math.round(Math.hypot(x - a, y - b))));
  const pairs = { row: [] as number[], candidate: [] as number[], gain: [] as number[] };
  metres.forEach((row, i) => {
    row.forEach((distance, j) => {
      if (reachM !== null && distance > reachM) return;
      pairs.row.push(i);
      pairs.candidate.push(j);
      pairs.gain.push(weight[i]! * (reachM === null ? 1500 - distance : 1));
    });
  });
  return { gains: gainsFrom({ rows: homes, candidates: sites }, pairs), metres, weight };
}

export const anyNumber = (sites: number, most: number, more: Partial<Rules> = {}): Rules => ({
  most,
  groupOf: new Uint8Array(sites),
  groupMost: [Infinity],
  cost: new Float64Array(sites).fill(1),
  budget: Infinity,
  conflicts: Array.from({ length: sites }, () => new Int32Array(0)),
  ...more,
});

/** Rules of every kind over so many sites. */
export const anyRules = (sites: number): fc.Arbitrary<Rules> =>
  fc
    .record({
      most: fc.integer({ min: 1, max: sites }),
      groupOf: fc.array(fc.nat(1), { minLength: sites, maxLength: sites }),
      groupMost: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
      cost: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: sites, maxLength: sites }),
      budget: fc.option(fc.integer({ min: 5, max: 30 }), { nil: Infinity }),
      pairs: fc.array(fc.tuple(fc.nat(sites - 1), fc.nat(sites - 1)), { maxLength: 4 }),
    })
    .map(({ most, groupOf, groupMost, cost, budget, pairs }) => ({
      most,
      groupOf: Uint8Array.from(groupOf),
      groupMost,
      cost: Float64Array.from(cost),
      budget,
      conflicts: Array.from({ length: sites }, (_, j) =>
        Int32Array.from(
          new Set(pairs.flatMap(([a, b]) => (a === b ? [] : a === j ? [b] : b === j ? [a] : []))),
        ),
      ),
    }));

/** Every set of sites within the rules. */
export function* allSets(rules: Rules): Generator<number[]> {
  const sites = rules.cost.length;
  for (let bits = 0; bits < 2 ** sites; bits++) {
    const members = Array.from({ length: sites }, (_, j) => j).filter(j => (bits >> j) & 1);
    const within =
      members.length <= rules.most &&
      members.reduce((sum, j) => sum + rules.cost[j]!, 0) <= rules.budget &&
      rules.groupMost.every(
        (most, group) => members.filter(j => rules.groupOf[j] === group).length <= most,
      ) &&
      !members.some(j => rules.conflicts[j]!.some(other => members.includes(other)));
    if (within) yield members;
  }
}
