import { describe, expect, it } from 'vitest';
import type { ScenarioResults } from '../../../core/scenario/document.ts';
import { evaluateScenario } from '../../../core/scenario/evaluate.ts';
import { figureMethod, figureMore, figureTitle } from '../../../core/scenario/figure-methods.ts';
import { panelFigures } from '../../../core/scenario/figures.ts';
import { scenarioJsonSchema } from '../../../core/scenario/json-schema.ts';
import { parseScenario } from '../../../core/scenario/parse.ts';
import { checkResults, resultsOf, withoutResults } from '../../../core/scenario/results.ts';
import { add, scenario } from './example.ts';

const release = 'a'.repeat(64);
const edits = [add('e', ['A'], 10)];
const figures = panelFigures(
  evaluateScenario({
    codes: ['A', 'B', 'C'],
    group: Float64Array.of(1, 3, 0),
    total: Float64Array.of(10, 10, 0),
    hectares: Float64Array.of(2, 2, 1),
    scope: null,
    edits,
  }),
);
const computed = { release, version: '1.0.0', figures };
const written = (): ScenarioResults => resultsOf(scenario(edits), computed, '2026-11-24T10:00:00Z');

describe('the results in a scenario file', () => {
  it('say what was computed, when, on what and by which version, and are read back with the file', () => {
    const file = JSON.parse(JSON.stringify({ ...scenario(edits), results: written() }));
    const read = parseScenario(file);
    expect(read.results).toMatchObject({ release, version: '1.0.0', computedAt: '2026-11-24T10:00:00Z' });
    // 4 of 20 before; ten more in A.
    expect(read.results?.figures).toContainEqual({
      id: 'social_dwellings',
      unit: 'count',
      before: 4,
      after: 14,
      difference: 10,
    });
    expect(withoutResults(read)).toEqual(scenario(edits));
    expect(scenarioJsonSchema()).toMatchObject({ properties: { results: { type: 'object' } } });
  });

  it('are equal when computed again, also where a processor rounds the last digit otherwise', () => {
    expect(checkResults(written(), computed)).toMatchObject({
      equal: true,
      differences: [],
      releaseChanged: false,
      versionChanged: false,
    });
    const rounded = { ...written() };
    rounded.figures = rounded.figures.map(figure => ({
      ...figure,
      after: figure.after === null ? null : figure.after * (1 + 2 ** -50),
    }));
    expect(checkResults(rounded, computed).equal).toBe(true);
  });

  it('that differ are named with how much, and with what may explain it', () => {
    const changed = written();
    changed.figures = changed.figures.map(figure =>
      figure.id === 'social_share' ? { ...figure, after: 0.4, difference: null } : figure,
    );
    const share = 14 / 30;
    expect(checkResults(changed, { ...computed, version: '2.0.0' })).toMatchObject({
      equal: false,
      versionChanged: true,
      differences: [
        {
          id: 'social_share',
          moment: 'after',
          inFile: 0.4,
          now: expect.closeTo(share, 12),
          by: expect.closeTo(share - 0.4, 12),
        },
        { id: 'social_share', moment: 'difference', inFile: null, by: null },
      ],
    });
  });

  it('hold no figure that is believed because it is not known here', () => {
    const more = written();
    more.figures.push({ id: 'of_later', unit: 'count', before: 0, after: 1, difference: 1 });
    expect(checkResults(more, computed)).toMatchObject({ equal: false, unknown: ['of_later'] });
  });

  it('with a member that is unknown or no number are refused by its name', () => {
    const wrong = (results: object) => () => parseScenario({ ...scenario(edits), results });
    expect(wrong({ ...written(), checked: true })).toThrow('results.checked is not a member');
    expect(wrong({ ...written(), figures: [{ ...written().figures[0], after: '14' }] })).toThrow(
      'results.figures[0].after',
    );
  });
});

it('every figure has a title and says how it is made', () => {
  for (const { id, title } of figures) {
    expect(figureTitle(id), id).toEqual(title);
    expect(figureMethod(id)?.nl, id).toBeTruthy();
  }
  // An index of space as well, which a scenario can have for its own.
  expect(figureTitle('moran_i')?.nl).toBeTruthy();
  expect(figureMore('play_reach')?.nl).toContain('omwegfactor');
  expect(figureMore('social_dwellings')).toBeNull();
  expect(figureMethod('of_later')).toBeNull();
});
