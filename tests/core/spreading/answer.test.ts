import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../core/scenario/edit.ts';
import { addDwellings, newAreaEdit } from '../../../core/scenario/edits.ts';
import { answerSpread, besideSpread } from '../../../core/spreading/answer.ts';
import { planEdits, type SpreadAsk } from '../../../core/spreading/scenario.ts';

/** Two municipalities of two areas with 100 dwellings each; V is to have 30 more by 2042, W nothing. */
const setting = {
  codes: ['A', 'B', 'C', 'D'],
  group: Float64Array.of(0, 10, 20, 30),
  total: Float64Array.of(100, 100, 100, 100),
  scope: null,
  poverty: Float64Array.of(0.1, 0.2, 0.3, Number.NaN),
  objective: {
    municipalities: ['V', 'W'],
    municipalityOf: Int32Array.of(0, 0, 1, 1),
    targets: [
      { year: 2042, dwellings: Float64Array.of(30, Number.NaN), start: Float64Array.of(5, Number.NaN) },
    ],
    pipeline: null,
  },
  reach: {
    // About 1.1 km of latitude apart.
    lon: Float64Array.of(4, 4, 4, 4),
    lat: Float64Array.of(51, 51.01, 51.02, 51.03),
    facilities: [
      {
        code: 'osm/1',
        functions: ['play'],
        geometry: { type: 'Point' as const, coordinates: [4, 51.03] },
      },
    ],
    children: null,
  },
};
const ask: SpreadAsk = { dwellings: 12, objective: 'hutchens', perArea: null, maxShare: null, minProject: 1 };
const lock = (area: string): Edit => newAreaEdit('lock', { id: `l-${area}`, areas: [area], dwellings: 0 });

describe('A plan over municipalities', () => {
  it('keeps to the quota of each, and says what each gets and what remains of its objective', () => {
    const municipalities = [{ code: 'W', min: 5, max: 7 }];
    const { municipalities: parts, areas } = answerSpread(setting, [], { ...ask, municipalities });
    // Stock 10, counted from 5: 25 of the 30 remain, and 7 of the 12 dwellings come.
    expect(parts).toEqual([
      { code: 'V', dwellings: 7, min: 0, max: null, remainingBefore: 25, remaining: 18 },
      { code: 'W', dwellings: 5, min: 5, max: 7, remainingBefore: null, remaining: null },
    ]);
    expect(areas.map(({ code, dwellings }) => [code, dwellings])).toEqual([
      ['A', 7],
      ['C', 5],
    ]);
  });

  it('counts what stays of an earlier plan in a locked area', () => {
    const [earlier] = planEdits([{ code: 'C', dwellings: 4, note: '' }], () => 'n');
    const municipalities = [{ code: 'W', min: 6, max: 6 }];
    const answer = answerSpread(setting, [earlier!, lock('C')], { ...ask, municipalities });
    expect(answer.keptDwellings).toBe(4);
    expect(answer.municipalities[1]).toMatchObject({ code: 'W', dwellings: 6 });
    expect(() =>
      answerSpread(setting, [earlier!, lock('C')], {
        ...ask,
        municipalities: [{ code: 'W', min: 0, max: 3 }],
      }),
    ).toThrow('Locked areas of municipality W hold 4 dwellings of the plan already');
  });

  it('refuses a municipality that is not there or is named twice, and minima beyond the number', () => {
    const asked = (...municipalities: { code: string; min: number; max: number | null }[]) =>
      answerSpread(setting, [], { ...ask, municipalities });
    expect(() => asked({ code: 'Z', min: 0, max: 1 })).toThrow('No area of the scope lies in municipality Z');
    const twice = { code: 'V', min: 0, max: null };
    expect(() => asked(twice, twice)).toThrow('Municipality V has two quotas');
    expect(() => asked({ code: 'V', min: 8, max: null }, { code: 'W', min: 5, max: null })).toThrow(
      'No plan meets all of: 12 new dwellings, at least 8 in V, at least 5 in W',
    );
    expect(() =>
      answerSpread({ ...setting, objective: null }, [], { ...ask, municipalities: [twice] }),
    ).toThrow('lie in no municipality');
  });
});

describe('A plan by another way', () => {
  it('takes the best number of a range', () => {
    const two = {
      ...setting,
      codes: ['A', 'B'],
      group: Float64Array.of(0, 10),
      total: Float64Array.of(20, 30),
    };
    const range = { ...ask, dwellings: 2, dwellingsMost: 11 };
    expect(answerSpread({ ...two, objective: null }, [], range)).toMatchObject({
      dwellings: 10,
      optimal: true,
    });
  });

  it('converts as edits that convert, and moves as edits that move, around what is locked', () => {
    const converted = answerSpread(setting, [], { ...ask, way: 'convert' });
    expect(converted.areas.map(({ code }) => code)).toContain('A');
    expect(converted.dwellings).toBeLessThanOrEqual(12);
    const edits = planEdits(
      converted.areas.map(area => ({ ...area, note: '' })),
      () => 'n',
      'convert',
    );
    expect(edits[0]).toMatchObject({ kind: 'convert', id: 'plan-n', place: { areas: ['A'] } });

    const moved = answerSpread(setting, [lock('D')], { ...ask, way: 'move' });
    // Nothing leaves D, which is locked; C has most of what may leave, and A has none.
    const byCode = new Map(moved.areas.map(({ code, dwellings }) => [code, dwellings]));
    expect(byCode.get('D')).toBeUndefined();
    expect(byCode.get('C')).toBeLessThan(0);
    expect(byCode.get('A')).toBeGreaterThan(0);
    const moves = planEdits(
      moved.areas.map(area => ({ ...area, note: '' })),
      () => 'n',
      'move',
    );
    expect(moves[0]).toMatchObject({ kind: 'move', to: 'A', from: 'C' });
    const sums = new Map<string, number>();
    for (const edit of moves) {
      if (edit.kind !== 'move') continue;
      const dwellings = edit.social.unspecified!;
      sums.set(edit.from, (sums.get(edit.from) ?? 0) - dwellings);
      sums.set(edit.to, (sums.get(edit.to) ?? 0) + dwellings);
    }
    expect(sums).toEqual(byCode);
    expect(besideSpread(setting, [], { ...ask, way: 'move' }).own).toBe(converted.before);
  });

  it('gives each index of an objective of two', () => {
    const { indices, after } = answerSpread(setting, [], { ...ask, objective: 'dissimilarity,isolation' });
    expect(indices.map(({ id }) => id)).toEqual(['dissimilarity', 'isolation']);
    expect(indices[0]!.after).toBe(after);
  });
});

describe('What stands beside a plan', () => {
  it('is the scenario as it is, two plain plans, and the same dwellings as the projects lie now', () => {
    const own = [
      addDwellings({ id: 'p1', areas: ['D'], socialPerArea: 3 }),
      addDwellings({ id: 'p2', areas: ['C'], socialPerArea: 1 }),
    ];
    const { yardsticks, own: now } = besideSpread(setting, own, ask);
    expect(yardsticks.map(({ id }) => id)).toEqual(['proportional', 'largest-sites', 'current']);
    const index = (...counts: [number, number][]) => {
      const [x, y] = [0, 1].map(k => counts.reduce((sum, count) => sum + count[k]!, 0));
      return 1 - counts.reduce((sum, count) => sum + Math.sqrt(count[0] * count[1]), 0) / Math.sqrt(x! * y!);
    };
    expect(now).toBeCloseTo(index([0, 100], [10, 90], [21, 80], [33, 70]), 12);
    // Twelve as three to one: nine in D and three in C, on top of what the projects have.
    expect(yardsticks[2]!.value).toBeCloseTo(index([0, 100], [10, 90], [24, 80], [42, 70]), 12);
    expect(besideSpread(setting, [], ask).yardsticks).toHaveLength(2);
  });

  it('weighs against poverty, the way to a place to play, or a cost, leaving out areas without', () => {
    const poverty = besideSpread(setting, [], ask).frontier!;
    expect(poverty).toMatchObject({ against: 'child_poverty', withoutFigure: 1 });
    expect(poverty.points.at(-1)!.values[1]).toBeCloseTo(0.1, 12);
    const play = besideSpread(setting, [], { ...ask, against: 'play_distance' }).frontier!;
    // All in D, which has the place itself.
    expect(play.points.at(-1)).toMatchObject({ areas: [{ code: 'D', dwellings: 12 }] });
    expect(play.points.at(-1)!.values[1]).toBeCloseTo(0, 3);
    const costs = [
      { code: 'V', cost: 250_000 },
      { code: 'C', cost: 200_000 },
    ];
    const cost = besideSpread(setting, [], { ...ask, against: 'dwelling_cost', costs }).frontier!;
    expect(cost).toMatchObject({ withoutFigure: 1 });
    expect(cost.points.at(-1)).toMatchObject({ values: [expect.anything(), 200_000] });
    expect(besideSpread(setting, [], { ...ask, against: 'meeting_distance' }).frontier).toBeNull();
    expect(() =>
      besideSpread(setting, [], { ...ask, against: 'dwelling_cost', costs: [{ code: 'Q', cost: 1 }] }),
    ).toThrow('There is no area or municipality Q');
  });
});
