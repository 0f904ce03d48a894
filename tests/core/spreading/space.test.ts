import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightsFromLists } from '../../../core/areas/weights.ts';
import { countsAfter } from '../../../core/spreading/allocation.ts';
import { objectiveValue } from '../../../core/spreading/objectives.ts';
import { smoothedDissimilarity, smoothingOf } from '../../../core/spreading/smoothed-dissimilarity.ts';
import { spreadInSpace } from '../../../core/spreading/spread-in-space.ts';
import type { SpreadProblem } from '../../../core/spreading/types.ts';
import { everyPlan, problemOf, smallProblem } from './problems.ts';

/** Areas in a row, each beside the next; borders of 1, 2, 3 … metres. */
function row(size: number) {
  const lists = Array.from({ length: size }, (_, i) => [i - 1, i + 1].filter(j => j >= 0 && j < size));
  const queen = weightsFromLists(lists);
  const lengths = Float64Array.from(lists.flatMap((list, i) => list.map(j => Math.min(i, j) + 1)));
  return { queen, rook: { ...queen, values: lengths } };
}
const all = (size: number) => Array.from({ length: size }, (_, i) => i);

describe('Smoothed dissimilarity', () => {
  it('by hand: three areas in a row', () => {
    const { group, total } = problemOf(
      [
        [6, 6],
        [0, 6],
        [0, 6],
      ],
      1,
    );
    // Gaps 1, −½, −½. The ends keep half and give half to the middle, which keeps a third and gives a third to both.
    const queen = smoothingOf('smoothed_dissimilarity_queen', row(3), all(3));
    const [left, middle, right] = [1 / 2 - 1 / 6, 1 / 2 - 1 / 6 - 1 / 4, -1 / 4 - 1 / 6];
    expect(smoothedDissimilarity({ group, total }, queen)).toBeCloseTo(
      (Math.abs(left) + Math.abs(middle) + Math.abs(right)) / 2,
      12,
    );
    // By borders of 1 and 2 the middle gives 2/9 to the left and 4/9 to the right.
    const border = smoothingOf('smoothed_dissimilarity_border', row(3), all(3));
    const by = [1 / 2 - 1 / 9, 1 / 2 - 1 / 6 - 1 / 4, -1 / 4 - 2 / 9];
    expect(smoothedDissimilarity({ group, total }, border)).toBeCloseTo(
      by.reduce((sum, gap) => sum + Math.abs(gap), 0) / 2,
      12,
    );
  });

  it('is never above dissimilarity, and needs to know who touches whom', () => {
    fc.assert(
      fc.property(smallProblem, problem => {
        fc.pre(problem.group.some(x => x > 0) && problem.total.some((t, i) => t > problem.group[i]!));
        const smoothing = smoothingOf(
          'smoothed_dissimilarity_rook',
          row(problem.codes.length),
          all(problem.codes.length),
        );
        expect(smoothedDissimilarity(problem, smoothing)!).toBeLessThanOrEqual(
          objectiveValue('dissimilarity', problem)! + 1e-12,
        );
      }),
    );
    expect(() => smoothingOf('smoothed_dissimilarity_rook', null, [])).toThrow('needs the polygons');
  });
});

describe('A plan for smoothed dissimilarity', () => {
  const plan = (problem: SpreadProblem) => {
    const size = problem.codes.length;
    const smoothing = smoothingOf('smoothed_dissimilarity_queen', row(size), all(size));
    const value = (given: Float64Array) => smoothedDissimilarity(countsAfter(problem, given), smoothing)!;
    return { found: spreadInSpace(problem, 'smoothed_dissimilarity_queen', smoothing), value };
  };

  it('has a bound at or below every plan, and is itself one of them and no worse than it began', () => {
    fc.assert(
      fc.property(smallProblem, problem => {
        const plans = everyPlan(problem);
        fc.pre(plans.length > 0 && problem.total.some((t, i) => t > problem.group[i]!));
        const { found, value } = plan(problem);
        const lowest = Math.min(...plans.map(value));
        expect(found.bound).toBeLessThanOrEqual(lowest + 1e-12);
        expect(found.after).toBeGreaterThanOrEqual(lowest - 1e-12);
        expect(plans.map(one => one.join())).toContain(found.allocation.join());
      }),
      { numRuns: 300 },
    );
  });

  it('is bettered by no single exchange, and its bound is near', () => {
    const areas = Array.from({ length: 60 }, (_, i) => [(i * i * 7) % 41, 60 + ((i * 37) % 200)] as const);
    const problem = problemOf(areas, 120, { capacity: areas.map(() => 9) });
    const { found, value } = plan(problem);
    for (let from = 0; from < 60; from++) {
      for (let to = 0; to < 60; to++) {
        if (from === to || found.allocation[from] === 0 || found.allocation[to]! >= 9) continue;
        const other = found.allocation.slice();
        other[from]! -= 1;
        other[to]! += 1;
        expect(value(other)).toBeGreaterThanOrEqual(found.after - 1e-11);
      }
    }
    expect(found.gap).toBeGreaterThanOrEqual(0);
    expect(found.gap).toBeLessThan(0.05);
  });
});
