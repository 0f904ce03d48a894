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

function neighbourLists({ x, y }: Centroids, count: number, distanceM: number): SpatialWeights {
  if (x.length === 0) return weightsFromLists([]);
  const tree = new Flatbush(x.length);
  for (let i = 0; i < x.length; i++) tree.add(x[i]!, y[i]!);
  tree.finish();
  const lists = Array.from(x, (_, i) => tree.neighbors(x[i]!, y[i]!, count, distanceM, other => other !== i));
  return weightsFromLists(lists);
}
