import { ProblemError } from '../../problem.ts';
import type { Space } from '../space.ts';
import { type AnyIndex, isSpatial } from '../spatial-registry.ts';

/** Pairs of areas times draws: about two minutes. */
const MOST_PAIRS = 1e10;
/** Areas times indices times draws: about two minutes at 50 ns each. */
const MOST_CELLS = 2.5e9;

/**
 * Refuses draws that would take too long for sets of areas together; `sizes` has the number of areas of each set,
 * `near` the part of all pairs that an index of surroundings looks at. Throws ProblemError `too-large`.
 */
export function checkDraws(
  asked: readonly Pick<AnyIndex, 'id'>[],
  sizes: readonly number[],
  { draws, intervalLevel }: { draws: number; intervalLevel?: number | null },
  near = 1,
): void {
  const passes = intervalLevel ? 2 * draws : draws;
  const areas = sizes.reduce((sum, size) => sum + size, 0);
  const cells = passes * areas * asked.length;
  if (cells > MOST_CELLS) {
    throw new ProblemError(
      'too-large',
      `${passes} draws of ${asked.length} ${asked.length === 1 ? 'index' : 'indices'} over ${areas} areas take too long; ask for fewer areas or indices, or at most ${Math.floor((draws * MOST_CELLS) / cells)} draws.`,
      { areas, draws, indices: asked.length },
    );
  }
  const pairwise = (asked as readonly AnyIndex[]).filter(isSpatial).filter(index => index.pairwise);
  const part = pairwise.some(index => index.pairwise === true) ? 1 : near;
  const pairs = sizes.reduce((sum, size) => sum + (part * size * size) / 2, 0);
  if (pairwise.length === 0 || passes * pairs <= MOST_PAIRS) return;
  const ids = pairwise.map(index => index.id);
  throw new ProblemError(
    'too-large',
    `${passes} draws over all pairs of ${areas} areas take too long for ${ids.join(', ')}; leave those out or lower the draws.`,
    { indices: ids, areas, draws },
  );
}

/** Areas lie closer together than evenly spread ones would: about this many times as many pairs are near. */
const CLUSTERING = 4;

/** About which part of all pairs lies within the radius of the surroundings. */
export function nearPart({ geometry, environment }: Space): number {
  if (geometry === null) return 1;
  const span = (column: Float64Array): number => {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const each of column) {
      low = Math.min(low, each);
      high = Math.max(high, each);
    }
    return (high - low) / 1000;
  };
  const extentKm2 = span(geometry.x) * span(geometry.y);
  return Math.min(1, (CLUSTERING * Math.PI * environment.radiusKm ** 2) / extentKm2);
}
