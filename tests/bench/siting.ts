import { distancesFromPairs } from '../../core/access/distances.ts';
import { randomGenerator } from '../../core/random/generator.ts';
import type { SitingQuestion } from '../../core/siting/question.ts';
import { type SitingAim, siteProven } from '../../core/siting/site.ts';
import { sharedSolver } from '../../core/solver/highs.ts';
import type { BenchResult } from './core.ts';

/** Children and sites scattered by lot over a square of 10 km. */
function scattered(
  points: number,
  sites: number,
  withinM: number,
  farM: number,
  most: number,
  more: { capacity?: number; spacingM?: number } = {},
): SitingQuestion {
  const random = randomGenerator(6);
  const at = () => [10_000 * random.uniform(), 10_000 * random.uniform()] as const;
  const homes = Array.from({ length: points }, at);
  const places = Array.from({ length: sites }, at);
  const pairs = { points: [] as number[], places: [] as number[], metres: [] as number[] };
  homes.forEach(([x, y], i) => {
    places.forEach(([a, b], j) => {
      const metres = Math.hypot(x - a, y - b);
      if (metres > farM) return;
      pairs.points.push(i);
      pairs.places.push(j);
      pairs.metres.push(metres);
    });
  });
  const children = Float64Array.from(homes, () => 1 + random.below(20));
  return {
    candidates: places.map(([x, y], j) => ({
      id: `${j}`,
      lon: 3 + x / 111_320,
      lat: y / 110_574,
      cost: 1,
      capacity: more.capacity ?? null,
      functions: ['play'],
    })),
    distances: distancesFromPairs(
      {
        points: Int32Array.from(pairs.points),
        places: Int32Array.from(pairs.places),
        metres: Float64Array.from(pairs.metres),
      },
      { points, places: sites },
      farM,
    ),
    children,
    poverty: children.map((all, i) => all * ((i % 7) / 20)),
    functions: [
      {
        id: 'play',
        withinM,
        existingM: new Float64Array(points).fill(Infinity),
        existing: { lon: new Float64Array(0), lat: new Float64Array(0) },
        most: null,
      },
    ],
    povertyWeight: 1,
    most,
    budget: null,
    spacingM: more.spacingM ?? 0,
    together: false,
    scope: null,
    excluded: [],
  };
}

/** What is asked, and the gap that is small enough; made when its turn comes, as some are large. */
const QUESTIONS: readonly [string, SitingAim, () => SitingQuestion, number][] = [
  ['covering 10,000 × 500, p 20, 400 m', 'cover', () => scattered(10_000, 500, 400, 400, 20), 9e-4],
  ['covering 10,000 × 500, p 20, 800 m', 'cover', () => scattered(10_000, 500, 800, 800, 20), 9e-4],
  ['covering 2,000 × 300, p 20, 1,200 m', 'cover', () => scattered(2_000, 300, 1_200, 1_200, 20), 1e-4],
  ['covering 10,000 × 500, p 20, 1,200 m', 'cover', () => scattered(10_000, 500, 1_200, 1_200, 20), 1e-4],
  ['p-median 1,000 × 200, p 10', 'median', () => scattered(1_000, 200, 400, 15_000, 10), 1e-4],
  ['p-median 1,000 × 200, p 20', 'median', () => scattered(1_000, 200, 400, 15_000, 20), 1e-3],
  [
    'p-median 500 × 100, p 20, 1,500 m apart',
    'median',
    () => scattered(500, 100, 400, 15_000, 20, { spacingM: 1_500 }),
    1e-4,
  ],
  ['p-centre 1,000 × 200, p 20', 'centre', () => scattered(1_000, 200, 400, 5_000, 20), 0],
  [
    'room for 100 each, 2,000 × 200, p 20, 800 m',
    'cover',
    () => scattered(2_000, 200, 800, 800, 20, { capacity: 100 }),
    1e-4,
  ],
  [
    'room for 300 each, 10,000 × 500, p 20, 400 m',
    'cover',
    () => scattered(10_000, 500, 400, 400, 20, { capacity: 300 }),
    1e-4,
  ],
  ['every child of 2,000 × 200, 800 m', 'all', () => scattered(2_000, 200, 800, 800, 1), 0],
  ['every child of 2,000 × 200, 1,500 m', 'all', () => scattered(2_000, 200, 1_500, 1_500, 1), 0],
  ['every child of 10,000 × 500, 800 m', 'all', () => scattered(10_000, 500, 800, 800, 1), 0],
  ['every child of 10,000 × 500, 1,500 m', 'all', () => scattered(10_000, 500, 1_500, 1_500, 1), 0],
];

/** Times `siteProven`, in seconds, with the gap it reaches and what gave the bound; no question may take more than 30 s. */
export async function bench(): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const [name, aim, questionOf, gap] of QUESTIONS) {
    const question = questionOf();
    const from = performance.now();
    const found = await siteProven(question, aim, {
      ...{ gap, solver: sharedSolver },
      secondsLeft: () => 30 - (performance.now() - from) / 1000,
    });
    const note = `${found.after.toFixed(2)}, gap ${found.gap.toExponential(1)} by ${found.provenBy}`;
    results.push({
      ...{ name: `siting: ${name}`, unit: 's', note },
      value: (performance.now() - from) / 1000,
    });
  }
  return results;
}
