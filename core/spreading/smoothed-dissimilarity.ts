import { type Contiguity, contiguityWithin } from '../areas/contiguity.ts';
import type { Texts } from '../areas/indicator.ts';
import type { SpatialWeights } from '../areas/weights.ts';
import { NO_SPACE, populate } from '../concentration/space.ts';
import { anyIndexById, computeIndex } from '../concentration/spatial-registry.ts';
import type { Counts } from '../concentration/types.ts';
import { ProblemError } from '../problem.ts';

export type IndexBeside = { id: string; before: number | null; after: number | null };

/** Whose dwellings count as near: areas that share a point, or a border; by the length of it for the last. */
export const SMOOTHED = {
  smoothed_dissimilarity_queen: 'queen',
  smoothed_dissimilarity_rook: 'rook',
  smoothed_dissimilarity_border: 'border',
} as const;
export type SmoothedId = keyof typeof SMOOTHED;

export const smoothedIds = Object.keys(SMOOTHED) as SmoothedId[];
export const isSmoothed = (id: string): id is SmoothedId => id in SMOOTHED;

export const SMOOTHED_TITLES: Record<SmoothedId, Texts> = {
  smoothed_dissimilarity_queen: {
    nl: 'dissimilariteit met de buurgebieden mee',
    en: 'dissimilarity with neighbouring areas',
    fr: 'dissimilarité avec les zones voisines',
  },
  smoothed_dissimilarity_rook: {
    nl: 'dissimilariteit met de buurgebieden over een grens mee',
    en: 'dissimilarity with areas across a border',
    fr: 'dissimilarité avec les zones au-delà d’une limite commune',
  },
  smoothed_dissimilarity_border: {
    nl: 'dissimilariteit met de buurgebieden mee, naar lengte van de grens',
    en: 'dissimilarity with areas across a border, by its length',
    fr: 'dissimilarité avec les zones voisines, selon la longueur de la limite',
  },
};

/**
 * Where the dwellings of an area count: rows of areas `to` with parts that add up to 1, the area itself among them. It
 * keeps 1 / (1 + k) with k neighbours; the rest goes to them alike, or by the length of the shared border.
 */
export type Smoothing = { starts: Uint32Array; to: Uint32Array; part: Float64Array };

/** @throws ProblemError `bad-parameter` where it is not known who touches whom. */
export function smoothingOf(
  id: SmoothedId,
  contiguity: Contiguity | null,
  kept: ArrayLike<number>,
): Smoothing {
  if (contiguity === null) {
    throw new ProblemError(
      'bad-parameter',
      `${id} needs the polygons of the areas; give them, or take dissimilarity.`,
      {
        objective: id,
      },
    );
  }
  const { queen, rook } = contiguityWithin(contiguity, kept);
  const kind = SMOOTHED[id];
  if (kind === 'queen') return spread(queen, null);
  return spread(rook, kind === 'border' ? rook.values : null);
}

function spread({ starts, neighbours }: SpatialWeights, lengths: Float64Array | null): Smoothing {
  const areas = starts.length - 1;
  const to = new Uint32Array(neighbours.length + areas);
  const part = new Float64Array(to.length);
  const begins = new Uint32Array(areas + 1);
  let at = 0;
  for (let area = 0; area < areas; area++) {
    const [from, end] = [starts[area]!, starts[area + 1]!];
    const own = 1 / (1 + end - from);
    let border = 0;
    for (let e = from; e < end; e++) border += lengths?.[e] ?? 1;
    to[at] = area;
    part[at] = border > 0 ? own : 1;
    at += 1;
    for (let e = from; e < end; e++) {
      to[at] = neighbours[e]!;
      part[at] = border > 0 ? ((1 - own) * (lengths?.[e] ?? 1)) / border : 0;
      at += 1;
    }
    begins[area + 1] = at;
  }
  return { starts: begins, to, part };
}

/**
 * Dissimilarity of dwellings that count in their own area and its neighbours: ½ Σᵢ |Σⱼ sⱼᵢ (xⱼ/X − yⱼ/Y)|. It is convex in
 * the plan, and never above dissimilarity itself. Null without social or other dwellings.
 */
export function smoothedDissimilarity({ group, total }: Counts, smoothing: Smoothing): number | null {
  const apart = smoothedGaps({ group, total }, smoothing);
  if (apart === null) return null;
  return apart.reduce((sum, gap) => sum + Math.abs(gap), 0) / 2;
}

/** Σⱼ sⱼᵢ (xⱼ/X − yⱼ/Y) by area. */
export function smoothedGaps({ group, total }: Counts, { starts, to, part }: Smoothing): Float64Array | null {
  let social = 0;
  let other = 0;
  for (let i = 0; i < group.length; i++) {
    social += group[i]!;
    other += total[i]! - group[i]!;
  }
  if (social === 0 || other === 0) return null;
  const gaps = new Float64Array(group.length);
  for (let area = 0; area < group.length; area++) {
    const gap = group[area]! / social - (total[area]! - group[area]!) / other;
    for (let e = starts[area]!; e < starts[area + 1]!; e++) gaps[to[e]!]! += part[e]! * gap;
  }
  return gaps;
}

/** Indices told beside a spatial plan: plain dissimilarity, those of Morrill and Wong, and Moran's I, which no plan is made for. */
const TOLD = [
  'dissimilarity',
  'spatial_dissimilarity_queen',
  'spatial_dissimilarity_rook',
  'boundary_spatial_dissimilarity',
  'moran_i',
];

/** Those indices before and after; null where one has no value. */
export function spatialIndicesBeside(
  before: Counts,
  after: Counts,
  contiguity: Contiguity,
  kept: ArrayLike<number>,
): IndexBeside[] {
  const space = { ...NO_SPACE, ...contiguityWithin(contiguity, kept) };
  const [was, is] = [populate(before, space), populate(after, space)];
  const value = (id: string, counts: typeof was): number | null => {
    const outcome = computeIndex(anyIndexById(id), counts);
    return 'value' in outcome ? outcome.value : null;
  };
  return TOLD.map(id => ({ id, before: value(id, was), after: value(id, is) }));
}
