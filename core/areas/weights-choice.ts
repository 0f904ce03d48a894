import { ProblemError } from '../problem.ts';
import type { Contiguity } from './contiguity.ts';
import type { AreaGeometry } from './geometry.ts';
import { distanceBand, nearestNeighbours } from './neighbours.ts';
import type { SpatialWeights } from './weights.ts';

/** Which areas count as neighbours. */
export type WeightsChoice =
  | { kind: 'queen' }
  | { kind: 'rook' }
  | { kind: 'knn'; count: number }
  | { kind: 'distance'; distanceM: number };

/** Reads `queen`, `rook`, `knn:4` or `distance:2000` (metres); ProblemError `bad-parameter` for anything else. */
export function parseWeightsChoice(text: string): WeightsChoice {
  if (text === 'queen' || text === 'rook') return { kind: text };
  const [, kind, number] = /^(knn|distance):(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  const amount = Number(number);
  if (kind === 'knn' && Number.isInteger(amount) && amount > 0) return { kind, count: amount };
  if (kind === 'distance' && amount > 0) return { kind, distanceM: amount };
  throw new ProblemError(
    'bad-parameter',
    `Weights "${text}" are not known; choose queen, rook, knn:k (areas) or distance:m (metres), both above 0.`,
    { weights: text },
  );
}

/** The weights of a choice, every neighbour weighing 1; errors as in `nearestNeighbours` and `distanceBand`. */
export function chosenWeights(
  choice: WeightsChoice,
  contiguity: Contiguity,
  geometry: AreaGeometry,
): SpatialWeights {
  if (choice.kind === 'queen') return contiguity.queen;
  if (choice.kind === 'rook') return { ...contiguity.rook, values: null };
  if (choice.kind === 'knn') return nearestNeighbours(geometry, choice.count);
  return distanceBand(geometry, choice.distanceM);
}
