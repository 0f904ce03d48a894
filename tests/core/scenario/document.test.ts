import { describe, expect, it } from 'vitest';
import type { ProblemError } from '../../../core/problem.ts';
import { MAX_EDITS, SCENARIO_VERSION } from '../../../core/scenario/document.ts';
import { parseScenario } from '../../../core/scenario/parse.ts';
import { add, scenario } from './example.ts';

function problem(file: unknown): ProblemError {
  try {
    parseScenario(file);
  } catch (error) {
    return error as ProblemError;
  }
  throw new Error('the file was accepted');
}

function withEdit(change: object): unknown {
  return scenario([add('first', ['A'], 1), { ...add('second', ['A'], 1), ...change }]);
}

describe('a scenario file', () => {
  it('comes back from JSON as it was saved', () => {
    const saved = scenario([add('first', ['A', 'B'], 30, 10)]);
    expect(parseScenario(JSON.parse(JSON.stringify(saved)))).toEqual(saved);
  });

  it('may have no edits, no scope and the most edits there can be', () => {
    const empty = scenario();
    expect(parseScenario({ ...empty, baseline: { ...empty.baseline, scope: null } }).edits).toEqual([]);
    const most = Array.from({ length: MAX_EDITS }, (_, i) => add(`e${i}`, ['A'], 1));
    expect(parseScenario(scenario(most)).edits).toHaveLength(10_000);
  });
});

describe('a file that is refused', () => {
  it('is of another product', () => {
    expect(problem({ type: 'FeatureCollection', features: [] }).message).toBe(
      'This is not a scenario file of Buurtbalans: "format" is missing and must be "buurtbalans-scenario".',
    );
    for (const file of [null, 3, 'scenario', [], { format: 'ArcGIS' }])
      expect(problem(file).code).toBe('bad-input');
  });

  it('is of a future version', () => {
    const future = problem({ ...scenario(), version: SCENARIO_VERSION + 1, invented: 'later' });
    expect(future.message).toBe(
      'The scenario file has version 3 and this Buurtbalans reads up to 2; update Buurtbalans to open it.',
    );
  });

  it('has a negative, a fractional or no number of dwellings', () => {
    expect(problem(withEdit({ private: -3 })).message).toBe(
      'Scenario file: edits[1].private is -3 and must be >= 0.',
    );
    expect(problem(withEdit({ social: { '3': 2.5 } })).message).toBe(
      'Scenario file: edits[1].social[3] is 2.5 and must be integer.',
    );
    expect(problem(withEdit({ private: null })).message).toBe(
      'Scenario file: edits[1].private is null and must be integer.',
    );
    expect(problem(withEdit({ private: 1e9 })).message).toContain('must be <= 1000000');
  });

  it('has more than ten thousand edits', () => {
    const many = problem(scenario(Array.from({ length: MAX_EDITS + 1 }, (_, i) => add(`e${i}`, ['A'], 1))));
    expect(many.code).toBe('too-large');
    expect(many.message).toBe(
      'The scenario has 10001 edits and 10000 is the most; split it into several scenarios.',
    );
  });

  it('has a member that nobody knows, at any depth', () => {
    expect(problem({ ...scenario(), colour: 'red' }).message).toBe(
      'Scenario file: colour is not a member of a scenario file; remove it.',
    );
    expect(problem(withEdit({ bedrooms: 3 })).message).toBe(
      'Scenario file: edits[1].bedrooms is not a member of a scenario file; remove it.',
    );
    expect(problem({ ...scenario(), parameters: { walkingSpeed: 4 } }).message).toContain(
      'parameters.walkingSpeed',
    );
  });

  it('asks for an index that there is not, and is told which there are', () => {
    expect(problem({ ...scenario(), parameters: { index: 'ghetto' } }).message).toMatch(
      /^Scenario file: parameters\.index is "ghetto" and must be one of: dissimilarity, .*gini/,
    );
  });

  it('lacks a member or has one of the wrong kind', () => {
    const { baseline, ...rest } = scenario();
    expect(problem(rest).message).toBe('Scenario file: baseline is missing.');
    expect(problem({ ...rest, baseline: { ...baseline, level: 'street' } }).message).toContain(
      'baseline.level is "street"',
    );
    expect(problem({ ...rest, baseline: { ...baseline, scope: { level: 'province' } } }).message).toBe(
      'Scenario file: baseline.scope.code is missing.',
    );
    expect(problem(withEdit({ kind: 'paint' })).message).toBe(
      'Scenario file: edits[1].kind is "paint" and must be one of: build, convert, renovate, demolish, move, open-facility, change-facility, close-facility, lock, exclude, capacity.',
    );
    expect(problem({ ...scenario(), edits: [7] }).message).toContain('edits[0].kind is missing');
    expect(problem({ ...scenario(), edits: {} }).message).toBe(
      'Scenario file: edits is {} and must be array.',
    );
  });

  it('names an area or an edit twice', () => {
    expect(
      problem(withEdit({ place: { kind: 'areas', areas: ['A', 'B', 'A'], split: 'each' } })).message,
    ).toBe('Scenario file: edits[1].place.areas names "A" twice; name every area once.');
    expect(problem(withEdit({ id: 'first' })).message).toBe(
      'Scenario file: edits[1].id "first" stands there twice; every edit needs an id of its own.',
    );
  });
});

describe('a file of version 1', () => {
  it('opens as dwellings built in whole areas, the same numbers in each', () => {
    const added = { id: 'e', kind: 'add', areas: ['A', 'B'], socialPerArea: 30, otherPerArea: 10 };
    const { edits, ...rest } = scenario();
    const old = { ...rest, version: 1, edits: [{ ...added, note: 'by the park', enabled: false }] };
    expect(parseScenario(old)).toEqual({
      ...rest,
      edits: [{ ...add('e', ['A', 'B'], 30, 10), note: 'by the park', enabled: false }],
    });
  });

  it('that is wrong is refused as it would be in this version', () => {
    const old = { ...scenario(), version: 1, edits: [{ kind: 'add', id: 'e', bedrooms: 3 }] };
    expect(problem(old).message).toBe(
      'Scenario file: edits[0].bedrooms is not a member of a scenario file; remove it.',
    );
  });
});

describe('a drawing in a file', () => {
  const drawn = (coordinates: number[][]) =>
    withEdit({
      place: {
        kind: 'site',
        geometry: { type: 'Polygon', coordinates: [coordinates] },
        split: 'hand',
        parts: [],
      },
    });

  it('that crosses itself is refused, and is told where', () => {
    expect(
      problem(
        drawn([
          [3, 51],
          [4, 52],
          [4, 51],
          [3, 52],
          [3, 51],
        ]),
      ).message,
    ).toBe('Scenario file: edits[1].place.geometry crosses or touches itself near 3, 51; draw it anew.');
  });

  it('in metres is refused', () => {
    expect(
      problem(
        drawn([
          [104000, 190000],
          [104010, 190000],
          [104010, 190010],
          [104000, 190000],
        ]),
      ).message,
    ).toContain('edits[1].place');
  });
});
