import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../core/scenario/edit.ts';
import { addDwellings, newAreaEdit } from '../../../core/scenario/edits.ts';
import { reasonsOf } from '../../../core/spreading/reasons.ts';
import {
  isOfPlan,
  keptEdits,
  planEdits,
  type SpreadAsk,
  scenarioProblem,
} from '../../../core/spreading/scenario.ts';
import { spread } from '../../../core/spreading/spread.ts';

/** Four areas of 100 dwellings, of which the last lies outside the scope. */
const setting = {
  codes: ['A', 'B', 'C', 'D'],
  group: Float64Array.of(0, 10, 20, 5),
  total: Float64Array.of(100, 100, 100, 100),
  scope: Int32Array.of(0, 1, 2),
};
const ask: SpreadAsk = { dwellings: 12, objective: 'hutchens', perArea: null, maxShare: null, minProject: 1 };

const build = (area: string, dwellings: number): Edit =>
  addDwellings({ id: `own-${area}`, areas: [area], socialPerArea: dwellings });

describe('A scenario as a problem of spreading', () => {
  it('looks at its scope, on the counts that its edits leave', () => {
    const { problem } = scenarioProblem(setting, [build('B', 4), build('D', 9)], ask);
    expect(problem.codes).toEqual(['A', 'B', 'C']);
    expect([...problem.group]).toEqual([0, 14, 20]);
    expect([...problem.total]).toEqual([100, 104, 100]);
    expect(problem.limits).toEqual([]);
  });

  it('keeps locked and excluded areas free, and takes what is built off a capacity', () => {
    const edits: Edit[] = [
      newAreaEdit('lock', { id: 'l', areas: ['A', 'D'], dwellings: 0 }),
      newAreaEdit('exclude', { id: 'x', areas: ['C'], dwellings: 0 }),
      newAreaEdit('capacity', { id: 'c', areas: ['B', 'C'], dwellings: 6 }),
      build('B', 4),
    ];
    const { limits } = scenarioProblem(setting, edits, { ...ask, perArea: 9, maxShare: 0.2 }).problem;
    expect(limits.map(({ id, most }) => [id, ...most])).toEqual([
      ['locked', 0, Infinity, Infinity],
      ['excluded', Infinity, Infinity, 0],
      ['capacity', Infinity, 2, 6],
      ['per-area', 9, 9, 9],
      // (0 + 25) / 125 and (14 + 8) / 112 are within a fifth; the third is there already.
      ['max-share', 25, 8, 0],
    ]);
  });

  it('replaces an earlier plan but for what is locked, which counts in what was asked', () => {
    const { problem } = scenarioProblem(setting, [build('B', 1)], ask);
    const areas = reasonsOf(problem, 'hutchens', spread(problem, 'hutchens').allocation);
    const plan = planEdits(
      areas.map(({ area, dwellings }) => ({ code: problem.codes[area]!, dwellings, note: 'why' })),
      () => 'n1',
    );
    expect(plan).toMatchObject([
      { id: 'plan-n1', place: { areas: ['A'] }, social: { unspecified: 12 }, note: 'why' },
    ]);
    expect(plan.every(isOfPlan)).toBe(true);

    const halved: Edit = { ...plan[0]!, social: { unspecified: 5 } };
    const lock = newAreaEdit('lock', { id: 'l', areas: ['A'], dwellings: 0 });
    const again = scenarioProblem(setting, [build('B', 1), halved, lock], ask);
    expect(keptEdits([build('B', 1), halved, lock]).map(edit => edit.id)).toEqual(['own-B', halved.id, 'l']);
    expect(again.keptDwellings).toBe(5);
    expect(again.problem.dwellings).toBe(7);
    expect([...again.problem.group]).toEqual([5, 11, 20]);

    // A plan of another way stays.
    expect(keptEdits([halved], 'move')).toEqual([halved]);

    const free = scenarioProblem(setting, [build('B', 1), halved], ask);
    expect(keptEdits([build('B', 1), halved]).map(edit => edit.id)).toEqual(['own-B']);
    expect(free.problem.dwellings).toBe(12);
    expect(() => scenarioProblem(setting, [halved, lock], { ...ask, dwellings: 5 })).toThrow(
      'Locked areas hold 5 dwellings of the plan already',
    );
  });
});
