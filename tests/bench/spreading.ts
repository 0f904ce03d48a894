import { weightsFromLists } from '../../core/areas/weights.ts';
import { loadSolver } from '../../core/solver/highs.ts';
import { indexAim, meanAim } from '../../core/spreading/aims.ts';
import { sitesOfAreas } from '../../core/spreading/coupled/sites.ts';
import { spreadCoupled } from '../../core/spreading/coupled/solve.ts';
import { frontierOf } from '../../core/spreading/frontier.ts';
import { smoothingOf } from '../../core/spreading/smoothed-dissimilarity.ts';
import { spread } from '../../core/spreading/spread.ts';
import { spreadInSpace } from '../../core/spreading/spread-in-space.ts';
import { spreadTolerating } from '../../core/spreading/tolerance.ts';
import { type BenchResult, percentile95, syntheticAreas } from './core.ts';

const AREAS = 10_000;

/** Areas and new dwellings; the last column asks for projects of at least so many. */
const SPREADS = [
  [1_000, 500, 1],
  [10_000, 5_000, 1],
  [10_000, 50_000, 1],
  [100_000, 50_000, 1],
  [1_000, 5_000, 10],
] as const;

/** Times a frontier of 25 plans on 10,000 areas, in milliseconds, in projects of a smallest size or of any. */
function benchFrontier(minProject: number): BenchResult {
  const areas = syntheticAreas(AREAS);
  const limits = [{ id: 'capacity', most: new Float64Array(AREAS).fill(60) }];
  const problem = { ...areas, dwellings: 5_000, limits, quotas: [], minProject };
  const metres = areas.total.map((all, i) => ((all * 37 + i * 101) % 1_500) + 50);
  const aims = [indexAim(problem, 'hutchens'), meanAim(problem, 'metres', metres)] as const;
  const { points } = frontierOf(problem, ...aims, 25);
  const gap = Math.max(...points.map(point => point.gap));
  const projects = minProject > 1 ? ` in projects from ${minProject}` : '';
  const timed = percentile95(`spreading: a frontier of ${points.length} plans${projects}, p95`, 3, () => {
    frontierOf(problem, ...aims, 25);
  });
  return { ...timed, note: `10,000 areas, 5,000 dwellings, largest gap ${gap.toExponential(1)}` };
}

/**
 * Times the solver on 1,000 candidate sites with smallest projects of 5 to 15 dwellings, a price each, and a budget that
 * binds, to a gap of 0.1 %, in milliseconds.
 */
async function benchSolver(): Promise<BenchResult[]> {
  const solver = await loadSolver();
  const size = 1_000;
  const dwellings = 2_000;
  const areas = syntheticAreas(size);
  const column = (value: (i: number) => number) => Float64Array.from(areas.codes, (_, i) => value(i));
  const sites = {
    ...sitesOfAreas(areas.codes),
    least: column(i => 5 + ((i * 31) % 11)),
    eurosPerDwelling: column(i => 180_000 + ((i * 7_919) % 91) * 1_000),
    eurosPerProject: column(i => 50_000 + ((i * 104_729) % 31) * 10_000),
  };
  const limits = [{ id: 'capacity', most: column(i => 20 + ((i * 13) % 41)) }];
  const coupling = {
    sites,
    budgetEuros: dwellings * 225_000,
    maxProjects: null,
    types: [],
    perYear: null,
    play: null,
  };
  const problem = { ...areas, dwellings, limits, quotas: [], coupling };
  return ['hutchens', 'dissimilarity'].map(objective => {
    let gap = 1;
    const name = `spreading: 1,000 sites with smallest projects and a budget, ${objective}, p95`;
    const timed = percentile95(name, 1, () => {
      gap = spreadCoupled(solver, problem, objective, { gap: 1e-3, secondsLimit: 60 }).gap;
    });
    return { ...timed, note: `2,000 dwellings, HiGHS, gap ${gap.toExponential(1)}` };
  });
}

/** Times the stage in space on a square grid of areas that touch by a side or a corner, in milliseconds, with the gap stated. */
function benchSpace(side: number): BenchResult {
  const size = side * side;
  const areas = syntheticAreas(size);
  const limits = [{ id: 'capacity', most: new Float64Array(size).fill(60) }];
  const problem = { ...areas, dwellings: size / 2, limits, quotas: [] };
  const near = [-1, 0, 1];
  const lists = Array.from({ length: size }, (_, i) =>
    near.flatMap(down =>
      near.flatMap(right => {
        const [row, column] = [Math.floor(i / side) + down, (i % side) + right];
        const outside = row < 0 || column < 0 || row >= side || column >= side || (down === 0 && right === 0);
        return outside ? [] : [row * side + column];
      }),
    ),
  );
  const queen = weightsFromLists(lists);
  const objective = 'smoothed_dissimilarity_queen';
  const smoothing = smoothingOf(objective, { queen, rook: queen }, [...areas.codes.keys()]);
  let gap = 1;
  const timed = percentile95(
    `spreading: ${problem.dwellings.toLocaleString('en')} dwellings in space, p95`,
    1,
    () => {
      gap = spreadInSpace(problem, objective, smoothing).gap;
    },
  );
  return { ...timed, note: `${size.toLocaleString('en')} areas, gap ${gap.toExponential(1)}` };
}

/** Times two in order of which the first may give 0.05 %, in milliseconds. */
function benchTolerance(): BenchResult {
  const areas = syntheticAreas(AREAS);
  const limits = [{ id: 'capacity', most: new Float64Array(AREAS).fill(60) }];
  const problem = { ...areas, dwellings: 5_000, limits, quotas: [] };
  const objective = 'hutchens~0.05%,herfindahl';
  const { gap } = spreadTolerating(problem, objective);
  const name = 'spreading: 5,000 dwellings, hutchens may give 0.05 % to herfindahl, p95';
  const timed = percentile95(name, 3, () => void spreadTolerating(problem, objective));
  return { ...timed, note: `10,000 areas, gap ${gap.toExponential(1)}` };
}

/** Times `spread` on synthetic areas with room for 60 dwellings each, in milliseconds, with the gap it reaches. */
export async function bench(): Promise<BenchResult[]> {
  const plans = SPREADS.flatMap(([size, dwellings, minProject]) => {
    const areas = syntheticAreas(size);
    const limits = [{ id: 'capacity', most: new Float64Array(size).fill(60) }];
    const problem = { ...areas, dwellings, limits, quotas: [], minProject };
    const objectives =
      minProject > 1 ? ['hutchens', 'isolation'] : ['hutchens', 'dissimilarity', 'largest_share'];
    return objectives.map(objective => {
      const { gap } = spread(problem, objective);
      const runs = size > 10_000 || minProject > 1 ? 5 : 20;
      const projects = minProject > 1 ? ` in projects from ${minProject}` : '';
      const name = `spreading: ${dwellings.toLocaleString('en')} dwellings${projects}, ${objective}, p95`;
      const timed = percentile95(name, runs, () => void spread(problem, objective));
      return { ...timed, note: `${size.toLocaleString('en')} areas, gap ${gap.toExponential(1)}` };
    });
  });
  const stages = [benchTolerance(), benchSpace(32), benchSpace(100)];
  return [...plans, ...stages, benchFrontier(1), benchFrontier(10), ...(await benchSolver())];
}
