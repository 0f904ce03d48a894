import { ProblemError } from '../problem.ts';
import { autocorrelationIndices } from './autocorrelation.ts';
import { centralizationIndices } from './centralization.ts';
import { clusteringIndices } from './clustering.ts';
import { distanceDecayIndices } from './distance-decay.ts';
import { spreadRatio } from './partition.ts';
import { indexById, indices } from './registry.ts';
import { hasNeed, type PopulatedSpace, type Space, type SpatialIndexDefinition } from './space.ts';
import { spatialConcentrationIndices } from './spatial-concentration.ts';
import { spatialDissimilarityIndices } from './spatial-dissimilarity.ts';
import { surroundingsIndices } from './surroundings.ts';
import type { IndexDefinition, IndexOutcome } from './types.ts';

/** Every index of counts and where they lie, family by family. */
export const spatialIndices: readonly SpatialIndexDefinition[] = [
  spreadRatio,
  ...spatialConcentrationIndices,
  ...centralizationIndices,
  ...clusteringIndices,
  ...distanceDecayIndices,
  ...spatialDissimilarityIndices,
  ...surroundingsIndices,
  ...autocorrelationIndices,
];

/** An index of either kind. */
export type AnyIndex = IndexDefinition | SpatialIndexDefinition;

const spatialById = new Map(spatialIndices.map(index => [index.id, index]));

export function isSpatial(index: AnyIndex): index is SpatialIndexDefinition {
  return 'needs' in index;
}

/** Whether an index looks at where areas lie, for which their polygons are needed. */
export function needsMap(index: AnyIndex): boolean {
  return isSpatial(index) && index.needs.some(need => need !== 'city-part');
}

/** Indices that only ask who touches whom. */
export const contiguityIndices: readonly SpatialIndexDefinition[] = spatialIndices.filter(index =>
  index.needs.every(need => need === 'contiguity' || need === 'neighbours'),
);

/** Whether an index asks who touches whom. Errors as in `anyIndexById`. */
export function needsContiguity(id: string): boolean {
  const index = anyIndexById(id);
  return isSpatial(index) && index.needs.some(need => need === 'contiguity' || need === 'neighbours');
}

/** Index of counts or of space by id. Throws ProblemError `bad-parameter` that lists the known ids of both. */
export function anyIndexById(id: string): AnyIndex {
  const spatial = spatialById.get(id);
  if (spatial) return spatial;
  try {
    return indexById(id);
  } catch {
    const known = [...indices, ...spatialIndices].map(index => index.id);
    throw new ProblemError('bad-parameter', `There is no index "${id}"; choose from ${known.join(', ')}.`, {
      index: id,
      known,
    });
  }
}

/** Ids of the indices that can be computed in a space: those of counts, and those whose needs it meets. */
export function availableIndices(space: Space): string[] {
  const met = spatialIndices.filter(index => index.needs.every(need => hasNeed(space, need)));
  return [...indices, ...met].map(index => index.id);
}

/** Outcome of an index of either kind. */
export function computeIndex(index: AnyIndex, populated: PopulatedSpace): IndexOutcome {
  return isSpatial(index) ? index.compute(populated) : index.compute(populated.counts, populated.population);
}
