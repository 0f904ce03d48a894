import { describe, expect, it } from 'vitest';
import { chanceOfScenario } from '../../../core/scenario/chance.ts';
import { evaluateScenario } from '../../../core/scenario/evaluate.ts';
import { add } from './example.ts';

describe('what chance would give of an index', () => {
  // Before: one social dwelling in two areas of two dwellings. It lies in either, so that one area holds all of the
  // group and 1 of 3 of the others: dissimilarity ½ (1 − 1/3 + 2/3) = 2/3 and isolation 1/2, whatever chance does.
  const two = { codes: ['A', 'B'], group: Float64Array.of(1, 0), total: Float64Array.of(2, 2), scope: null };

  it('is the mean over every way the dwellings can lie', () => {
    // After: two social dwellings of five, two in A and three in B. Of the ten pairs one lies in A, three in B and six
    // across. Dissimilarity |x/2 − y/3| of A: all in A |1 − 0| = 1; none |0 − 2/3| = 2/3; one |1/2 − 1/3| = 1/6.
    const { areas } = evaluateScenario({ ...two, edits: [add('e', ['B'], 1)] });
    expect(chanceOfScenario(areas, ['dissimilarity', 'isolation'])).toEqual({
      dissimilarity: {
        before: expect.closeTo(2 / 3, 12),
        after: expect.closeTo((1 * 1 + 3 * (2 / 3) + 6 * (1 / 6)) / 10, 12),
        by: 'exact',
      },
      isolation: {
        before: expect.closeTo(0.5, 12),
        // All in A: 2/2 · 2/2 = 1. All in B: 2/2 · 2/3. One each: ½ · ½ + ½ · ⅓ = 5/12.
        after: expect.closeTo((1 + 3 * (2 / 3) + 6 * (5 / 12)) / 10, 12),
        by: 'exact',
      },
    });
  });

  it('is drawn, the same every time, where there is no closed form', () => {
    const { areas } = evaluateScenario({ ...two, edits: [] });
    const found = chanceOfScenario(areas, ['gini', 'top_decile_share']);
    // One dwelling in one of two areas alike: always 2/3 and everything in the top area.
    expect(found).toEqual({
      gini: { before: expect.closeTo(2 / 3, 12), after: expect.closeTo(2 / 3, 12), by: 'simulation' },
      top_decile_share: { before: 1, after: 1, by: 'simulation' },
    });
    expect(chanceOfScenario(areas, ['gini'])).toEqual({ gini: found.gini });
  });

  it('is left out where chance cannot change an index, null where it has no value, nothing of fractions', () => {
    const { areas } = evaluateScenario({ ...two, edits: [] });
    expect(chanceOfScenario(areas, ['social_share'])).toEqual({});
    const none = { ...areas, socialBefore: Float64Array.of(0, 0) };
    expect(chanceOfScenario(none, ['dissimilarity'])).toMatchObject({ dissimilarity: { before: null } });
    expect(chanceOfScenario({ ...areas, totalAfter: Float64Array.of(2.5, 2) }, ['dissimilarity'])).toEqual(
      {},
    );
  });
});
