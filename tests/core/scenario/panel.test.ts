import { describe, expect, it } from 'vitest';
import { evaluateScenario } from '../../../core/scenario/evaluate.ts';
import { povertyExposure } from '../../../core/scenario/exposure.ts';
import { areasAbove } from '../../../core/scenario/threshold.ts';
import { add } from './example.ts';

const { areas } = evaluateScenario({
  codes: ['A', 'B', 'C', 'D'],
  group: Float64Array.of(20, 10, 0, 0),
  total: Float64Array.of(100, 100, 100, 0),
  scope: null,
  indices: [],
  edits: [add('e', ['B', 'C'], 20), add('f', ['D'], 10)],
});

describe('areas over a threshold', () => {
  it('are counted before and after; one that lies on it is not over it', () => {
    // Before: 20, 10, 0 % and none. After: 20, 30/120, 20/120, 10/10.
    expect(areasAbove(areas, 0.2)).toEqual({ before: 0, after: 2 });
    expect(areasAbove(areas, 0.1)).toEqual({ before: 1, after: 4 });
  });
});

describe('child poverty around new dwellings', () => {
  it('is the mean of the areas by their new dwellings, beside that of the present ones', () => {
    const poverty = Float64Array.of(0.3, 0.1, 0.25, Number.NaN);
    expect(povertyExposure(areas, poverty)).toEqual({
      // (20 × 0.1 + 20 × 0.25) / 40 and (20 × 0.3 + 10 × 0.1) / 30; the ten in D have no index.
      ofNewDwellings: expect.closeTo(0.175),
      ofPresentDwellings: expect.closeTo(7 / 30),
      // (20 × 0.3 + 30 × 0.1 + 20 × 0.25) / 70, with what was there.
      ofDwellingsAfter: expect.closeTo(14 / 70),
      dwellingsWithout: 10,
    });
  });

  it('has no value where nothing is added or nothing is known', () => {
    const unknown = new Float64Array(4).fill(Number.NaN);
    expect(povertyExposure(areas, unknown)).toEqual({
      ofNewDwellings: null,
      ofPresentDwellings: null,
      ofDwellingsAfter: null,
      dwellingsWithout: 50,
    });
  });
});
