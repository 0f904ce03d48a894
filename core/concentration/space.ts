import { type AreaGeometry, geometryWithin } from '../areas/geometry.ts';
import { nearestNeighbours } from '../areas/neighbours.ts';
import { type SpatialWeights, subsetWeights } from '../areas/weights.ts';
import { ProblemError } from '../problem.ts';
import { type Environment, type PairSums, sumPairs } from './pairs.ts';
import { populationOf } from './population.ts';
import type { Counts, IndexDescription, IndexOutcome, Population } from './types.ts';

/** What an index needs to know about the areas besides their counts. */
export type SpaceNeed = 'geometry' | 'contiguity' | 'neighbours' | 'city-part';

/** Where areas lie and which belong together; null for what is not known. */
export type Space = {
  geometry: AreaGeometry | null;
  /** Areas that share a vertex. */
  queen: SpatialWeights | null;
  /** Areas that share an edge, with the length of the shared border in metres. */
  rook: SpatialWeights | null;
  /** Who counts as a neighbour in autocorrelation; queen where null. */
  neighbours: SpatialWeights | null;
  /** Number of nearest areas that are neighbours, found anew where areas are left out; null for other weights. */
  nearest: number | null;
  /** The centre of the region in metres; the mean of the centroids where null. */
  centre: { x: number; y: number } | null;
  environment: Environment;
  /** Distance beyond which pairs may be left out; null sums every pair. */
  cutoffKm: number | null;
  /** 1 for an area in the city part, 0 for the fringe. */
  cityPart: Uint8Array | null;
};

/** The kernel of the reference values: exp(−2 d) within two kilometres. */
export const DEFAULT_ENVIRONMENT: Environment = { radiusKm: 2, decayPerKm: 2 };

export const NO_SPACE: Space = {
  geometry: null,
  queen: null,
  rook: null,
  neighbours: null,
  nearest: null,
  centre: null,
  environment: DEFAULT_ENVIRONMENT,
  cutoffKm: null,
  cityPart: null,
};

/** Counts in their places; no area is without dwellings. Sums over pairs are made once, when first asked for. */
export type PopulatedSpace = {
  counts: Counts;
  population: Population;
  space: Space;
  /** Position of each area in the columns that `populate` was given. */
  places: Uint32Array;
  pairs: () => PairSums;
  /** The pair sums of which only the environment matters. */
  surroundings: () => PairSums;
};

/** An index of counts and where they lie. */
export type SpatialIndexDefinition = IndexDescription & {
  needs: readonly SpaceNeed[];
  /** True for an index that sums over all pairs of areas, `near` for one that sums over those within the radius. */
  pairwise: boolean | 'near';
  /** Pure and deterministic; ProblemError `bad-parameter` where the space lacks what the index needs. */
  compute: (populated: PopulatedSpace) => IndexOutcome;
};

/** Puts counts in their places and leaves out the areas without dwellings, in counts and in space alike. */
export function populate(counts: Counts, space: Space): PopulatedSpace {
  const kept = allPlaces(counts.total.length).filter(i => counts.total[i]! > 0);
  if (kept.length === counts.total.length) return withCounts(counts, space, kept);
  const pick = (column: Float64Array): Float64Array => Float64Array.from(kept, i => column[i]!);
  return withCounts({ group: pick(counts.group), total: pick(counts.total) }, spaceWithin(space, kept), kept);
}

/**
 * The part of a space that `kept` names (area indices, ascending): neighbours outside it are none, but the
 * nearest areas are found anew. ProblemError `undefined-index` where fewer are left than are to be neighbours.
 */
function spaceWithin(space: Space, kept: ArrayLike<number>): Space {
  const { queen, rook, neighbours, nearest, cityPart } = space;
  const geometry = space.geometry && geometryWithin(space.geometry, kept);
  return {
    ...space,
    geometry,
    queen: queen && subsetWeights(queen, kept),
    rook: rook && subsetWeights(rook, kept),
    neighbours:
      nearest !== null && geometry
        ? nearestNeighbours(geometry, nearest)
        : neighbours && subsetWeights(neighbours, kept),
    cityPart: cityPart && Uint8Array.from(kept, i => cityPart[i]!),
  };
}

/** 0, 1, 2 …; a loop, because an iterator takes a hundred times as long. */
function allPlaces(size: number): Uint32Array {
  const places = new Uint32Array(size);
  for (let i = 0; i < size; i++) places[i] = i;
  return places;
}

/** Other counts in the same places; for areas that all have dwellings. */
export function withCounts(
  counts: Counts,
  space: Space,
  places: Uint32Array = allPlaces(counts.total.length),
): PopulatedSpace {
  let pairs: PairSums | null = null;
  let surroundings: PairSums | null = null;
  const populated: PopulatedSpace = {
    counts,
    population: populationOf(counts),
    space,
    places,
    pairs: () => {
      pairs ??= sumPairs(counts, geometryOf(populated), space.environment, space.cutoffKm);
      return pairs;
    },
    surroundings: () => {
      surroundings ??= pairs ?? sumPairs(counts, geometryOf(populated), space.environment, 0);
      return surroundings;
    },
  };
  return populated;
}

/** A column over the areas with dwellings as one over all `size` areas, NaN where there are none. */
export function overAllAreas(column: Float64Array, { places }: PopulatedSpace, size: number): Float64Array {
  const all = new Float64Array(size).fill(Number.NaN);
  places.forEach((place, i) => {
    all[place] = column[i]!;
  });
  return all;
}

export function hasNeed({ geometry, queen, rook, neighbours, cityPart }: Space, need: SpaceNeed): boolean {
  if (need === 'geometry') return geometry !== null;
  if (need === 'contiguity') return queen !== null && rook !== null;
  if (need === 'neighbours') return neighbours !== null || queen !== null;
  return cityPart !== null;
}

export function geometryOf({ space }: PopulatedSpace): AreaGeometry {
  return space.geometry ?? lacking('the shapes of the areas in a metric projection');
}

export function queenOf({ space }: PopulatedSpace): SpatialWeights {
  return space.queen ?? lacking('the contiguity of the areas');
}

export function rookOf({ space }: PopulatedSpace): SpatialWeights {
  return space.rook ?? lacking('the contiguity of the areas');
}

export function neighboursOf({ space }: PopulatedSpace): SpatialWeights {
  return space.neighbours ?? space.queen ?? lacking('neighbours: queen, rook, knn or distance');
}

export function cityPartOf({ space }: PopulatedSpace): Uint8Array {
  return space.cityPart ?? lacking('a division of the areas into city part and fringe');
}

function lacking(what: string): never {
  throw new ProblemError('bad-parameter', `This index needs ${what}; give it or leave the index out.`, {
    needs: what,
  });
}
