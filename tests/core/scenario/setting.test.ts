import { describe, expect, it } from 'vitest';
import { evaluateScenario } from '../../../core/scenario/evaluate.ts';
import { evaluationSetting } from '../../../core/scenario/setting.ts';
import { smallRegion, valueColumns } from '../areas/region.ts';
import { add } from './example.ts';

const tables = smallRegion();
const values = valueColumns('sector', [
  [1, 10],
  [5, 50],
  [3, 10],
  [4, 40],
  [2, 20],
]);
const baseline = {
  indicator: 'social_share',
  level: 'sector',
  year: 2023,
  scope: { level: 'municipality', code: 'M1' },
} as const;

describe('the baseline of a scenario', () => {
  it('is the numbers of the areas in its scope: M1 holds S1 and S3', () => {
    const result = evaluateScenario({
      ...evaluationSetting(baseline, tables, values),
      edits: [add('e', ['S1'], 10)],
    });
    expect([...result.areas.index]).toEqual([0, 2]);
    expect(result.before).toMatchObject({ zones: 2, social: 4, total: 20 });
    expect(result.after).toMatchObject({ social: 14, total: 30 });
    expect(result.before.indices.dissimilarity).toEqual({ value: 5 / 16 });
  });

  it('is the whole level without a scope', () => {
    const setting = evaluationSetting({ ...baseline, scope: null }, tables, values, { indices: ['gini'] });
    const result = evaluateScenario({ ...setting, edits: [] });
    expect(result.before).toMatchObject({ zones: 5, social: 15, total: 130 });
    expect(Object.keys(result.difference)).toEqual(['gini']);
  });

  it('cannot be a published ratio, nor values of another year or of other areas', () => {
    expect(() => evaluationSetting(baseline, tables, { ...values, basis: 'published_ratio' })).toThrow(
      'social_share 2023 was published as a ratio without its denominator; concentration needs numbers of dwellings.',
    );
    expect(() => evaluationSetting({ ...baseline, year: 2020 }, tables, values)).toThrow(
      'The scenario is about social_share of 2020 in 5 areas of level sector, and the values given are social_share of 2023',
    );
    expect(() => evaluationSetting(baseline, tables, valueColumns('sector', [[1, 2]]))).toThrow(
      'in 1 areas of level sector',
    );
  });
});
