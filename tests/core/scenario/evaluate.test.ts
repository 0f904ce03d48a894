import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editApplier } from '../../../core/scenario/apply.ts';
import { evaluateScenario, scenarioEvaluator } from '../../../core/scenario/evaluate.ts';
import { add } from './example.ts';

const codes = ['A', 'B', 'C'];
const baseline = { codes, group: Float64Array.of(1, 3, 0), total: Float64Array.of(10, 10, 0) };

describe('new dwellings', () => {
  it('count in the social dwellings and in all dwellings, and leave the baseline as it was', () => {
    const applied = editApplier(baseline)([add('e', ['A', 'C'], 4, 6)]);
    expect([...applied.group]).toEqual([5, 3, 4]);
    expect([...applied.total]).toEqual([20, 10, 10]);
    expect([...baseline.group]).toEqual([1, 3, 0]);
    expect([...baseline.total]).toEqual([10, 10, 0]);
  });

  it('in an area that is not there are listed and count for nothing', () => {
    const applied = editApplier(baseline)([add('e', ['Z', 'A'], 1), add('f', ['Y', 'Z'], 1)]);
    expect(applied.unknownAreas).toEqual(['Z', 'Y']);
    expect([...applied.group]).toEqual([2, 3, 0]);
  });
});

describe('a scenario of ten social dwellings in an area of ten with one, by hand', () => {
  // Before: X = 4, T = 20, D = 5/16. After: x = 11, 3; t = 20, 10; X = 14, Y = 16; ½(|11/14 − 9/16| + |3/14 − 7/16|) = 25/112.
  const result = evaluateScenario({
    ...baseline,
    scope: null,
    indices: ['dissimilarity', 'social_share', 'isolation'],
    edits: [add('e', ['A'], 10)],
  });

  it('has the figures before and after', () => {
    expect(result.before).toMatchObject({ zones: 2, dropped: 1, social: 4, total: 20 });
    expect(result.after).toMatchObject({ zones: 2, dropped: 1, social: 14, total: 30 });
    expect(result.before.indices.dissimilarity).toEqual({ value: 5 / 16 });
    expect(result.after.indices.dissimilarity).toEqual({ value: expect.closeTo(25 / 112, 14) });
    expect(result.difference).toEqual({
      dissimilarity: expect.closeTo(25 / 112 - 5 / 16, 14),
      social_share: expect.closeTo(14 / 30 - 4 / 20, 14),
      isolation: expect.closeTo((11 * 11) / 20 / 14 + (3 * 3) / 10 / 14 - 0.25, 14),
    });
  });

  it('has the dwellings of every area before and after', () => {
    const { index, socialBefore, totalBefore, socialAfter, totalAfter } = result.areas;
    expect([...index]).toEqual([0, 1, 2]);
    expect([...socialBefore]).toEqual([1, 3, 0]);
    expect([...totalBefore]).toEqual([10, 10, 0]);
    expect([...socialAfter]).toEqual([11, 3, 0]);
    expect([...totalAfter]).toEqual([20, 10, 0]);
  });

  it('shows the panel when no indices are named', () => {
    expect(Object.keys(evaluateScenario({ ...baseline, scope: null, edits: [] }).difference)).toEqual([
      'dissimilarity',
      'isolation',
      'social_share',
      'top_decile_share',
    ]);
  });
});

describe('a scope', () => {
  it('leaves out the areas and the edits outside it', () => {
    const result = evaluateScenario({
      ...baseline,
      scope: Int32Array.of(1, 2),
      edits: [add('outside', ['A'], 50), add('inside', ['C'], 2, 3)],
    });
    expect(result.before).toMatchObject({ zones: 1, dropped: 1, social: 3, total: 10 });
    expect(result.after).toMatchObject({ zones: 2, dropped: 0, social: 5, total: 15 });
    expect([...result.areas.index]).toEqual([1, 2]);
    expect([...result.areas.totalAfter]).toEqual([10, 5]);
  });

  it('needs counts inside it only', () => {
    const incomplete = { codes, group: Float64Array.of(Number.NaN, 3, 1), total: Float64Array.of(10, 10, 5) };
    expect(() => evaluateScenario({ ...incomplete, scope: null, edits: [] })).toThrow('Area A has no count');
    expect(evaluateScenario({ ...incomplete, scope: Int32Array.of(1, 2), edits: [] }).before.social).toBe(4);
  });

  it('without a social dwelling has no difference until it gets one', () => {
    const none = { codes, group: Float64Array.of(0, 0, 0), total: Float64Array.of(10, 10, 5) };
    const result = evaluateScenario({ ...none, scope: null, edits: [add('e', ['A'], 5)] });
    expect(result.before.indices.dissimilarity).toMatchObject({ undefined: true, code: 'group-nobody' });
    expect(result.after.indices.dissimilarity).toHaveProperty('value');
    expect(result.difference).toMatchObject({ dissimilarity: null, social_share: 5 / 30 });
  });
});

describe('whatever the areas and the edits', () => {
  const counts = fc.array(fc.record({ social: fc.nat(300), other: fc.nat(900) }), {
    minLength: 1,
    maxLength: 25,
  });
  const drafts = fc.array(
    fc.record({
      at: fc.array(fc.nat(40), { minLength: 1 }),
      social: fc.nat(200),
      other: fc.nat(200),
      enabled: fc.boolean(),
    }),
    { maxLength: 12 },
  );

  /** A setting and edits on it; some of the areas the edits name do not exist. */
  const cases = fc.tuple(counts, drafts).map(([areas, list]) => {
    const edits = list.map(({ at, social, other, enabled }, i) => {
      const edit = add(`e${i}`, [...new Set(at)].map(String), social, other);
      const areas = [...new Set(at)].map(String);
      return {
        ...edit,
        place: { kind: 'areas' as const, areas, split: 'each' as const },
        social: { unspecified: social },
        enabled,
      };
    });
    const setting = {
      codes: areas.map((_, i) => String(i)),
      group: Float64Array.from(areas, ({ social }) => social),
      total: Float64Array.from(areas, ({ social, other }) => social + other),
      scope: null,
    };
    return { setting, edits };
  });

  it('no edits make no difference', () => {
    fc.assert(
      fc.property(cases, ({ setting }) => {
        const { before, after, difference } = evaluateScenario({ ...setting, edits: [] });
        expect(after).toEqual(before);
        for (const each of Object.values(difference)) expect(each === null || each === 0).toBe(true);
      }),
    );
  });

  it('the order of additions makes no difference, to the last bit', () => {
    fc.assert(
      fc.property(cases, ({ setting, edits }) => {
        const { unknownAreas: _, problems: __, ...forwards } = evaluateScenario({ ...setting, edits });
        expect(evaluateScenario({ ...setting, edits: edits.toReversed() })).toMatchObject(forwards);
      }),
    );
  });

  it('an edit that is switched off is as good as absent', () => {
    fc.assert(
      fc.property(cases, ({ setting, edits }) => {
        expect(evaluateScenario({ ...setting, edits })).toEqual(
          evaluateScenario({ ...setting, edits: edits.filter(edit => edit.enabled) }),
        );
      }),
    );
  });

  it('an evaluator that is kept answers as one that is made anew', () => {
    fc.assert(
      fc.property(cases, ({ setting, edits }) => {
        const evaluate = scenarioEvaluator(setting);
        for (let n = 0; n <= edits.length; n++)
          expect(evaluate(edits.slice(0, n))).toEqual(
            evaluateScenario({ ...setting, edits: edits.slice(0, n) }),
          );
      }),
    );
  });

  it('every dwelling added to a known area is counted once', () => {
    fc.assert(
      fc.property(cases, ({ setting, edits }) => {
        const { before, after } = evaluateScenario({ ...setting, edits });
        const known = new Set(setting.codes);
        let social = 0;
        let total = 0;
        for (const edit of edits.filter(({ enabled }) => enabled)) {
          const areas = edit.place.areas.filter(code => known.has(code)).length;
          social += areas * edit.social.unspecified;
          total += areas * (edit.social.unspecified + edit.private);
        }
        expect(after.social - before.social).toBe(social);
        expect(after.total - before.total).toBe(total);
      }),
    );
  });
});
