import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAim, meanAim } from '../../../core/spreading/aims.ts';
import { frontierOf } from '../../../core/spreading/frontier.ts';
import type { SpreadProblem } from '../../../core/spreading/types.ts';
import { everyPlan, problemOf, smallProblem } from './problems.ts';

const measurable = (problem: SpreadProblem): boolean =>
  problem.total.some((t, i) => t > problem.group[i]!) && everyPlan(problem).length > 0;

describe('A frontier between two aims', () => {
  it('holds every plan that some weighing of both makes best, and no plan that another betters in both', () => {
    fc.assert(
      fc.property(
        smallProblem.filter(measurable),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 5, maxLength: 5 }),
        (problem, metres) => {
          const first = indexAim(problem, 'hutchens');
          const second = meanAim(problem, 'metres', metres.slice(0, problem.codes.length));
          const { points, complete } = frontierOf(problem, first, second, 200);
          expect(complete).toBe(true);
          const all = everyPlan(problem).map(plan => [first.value(plan), second.value(plan)] as const);
          for (const { values } of points) {
            const betters = all.filter(
              other =>
                other[0] <= values[0] + 1e-12 &&
                other[1] <= values[1] + 1e-12 &&
                (other[0] < values[0] - 1e-9 || other[1] < values[1] - 1e-9),
            );
            expect(betters).toEqual([]);
          }
          // Each plan lies on or above every line through two neighbours.
          for (let i = 0; i + 1 < points.length; i++) {
            const [a, b] = [points[i]!.values, points[i + 1]!.values];
            const [w, v] = [a[1] - b[1], b[0] - a[0]];
            for (const plan of all) {
              expect(w * plan[0] + v * plan[1]).toBeGreaterThanOrEqual(w * a[0] + v * a[1] - 1e-9);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('by hand: two areas, one even and far, one near', () => {
    // Two dwellings. Even asks for one each (others 9 and 9); near for both in the second.
    const problem = problemOf(
      [
        [1, 10],
        [1, 10],
      ],
      2,
    );
    const { points } = frontierOf(
      problem,
      indexAim(problem, 'hutchens'),
      meanAim(problem, 'metres', [400, 100]),
      25,
    );
    expect(points.map(({ allocation, values }) => [[...allocation], values[1]])).toEqual([
      [[1, 1], 250],
      [[0, 2], 100],
    ]);
    expect(points[0]!.values[0]).toBeCloseTo(0, 12);
    expect(points[1]!.values[0]).toBeCloseTo(1 - (Math.sqrt(9) + Math.sqrt(27)) / Math.sqrt(4 * 18), 12);
  });

  it('has one plan where both aims agree, and names an area without the figure', () => {
    const problem = problemOf(
      [
        [1, 10],
        [9, 10],
      ],
      3,
    );
    const index = indexAim(problem, 'hutchens');
    expect(frontierOf(problem, index, meanAim(problem, 'metres', [1, 9]), 25).points).toHaveLength(1);
    expect(() => meanAim(problem, 'metres', [1, Number.NaN])).toThrow('Area A2 has no metres');
    expect(() => indexAim(problem, 'gini')).toThrow('no sum over areas');
    expect(() => frontierOf(problem, index, index, 1)).toThrow('2 to 200');
  });
});
