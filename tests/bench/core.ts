import { classBreaks } from '../../core/areas/classes.ts';
import { type Contiguity, contiguityOf } from '../../core/areas/contiguity.ts';
import { outlinesOf } from '../../core/areas/outlines.ts';
import { dissimilarity, gini } from '../../core/concentration/evenness.ts';
import { marginalEffects } from '../../core/concentration/marginal/effects.ts';
import { measureConcentration } from '../../core/concentration/measure.ts';
import type { Counts } from '../../core/concentration/types.ts';
import { chanceOfScenario } from '../../core/scenario/chance.ts';
import { SCENARIO_INDICES } from '../../core/scenario/document.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { addDwellings } from '../../core/scenario/edits.ts';
import { scenarioEvaluator } from '../../core/scenario/evaluate.ts';
import type { Facility } from '../../core/scenario/facilities.ts';
import { parseScenario } from '../../core/scenario/parse.ts';
import { grid } from '../core/concentration/squares.ts';

export type BenchResult = { name: string; value: number; unit: string; note?: string };

const AREAS = 10_000;
const EDITS = 500;
const PLACES = 2_000;

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
  const around = surroundings(AREAS);
  const everything = scenarioEvaluator({ ...areas, ...around, scope: null });
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

  const opened = (at: number): Edit => ({
    id: 'place',
    kind: 'open-facility',
    title: '',
    functions: ['play'],
    geometry: { type: 'Point', coordinates: [around.reach.lon[at]!, around.reach.lat[at]!] },
    year: null,
    note: '',
    author: '',
    enabled: true,
  });
  const { areas: evaluated } = everything(edits);

  return [
    percentile95(`core: the last of ${EDITS} edits changes, every figure of the panel, p95`, 200, () => {
      everything(lastEditMoves(edits));
    }),
    percentile95('core: the same with the Gini coefficient as the chosen index, p95', 200, () => {
      everything(lastEditMoves(edits), { index: 'gini' });
    }),
    percentile95('core: the same with Moran’s I as the chosen index, p95', 200, () => {
      everything(lastEditMoves(edits), { index: 'moran_i' });
    }),
    percentile95('core: the same with spatial dissimilarity by border length, p95', 200, () => {
      everything(lastEditMoves(edits), { index: 'boundary_spatial_dissimilarity' });
    }),
    percentile95('core: what chance gives of Moran’s I, before and after, p95', 3, () => {
      chanceOfScenario(evaluated, ['moran_i'], around.contiguity);
    }),
    percentile95('core: an opened place is dragged, every figure of the panel, p95', 200, () => {
      everything([...edits, opened(step++ % AREAS)]);
    }),
    percentile95('core: another of 2,000 places closes, every figure of the panel, p95', 200, () => {
      const code = `p/${step++ % PLACES}`;
      everything([
        ...edits,
        { id: 'shut', kind: 'close-facility', facility: code, note: '', author: '', enabled: true },
      ]);
    }),
    percentile95('core: the first evaluation of a setting with every figure, p95', 5, () => {
      scenarioEvaluator({ ...areas, ...around, scope: null })(edits);
    }),
    percentile95('core: what chance gives of dissimilarity and isolation, before and after, p95', 10, () => {
      chanceOfScenario(evaluated, ['dissimilarity', 'isolation']);
    }),
    percentile95('core: what chance gives of the panel, before and after, p95', 3, () => {
      chanceOfScenario(evaluated, ['dissimilarity', 'isolation', 'social_share', 'top_decile_share']);
    }),
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
    percentile95('core: ten more dwellings in every area, effect on dissimilarity, p95', 100, () => {
      marginalEffects(counts, 'dissimilarity', 10);
    }),
    slowestMarginal(counts, around.contiguity),
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

/** Places, half of them polygons of 20 corners, over a square of 100 by 100 areas with children and 300 municipalities. */
function surroundings(size: number) {
  const side = Math.ceil(Math.sqrt(size));
  const lon = Float64Array.from({ length: size }, (_, i) => 3.5 + 0.007 * (i % side));
  const lat = Float64Array.from({ length: size }, (_, i) => 50.8 + 0.0045 * Math.floor(i / side));
  const facilities = Array.from({ length: PLACES }, (_, i): Facility => {
    const [x, y] = [3.5 + 0.7 * ((i * 0.618) % 1), 50.8 + 0.45 * ((i * 0.414) % 1)];
    const ring = Array.from({ length: 21 }, (_, k) => {
      const angle = (2 * Math.PI * (k % 20)) / 20;
      return [x + 0.002 * Math.cos(angle), y + 0.001 * Math.sin(angle)];
    });
    return {
      code: `p/${i}`,
      functions: i % 3 === 0 ? ['play', 'meeting'] : ['play'],
      geometry:
        i % 2 === 0 ? { type: 'Point', coordinates: [x, y] } : { type: 'Polygon', coordinates: [ring] },
    };
  });
  const municipalities = Array.from({ length: 300 }, (_, i) => `M${i}`);
  const squares = grid(
    side,
    side,
    500,
    Array.from({ length: side + 1 }, (_, i) => i),
  );
  return {
    contiguity: contiguityOf(outlinesOf(squares.codes, squares.geometries)),
    hectares: new Float64Array(size).fill(25),
    poverty: Float64Array.from({ length: size }, (_, i) => (i % 40) / 100),
    reach: { lon, lat, facilities, children: Float64Array.from({ length: size }, (_, i) => i % 90) },
    objective: {
      municipalities,
      municipalityOf: Int32Array.from({ length: size }, (_, i) => i % 300),
      targets: [{ year: 2042, dwellings: new Float64Array(300).fill(200), start: null }],
      pipeline: null,
    },
  };
}

/** The index of which the marginal map takes longest, of all that can be chosen. */
function slowestMarginal(counts: Counts, contiguity: Contiguity): BenchResult {
  const times = SCENARIO_INDICES.map(({ id }) => {
    const { value } = percentile95(id, 20, () => marginalEffects(counts, id, 10, contiguity));
    return { id, value };
  });
  const { id, value } = times.toSorted((a, b) => b.value - a.value)[0]!;
  return {
    name: `core: ten more dwellings in every area, slowest of ${times.length} indices (${id}), p95`,
    value,
    unit: 'ms',
  };
}

function edit(id: string, areas: readonly string[], socialPerArea: number): Edit {
  return addDwellings({ id, areas, socialPerArea, otherPerArea: 3 });
}

/** Warms up with a tenth of the runs, so that the figure is of compiled code. */
export function percentile95(name: string, runs: number, run: () => void): BenchResult {
  for (let i = 0; i < Math.ceil(runs / 10); i++) run();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { name, value: times[Math.ceil(runs * 0.95) - 1]!, unit: 'ms' };
}

/** Areas of 20 to 800 dwellings, most with few social ones and some with many (Park & Miller 1988 numbers). */
export function syntheticAreas(size: number) {
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
