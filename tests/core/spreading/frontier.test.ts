import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Aim, indexAim, meanAim } from '../../../core/spreading/aims.ts';
import { frontierOf } from '../../../core/spreading/frontier.ts';
import type { FrontierPoint } from '../../../core/spreading/frontier-point.ts';
import { paretoPlans } from '../../../core/spreading/pareto-plans.ts';
import type { SpreadProblem } from '../../../core/spreading/types.ts';
import { everyPlan, problemOf, smallProblem } from './problems.ts';

const measurable = (problem: SpreadProblem): boolean =>
  problem.total.some((t, i) => t > problem.group[i]!) && everyPlan(problem).length > 0;

describe('A frontier between two aims', () => {
  const metresOf = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 5, maxLength: 5 });

  /** Pairs of values that no other plan betters in both, each plan tried. */
  const bestPairs = (problem: SpreadProblem, first: Aim, second: Aim, least = 1): [number, number][] => {
    const all = everyPlan(problem)
      .filter(plan => plan.every(n => n === 0 || n >= least))
      .map((plan): [number, number] => [first.value(plan), second.value(plan)]);
    const best = all.filter(
      one =>
        !all.some(
          other =>
            other[0] <= one[0] + 1e-10 &&
            other[1] <= one[1] + 1e-10 &&
            (other[0] < one[0] - 1e-10 || other[1] < one[1] - 1e-10),
        ),
    );
    const once = new Map(best.map(pair => [pair.map(value => value.toFixed(9)).join(), pair]));
    return [...once.values()].sort((one, other) => one[0] - other[0]);
  };
  const expectAlike = (found: readonly FrontierPoint[], best: readonly [number, number][]) => {
    expect(found).toHaveLength(best.length);
    found.forEach(({ values }, at) => {
      expect(values[0]).toBeCloseTo(best[at]![0], 9);
      expect(values[1]).toBeCloseTo(best[at]![1], 9);
    });
  };

  it('is every plan that none betters in both, each of them tried, with a figure and with another index', () => {
    fc.assert(
      fc.property(smallProblem.filter(measurable), metresOf, fc.boolean(), (problem, metres, twoIndices) => {
        const first = indexAim(problem, 'hutchens');
        const second = twoIndices
          ? indexAim(problem, 'herfindahl')
          : meanAim(problem, 'metres', metres.slice(0, problem.codes.length));
        const { points, extent } = frontierOf(problem, first, second, 200);
        expect(extent).toBe('all');
        expectAlike(points, bestPairs(problem, first, second));
      }),
      { numRuns: 200 },
    );
  });

  it('is so with projects of a smallest size', () => {
    fc.assert(
      fc.property(
        smallProblem.filter(measurable),
        metresOf,
        fc.integer({ min: 2, max: 4 }),
        (problem, metres, least) => {
          const first = indexAim(problem, 'isolation');
          const second = meanAim(problem, 'metres', metres.slice(0, problem.codes.length));
          const best = bestPairs(problem, first, second, least);
          const asked = { ...problem, minProject: least };
          if (best.length === 0) expect(() => frontierOf(asked, first, second, 200)).toThrow(/plan/);
          else expectAlike(frontierOf(asked, first, second, 200).points, best);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('of many areas has only plans whose gap holds against every plan of the whole frontier', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 60 })), {
          minLength: 5,
          maxLength: 9,
        }),
        fc.integer({ min: 4, max: 12 }),
        fc.integer({ min: 1, max: 3 }),
        (areas, dwellings, minProject) => {
          const rows = areas.map(([social, other]) => [social, social + other] as const);
          const problem = { ...problemOf(rows, dwellings, { capacity: areas.map(() => 6) }), minProject };
          const first = indexAim(problem, 'hutchens');
          const second = meanAim(
            problem,
            'metres',
            areas.map(([, , metres]) => metres),
          );
          const every = paretoPlans(problem, first, second, 1e9)!;
          fc.pre(every.length > 0);
          // Without any work for every plan: as with many areas.
          const { points, extent } = frontierOf(problem, first, second, 25, 0);
          // Twenty-five plans that weighing found fill the frontier, and more may be had by it.
          const full = points.every(({ proof }) => proof === 'supported') && points.length === 25;
          if (!full) expect(extent).toBe(minProject === 1 ? 'lines' : 'part');
          for (const { values, gap, proof } of points) {
            const lowest = Math.min(
              ...every.filter(other => other.values[1] <= values[1] + 1e-9).map(other => other.values[0]),
            );
            expect(values[0] * (1 - gap)).toBeLessThanOrEqual(lowest + 1e-9);
            expect(values[0]).toBeGreaterThanOrEqual(lowest - 1e-9);
            if (proof === 'supported') expect(values[0]).toBeCloseTo(lowest, 8);
          }
          // Each plan lies on or above every line through two supported neighbours.
          const supported = points.filter(({ proof }) => proof === 'supported');
          for (let i = 0; extent === 'lines' && i + 1 < supported.length; i++) {
            const [a, b] = [supported[i]!.values, supported[i + 1]!.values];
            const [w, v] = [a[1] - b[1], b[0] - a[0]];
            for (const { values } of every)
              expect(w * values[0] + v * values[1]).toBeGreaterThanOrEqual(w * a[0] + v * a[1] - 1e-9);
          }
        },
      ),
      { numRuns: 40 },
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
