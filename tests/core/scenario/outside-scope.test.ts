import { expect, it } from 'vitest';
import { addDwellings } from '../../../core/scenario/edits.ts';
import { outsideOf } from '../../../core/scenario/outside-scope.ts';
import { scenarioProblems } from '../../../core/scenario/problems.ts';

it('dwellings outside the scope are counted, with their edits; an edit that is off, and a code that does not exist, count for nothing', () => {
  const edits = [
    addDwellings({ id: 'one', areas: ['A1', 'B1', 'C1'], socialPerArea: 20 }),
    addDwellings({ id: 'two', areas: ['A2'], socialPerArea: 5 }),
    addDwellings({ id: 'three', areas: ['B1', 'gone'], socialPerArea: 1 }),
    { ...addDwellings({ id: 'off', areas: ['C1'], socialPerArea: 100 }), enabled: false },
  ];
  const problems = scenarioProblems(edits, {
    codes: new Set(['A1', 'A2', 'B1', 'C1']),
    scope: new Set(['A1', 'A2']),
    facilities: null,
    overdrawnAreas: [],
  });
  expect(outsideOf(edits, problems)).toEqual({
    codes: ['B1', 'C1'],
    edits: 2,
    dwellings: 20 + 20 + 1,
    added: 60 + 5 + 2,
  });
});
