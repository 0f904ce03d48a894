import { classBreaks } from '../../core/areas/classes.ts';
import { dissimilarity, gini } from '../../core/concentration/evenness.ts';
import { marginalEffects } from '../../core/concentration/marginal.ts';
import { measureConcentration } from '../../core/concentration/measure.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { addDwellings } from '../../core/scenario/edits.ts';
import { scenarioEvaluator } from '../../core/scenario/evaluate.ts';
import { parseScenario } from '../../core/scenario/parse.ts';
import { indexAim, meanAim } from '../../core/spreading/aims.ts';
import { frontierOf } from '../../core/spreading/frontier.ts';
import { spread } from '../../core/spreading/spread.ts';

export type BenchResult = { name: string; value: number; unit: string; note?: string };

const AREAS = 10_000;
const EDITS = 500;

/** Times the hot paths of the core on 10,000 synthetic areas, in milliseconds, one thread. */
export async function bench(): Promise<BenchResult[]> {
  const areas = syntheticAreas(AREAS);
  const { codes, group, total } = areas;
  const counts = { group, total };
  const edits = Array.from({ length: EDITS }, (_, i) =>
    edit(`e${i}`, [codes[(i * 37) % AREAS]!], 1 + (i % 40)),
  );
  const wide = edits.map((each, i) => edit(each.id, codes.slice(i, i + 1_000), 2));
  const evaluate = scenarioEvaluator({ ...areas, scope: null });
  const evaluateWide = scenarioEvaluator({ ...areas, scope: null });
  evaluateWide(wide);
  const document = {
    format: 'buurtbalans-scenario',
    version: 1,
    id: 'bench',
    title: 'bench',
    note: '',
    createdAt: '2026-11-23T12:00:00Z',
    updatedAt: '2026-11-23T12:00:00Z',
    baseline: {
      region: 'bench',
      release: '0'.repeat(64),
      areasHash: '0'.repeat(64),
      level: 'sector',
      vintage: 2024,
      indicator: 'social_share',
      year: 2023,
      scope: null,
    },
    parameters: {},
    edits,
  };
  const share = group.map((social, i) => social / total[i]!);
  let step = 0;
  const lastEditMoves = (list: readonly Edit[]): Edit[] => {
    step++;
    return [...list.slice(0, -1), edit('moving', [codes[step % AREAS]!], step % 100)];
  };

  return [
    percentile95('core: a scenario of one edit re-evaluates the panel, p95', 200, () => {
      evaluate(lastEditMoves(edits.slice(0, 1)));
    }),
    percentile95(`core: the last of ${EDITS} edits changes, p95`, 200, () => {
      evaluate(lastEditMoves(edits));
    }),
    percentile95('core: the last of 500 edits of 1,000 areas each changes, p95', 50, () => {
      evaluateWide(lastEditMoves(wide));
    }),
    percentile95(`core: replay of ${EDITS} edits from a file (read, checked, evaluated), p95`, 20, () => {
      scenarioEvaluator({ ...areas, scope: null })(parseScenario(structuredClone(document)).edits);
    }),
    percentile95('core: every registered index from published counts, p95', 100, () => {
      measureConcentration({ codes, group, total });
    }),
    percentile95('core: ten more dwellings in every area, effect on Hutchens, p95', 100, () => {
      marginalEffects(counts, 'hutchens', 10);
    }),
    percentile95('core: dissimilarity alone, p95', 500, () => {
      dissimilarity.compute(counts);
    }),
    percentile95('core: Gini alone, p95', 100, () => {
      gini.compute(counts);
    }),
    percentile95('core: Jenks breaks, 7 classes, p95', 10, () => {
      classBreaks(share, 'jenks', 7);
    }),
  ].map(result => ({ ...result, note: `${AREAS.toLocaleString('en')} areas` }));
}

/** Areas and new dwellings; the last column asks for projects of at least so many. */
const SPREADS = [
  [1_000, 500, 1],
  [10_000, 5_000, 1],
  [10_000, 50_000, 1],
  [100_000, 50_000, 1],
  [1_000, 5_000, 10],
] as const;

/** Times a frontier of 25 plans on 10,000 areas, in milliseconds. */
function benchFrontier(): BenchResult {
  const areas = syntheticAreas(AREAS);
  const limits = [{ id: 'capacity', most: new Float64Array(AREAS).fill(60) }];
  const problem = { ...areas, dwellings: 5_000, limits, quotas: [] };
  const metres = areas.total.map((all, i) => ((all * 37 + i * 101) % 1_500) + 50);
  const aims = [indexAim(problem, 'hutchens'), meanAim(problem, 'metres', metres)] as const;
  const timed = percentile95('spreading: a frontier of 25 plans, p95', 5, () => {
    frontierOf(problem, ...aims, 25);
  });
  return { ...timed, note: '10,000 areas, 5,000 dwellings' };
}

/** Times `spread` on synthetic areas with room for 60 dwellings each, in milliseconds, with the gap it reaches. */
export async function benchSpreading(): Promise<BenchResult[]> {
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
  return [...plans, benchFrontier()];
}

function edit(id: string, areas: readonly string[], socialPerArea: number): Edit {
  return addDwellings({ id, areas, socialPerArea, otherPerArea: 3 });
}

/** Warms up with a tenth of the runs, so that the figure is of compiled code. */
function percentile95(name: string, runs: number, run: () => void): BenchResult {
  for (let i = 0; i < Math.ceil(runs / 10); i++) run();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { name, value: times[Math.ceil(runs * 0.95) - 1]!, unit: 'ms' };
}

/** Areas of 20 to 800 dwellings, most with few social ones and some with many (Park & Miller 1988 numbers). */
function syntheticAreas(size: number) {
  let state = 20_261_123;
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const total = Float64Array.from({ length: size }, () => 20 + Math.floor(780 * random()));
  const group = total.map(all => Math.floor(all * random() ** 6));
  const codes = Array.from({ length: size }, (_, i) => `S${String(i).padStart(5, '0')}`);
  return { codes, group, total };
}
