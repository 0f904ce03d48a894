import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../core/scenario/edit.ts';
import { objectiveTracker, remainingTogether } from '../../../core/scenario/objective.ts';
import { add, common } from './example.ts';

const NONE = Number.NaN;
// A and B lie in M1, C in M2, D in M3 and E in none; the scope is A and C.
const ground = {
  municipalities: ['M1', 'M2', 'M3'],
  municipalityOf: Int32Array.of(0, 0, 1, 2, -1),
  targets: [
    { year: 2042, dwellings: Float64Array.of(100, 50, NONE), start: Float64Array.of(25, NONE, NONE) },
    { year: 2030, dwellings: Float64Array.of(40, NONE, NONE), start: null },
  ],
  pipeline: { year: 2023, dwellings: Float64Array.of(10, NONE, 5) },
};
const counts = {
  codes: ['A', 'B', 'C', 'D', 'E'],
  group: Float64Array.of(20, 10, 7, 1, 9),
  scope: Int32Array.of(0, 2),
};
const edits: Edit[] = [
  { ...add('a', ['A', 'B'], 8), year: 2029 },
  { ...add('b', ['B'], 5), year: 2035 },
  { ...add('late', ['A'], 3), year: 2043 },
  add('undated', ['A', 'E'], 2),
  { ...add('off', ['A'], 500), enabled: false },
  { ...common('move'), kind: 'move', from: 'A', to: 'C', social: { unspecified: 4 } },
];

describe('the objective of a municipality', () => {
  const follow = objectiveTracker(ground, counts);
  const [first, second, ...others] = follow(edits);

  it('is followed for each with areas in the scope, the whole of it', () => {
    expect(others).toEqual([]);
    // 20 + 10 social dwellings; +16 +5 +3 +2 −4 in M1.
    expect(first).toMatchObject({ municipality: 'M1', stock: 30, pipeline: 10, scenario: 22 });
    expect(second).toMatchObject({ municipality: 'M2', stock: 7, pipeline: null, scenario: 4 });
  });

  it('counts what is completed by the year or has none, and sets apart what comes later', () => {
    expect(first!.targets).toEqual([
      // By 2030: 16 of 2029 + 2 − 4 without a year; nothing said of where counting began.
      {
        year: 2030,
        dwellings: 40,
        kinds: null,
        stock: 30,
        pipeline: 10,
        realised: null,
        scenario: 14,
        undated: -2,
        later: 8,
        otherKinds: 0,
        remainingBefore: 30,
        remaining: 16,
      },
      // By 2042: those and 5 of 2035; the stock grew from 25 to 30. 100 − 5 − 10 − 19.
      {
        year: 2042,
        dwellings: 100,
        kinds: null,
        stock: 30,
        pipeline: 10,
        realised: 5,
        scenario: 19,
        undated: -2,
        later: 3,
        otherKinds: 0,
        remainingBefore: 85,
        remaining: 66,
      },
    ]);
  });

  it('without a stock to count from counts from the stock there is', () => {
    expect(second!.targets).toMatchObject([{ year: 2042, realised: null, remaining: 46 }]);
  });

  it('has no target where none was imported, and no stock where a number is missing', () => {
    const everywhere = objectiveTracker(ground, {
      ...counts,
      scope: null,
      group: Float64Array.of(20, 10, 7, NONE, 9),
    })([]);
    expect(everywhere).toHaveLength(3);
    expect(everywhere[2]).toEqual({
      municipality: 'M3',
      stock: null,
      stockByKind: {},
      pipeline: 5,
      scenario: 0,
      targets: [],
    });
  });

  it('answers a change of one edit as a tracker made anew does', () => {
    const changed = edits.map(edit => (edit.id === 'b' ? { ...add('b', ['C'], 6), year: 2040 } : edit));
    expect(follow(changed)).toEqual(objectiveTracker(ground, counts)(changed));
  });

  it('together: more than asked in one is no help to another', () => {
    const plenty = [{ ...add('x', ['C'], 60), year: 2040 }];
    // M1 keeps 85, M2 goes from 50 to 10 too many.
    expect(remainingTogether(follow(plenty))).toEqual({ year: 2042, before: 135, after: 85 });
    expect(remainingTogether([])).toBeNull();
  });
});

describe('the kinds of dwellings that count for an objective', () => {
  // Westerly M1 holds 20 of its own, 8 rented in and 5 sold; M2 is not told apart. The decision of 2042 counts what is
  // owned and rented in, from 15 and 3; that of 2030 does not say.
  const ofM1 = (number: number) => Float64Array.of(number, NONE, NONE);
  const follow = objectiveTracker(
    {
      ...ground,
      targets: [
        {
          ...ground.targets[0]!,
          startByKind: { owned: ofM1(15), rented_in: ofM1(3) },
          counts: { owned: ofM1(1), rented_in: ofM1(1), purchase: ofM1(0) },
        },
        ground.targets[1]!,
      ],
      pipeline: { ...ground.pipeline, byKind: { owned: ofM1(6), rented_in: ofM1(1), purchase: ofM1(3) } },
      stockByKind: { year: 2023, dwellings: { owned: ofM1(20), rented_in: ofM1(8), purchase: ofM1(5) } },
    },
    counts,
  );

  it('are those of the target, year by year; without them what the sources count', () => {
    const [m1, m2] = follow([]);
    expect(m1!.stockByKind).toEqual({ owned: 20, rented_in: 8, purchase: 5 });
    // 20 + 8, from 15 + 3, with 6 + 1 planned: 100 − 10 − 7.
    expect(m1!.targets[1]).toMatchObject({
      year: 2042,
      kinds: ['owned', 'rented_in'],
      stock: 28,
      realised: 10,
      pipeline: 7,
      remaining: 83,
    });
    expect(m1!.targets[0]).toMatchObject({ year: 2030, kinds: null, stock: 30, pipeline: 10 });
    expect(m2).toMatchObject({ stockByKind: {}, targets: [{ kinds: null, stock: 7 }] });
  });

  it('are those the planner chooses, also where that leaves unknown what was realised', () => {
    const [m1, m2] = follow([], ['owned']);
    // 100 − (20 − 15) − 6.
    expect(m1!.targets[1]).toMatchObject({
      kinds: ['owned'],
      stock: 20,
      realised: 5,
      pipeline: 6,
      remaining: 89,
    });
    // Nobody said from how many sold dwellings the counting began: 100 − 3.
    expect(follow([], ['purchase'])[0]!.targets[1]).toMatchObject({
      stock: 5,
      realised: null,
      remaining: 97,
    });
    // Of M2 the kinds are not known: what is planned for all of them is taken, and nothing as realised.
    expect(m2!.targets[0]).toMatchObject({ kinds: ['owned'], stock: null, realised: null, remaining: 50 });
  });

  it('count what an edit builds where it says no kind, or one that counts', () => {
    const built = (id: string, social: number, kind?: 'owned' | 'purchase', year: number | null = null) => ({
      ...add(id, ['A'], social),
      ...(kind === undefined ? {} : { socialKind: kind }),
      year,
    });
    const plan = [
      built('any', 1),
      built('let', 10, 'owned', 2040),
      built('sold', 100, 'purchase', 2040),
      built('sold late', 1000, 'purchase', 2050),
      built('let late', 10_000, 'owned', 2050),
    ];
    const [m1] = follow(plan);
    // The target of 2042 counts owned and rented in; that of 2030 does not say, so that everything counts.
    expect(m1!.scenario).toBe(11_111);
    expect(m1!.targets[1]).toMatchObject({
      scenario: 11,
      undated: 1,
      later: 10_000,
      otherKinds: 100,
      remaining: 72,
    });
    expect(m1!.targets[0]).toMatchObject({ scenario: 1, later: 11_110, otherKinds: 0 });
    expect(follow(plan, ['purchase'])[0]!.targets[1]).toMatchObject({
      scenario: 101,
      later: 1000,
      otherKinds: 10,
    });
  });

  it('do not change what the scenario adds', () => {
    expect(follow(edits, ['purchase'])[0]!.targets[1]).toMatchObject({ scenario: 19, remaining: 78 });
  });
});
