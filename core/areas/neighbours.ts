import Flatbush from 'flatbush';
import { ProblemError } from '../problem.ts';
import type { AreaGeometry } from './geometry.ts';
import { type SpatialWeights, weightsFromLists } from './weights.ts';

type Centroids = Pick<AreaGeometry, 'x' | 'y'>;

/**
 * The `count` areas with the nearest centroids, for each area; not symmetric. Throws ProblemError
 * `bad-parameter` for a count that is not a whole number from 1 up, and `undefined-index` where there are not as many
 * other areas.
 */
export function nearestNeighbours(centroids: Centroids, count: number): SpatialWeights {
  const size = centroids.x.length;
  if (!Number.isInteger(count) || count < 1) {
    throw new ProblemError(
      'bad-parameter',
      `${count} nearest neighbours cannot be found; choose 1 or more.`,
      {
        count,
      },
    );
  }
  if (count >= size) {
    throw new ProblemError(
      'undefined-index',
      `${count} nearest neighbours cannot be found among ${size} areas; choose at most ${Math.max(1, size - 1)}.`,
      { count, areas: size },
    );
  }
  return neighbourLists(centroids, count, Number.POSITIVE_INFINITY);
}

/** Areas whose centroids lie within `distanceM` of each other's; ProblemError `bad-parameter` unless above 0. */
export function distanceBand(centroids: Centroids, distanceM: number): SpatialWeights {
  if (!(distanceM > 0) || distanceM === Number.POSITIVE_INFINITY) {
    throw new ProblemError('bad-parameter', `A distance band of ${distanceM} m has no width; give metres.`, {
      distanceM,
    });
  }
  return neighbourLists(centroids, Number.POSITIVE_INFINITY, distanceM);
}

/**
 * The most neighbours that are kept, about 100 MB while they are found: far more than any study asks for (10,000
 * areas with 400 each), and far fewer than all pairs.
 */
const MOST_NEIGHBOURS = 4_000_000;

function neighbourLists({ x, y }: Centroids, count: number, distanceM: number): SpatialWeights {
  if (x.length === 0) return weightsFromLists([]);
  if (Number.isFinite(count) && count * x.length > MOST_NEIGHBOURS) throw tooMany(x.length, `${count} each`);
  const tree = new Flatbush(x.length);
  for (let i = 0; i < x.length; i++) tree.add(x[i]!, y[i]!);
  tree.finish();
  let found = 0;
  const lists = Array.from(x, (_, i) => {
    const list = tree.neighbors(x[i]!, y[i]!, count, distanceM, other => other !== i);
    found += list.length;
    if (found > MOST_NEIGHBOURS) throw tooMany(x.length, `those within ${distanceM} m`);
    return list;
  });
  return weightsFromLists(lists);
}

function tooMany(areas: number, which: string): ProblemError {
  const each = Math.floor(MOST_NEIGHBOURS / areas);
  return new ProblemError(
    'too-large',
    `More than ${MOST_NEIGHBOURS} neighbours (${which}) of ${areas} areas are too many; choose some ${each} an area or fewer.`,
    { areas, mostNeighbours: MOST_NEIGHBOURS },
  );
}
