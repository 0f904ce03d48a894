import { describe, expect, it } from 'vitest';
import { evaluateScenario } from '../../../core/scenario/evaluate.ts';
import { panelFigures } from '../../../core/scenario/figures.ts';
import { add } from './example.ts';

const setting = {
  codes: ['A', 'B', 'C'],
  group: Float64Array.of(20, 10, 0),
  total: Float64Array.of(100, 100, 50),
  scope: null,
  hectares: Float64Array.of(10, 20, 20),
  poverty: Float64Array.of(0.3, 0.1, 0.2),
};
const edits = [
  { ...add('e', ['C'], 0, 10), social: { '3': 5, unspecified: 5 } },
  { ...add('off', ['A'], 50), enabled: false },
];

describe('the figures of a scenario as one list', () => {
  const figures = panelFigures(evaluateScenario({ ...setting, edits }));
  const byId = Object.fromEntries(figures.map(one => [one.id, one]));
  const numbers = (id: string) => [byId[id]?.before, byId[id]?.after, byId[id]?.difference];

  it('have before, after and difference, reckoned by hand', () => {
    expect(numbers('social_dwellings')).toEqual([30, 40, 10]);
    expect(numbers('dwellings')).toEqual([250, 270, 20]);
    expect(numbers('social_density')).toEqual([30 / 50, 40 / 50, expect.closeTo(0.2, 12)]);
    expect(numbers('social_share')).toEqual([0.12, 40 / 270, expect.closeTo(40 / 270 - 0.12, 12)]);
    // 20 of 100, 10 of 100 and 10 of 70: none has more than a fifth.
    expect(numbers('areas_above')).toEqual([0, 0, 0]);
    expect(numbers('poverty_exposure')).toEqual([
      expect.closeTo(7 / 30, 12),
      expect.closeTo(9 / 40, 12),
      expect.closeTo(9 / 40 - 7 / 30, 12),
    ]);
    expect(numbers('poverty_exposure_new')).toEqual([null, 0.2, null]);
    expect(numbers('social_built')).toEqual([0, 10, 10]);
    expect(numbers('private_built')).toEqual([0, 10, 10]);
    // All five of known size have three bedrooms; two children each by the product's own rule.
    expect(numbers('family_share')).toEqual([null, 1, null]);
    expect(numbers('children')).toEqual([0, 10, 10]);
  });

  it('have an id each', () => {
    expect(new Set(figures.map(one => one.id)).size).toBe(figures.length);
  });

  it('have no value where the data have none', () => {
    const { hectares: _, poverty: __, ...bare } = setting;
    const found = panelFigures(evaluateScenario({ ...bare, edits: [] }));
    for (const id of ['social_density', 'poverty_exposure', 'poverty_exposure_new', 'family_share'])
      expect(found.find(one => one.id === id)).toMatchObject({ before: null, after: null, difference: null });
  });
});
