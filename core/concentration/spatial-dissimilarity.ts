import type { SpatialWeights } from '../areas/weights.ts';
import { dissimilarity } from './evenness.ts';
import { percentTexts } from './percent.ts';
import { undefinedBecause } from './population.ts';
import { comparingInSpace } from './population-in-space.ts';
import { geometryOf, type PopulatedSpace, queenOf, rookOf, type SpatialIndexDefinition } from './space.ts';
import type { Citation, IndexOutcome } from './types.ts';

const wong: Citation = {
  author: 'Wong',
  year: 1993,
  work: 'Spatial indices of segregation. Urban Studies 30, 559–572',
};
const morrill: Citation = {
  author: 'Morrill',
  year: 1991,
  work: 'On the measure of geographic segregation. Geography Research Forum 11, 25–36',
};

/**
 * Dissimilarity less what neighbours differ: D − Σ w |pᵢ − pⱼ| / Σ w over all pairs of neighbours, the
 * difference of a pair further multiplied by the mean of its areas' `openness`, which lies between 0 and 1.
 */
function lessContact(
  populated: PopulatedSpace,
  { starts, neighbours, values }: SpatialWeights,
  openness: Float64Array | null = null,
): IndexOutcome {
  const { counts, population } = populated;
  const plain = dissimilarity.compute(counts, population);
  if (!('value' in plain)) return plain;
  if (neighbours.length === 0) return undefinedBecause('no-neighbours');
  const share = counts.group.map((x, i) => x / counts.total[i]!);
  let contact = 0;
  let weights = 0;
  for (let i = 0; i < share.length; i++) {
    const own = share[i]!;
    for (let e = starts[i]!; e < starts[i + 1]!; e++) {
      const j = neighbours[e]!;
      const weight = values ? values[e]! : 1;
      const apart = weight * Math.abs(own - share[j]!);
      contact += openness ? (apart * (openness[i]! + openness[j]!)) / 2 : apart;
      weights += weight;
    }
  }
  return { value: plain.value - contact / weights };
}

const reading = (value: number) => {
  const share = percentTexts(value);
  return {
    nl: `Na aftrek van het contact over de grenzen heen zou ${share.nl} van de sociale woningen moeten verhuizen voor een gelijke spreiding.`,
    en: `Less the contact across borders, ${share.en} of the social dwellings would have to move for an even spread.`,
    fr: `Déduction faite des contacts à travers les limites, ${share.fr} des logements sociaux devraient déménager pour une répartition égale.`,
  };
};

const shared = {
  family: 'spatial_evenness',
  range: [-1, 1],
  direction: 'higher_is_more_concentrated',
  needs: ['contiguity'],
  pairwise: false,
  reading,
} as const;

export const spatialDissimilarityQueen: SpatialIndexDefinition = {
  ...shared,
  id: 'spatial_dissimilarity_queen',
  title: {
    nl: 'ruimtelijke dissimilariteit (gedeeld punt)',
    en: 'spatial dissimilarity (queen)',
    fr: 'dissimilarité spatiale (reine)',
  },
  formula: 'D(adj) = D − Σᵢ Σⱼ cᵢⱼ |pᵢ − pⱼ| / Σᵢ Σⱼ cᵢⱼ',
  symbols: {
    nl: 'cᵢⱼ = 1 voor gebieden met een gemeenschappelijk punt, anders 0',
    en: 'cᵢⱼ = 1 for areas that share a point, otherwise 0',
    fr: 'cᵢⱼ = 1 pour des zones qui partagent un point, sinon 0',
  },
  citation: morrill,
  compute: comparingInSpace(populated => lessContact(populated, queenOf(populated))),
};

export const spatialDissimilarityRook: SpatialIndexDefinition = {
  ...shared,
  id: 'spatial_dissimilarity_rook',
  title: {
    nl: 'ruimtelijke dissimilariteit (gedeelde grens)',
    en: 'spatial dissimilarity (rook)',
    fr: 'dissimilarité spatiale (tour)',
  },
  formula: 'D(adj) = D − Σᵢ Σⱼ cᵢⱼ |pᵢ − pⱼ| / Σᵢ Σⱼ cᵢⱼ',
  symbols: {
    nl: 'cᵢⱼ = 1 voor gebieden met een gemeenschappelijke grens, anders 0',
    en: 'cᵢⱼ = 1 for areas that share a border, otherwise 0',
    fr: 'cᵢⱼ = 1 pour des zones qui partagent une frontière, sinon 0',
  },
  citation: morrill,
  compute: comparingInSpace(populated => lessContact(populated, { ...rookOf(populated), values: null })),
};

export const boundarySpatialDissimilarity: SpatialIndexDefinition = {
  ...shared,
  id: 'boundary_spatial_dissimilarity',
  title: {
    nl: 'ruimtelijke dissimilariteit, naar grenslengte',
    en: 'spatial dissimilarity by border length',
    fr: 'dissimilarité spatiale selon la longueur des limites',
  },
  formula: 'D(w) = D − Σᵢ Σⱼ wᵢⱼ |pᵢ − pⱼ|, wᵢⱼ = bᵢⱼ / Σᵢ Σⱼ bᵢⱼ',
  symbols: {
    nl: 'bᵢⱼ de lengte van de gemeenschappelijke grens',
    en: 'bᵢⱼ the length of the shared border',
    fr: 'bᵢⱼ la longueur de la frontière commune',
  },
  citation: wong,
  difference: {
    nl: 'PySAL deelt de grenslengtes eerst per gebied door hun som, waardoor korte grenzen van kleine gebieden even zwaar tellen als lange (0,26388 op de referentiegegevens); wij wegen met de lengte zelf, zoals Wong, OasisR en seg (0,26647).',
    en: 'PySAL first divides border lengths by their sum for each area, so that short borders of small areas weigh as much as long ones (0.26388 on the reference data); we weigh by length itself, as Wong, OasisR and seg do (0.26647).',
    fr: 'PySAL divise d’abord les longueurs par leur somme dans chaque zone, si bien que les limites courtes de petites zones pèsent autant que les longues (0,26388 sur les données de référence) ; nous pesons par la longueur même, comme Wong, OasisR et seg (0,26647).',
  },
  compute: comparingInSpace(populated => lessContact(populated, rookOf(populated))),
};

export const perimeterAreaDissimilarity: SpatialIndexDefinition = {
  ...shared,
  id: 'perimeter_area_dissimilarity',
  title: {
    nl: 'ruimtelijke dissimilariteit, naar grenslengte en vorm',
    en: 'spatial dissimilarity by border length and shape',
    fr: 'dissimilarité spatiale selon les limites et la forme',
  },
  formula: 'D(s) = D − Σᵢ Σⱼ wᵢⱼ |pᵢ − pⱼ| (oᵢ/aᵢ + oⱼ/aⱼ) / (2 maxₖ oₖ/aₖ), wᵢⱼ = bᵢⱼ / Σᵢ Σⱼ bᵢⱼ',
  symbols: {
    nl: 'bᵢⱼ de lengte van de gemeenschappelijke grens, oᵢ de omtrek, aᵢ de oppervlakte',
    en: 'bᵢⱼ the length of the shared border, oᵢ the perimeter, aᵢ the surface',
    fr: 'bᵢⱼ la longueur de la frontière commune, oᵢ le périmètre, aᵢ la superficie',
  },
  citation: wong,
  needs: ['geometry', 'contiguity'],
  compute: comparingInSpace(populated => {
    const { areaM2, perimeterM } = geometryOf(populated);
    const ratio = perimeterM.map((perimeter, i) => perimeter / areaM2[i]!);
    let most = 0;
    for (let i = 0; i < ratio.length; i++) most = Math.max(most, ratio[i]!);
    return lessContact(
      populated,
      rookOf(populated),
      ratio.map(each => each / most),
    );
  }),
};

export const spatialDissimilarityIndices: readonly SpatialIndexDefinition[] = [
  spatialDissimilarityQueen,
  spatialDissimilarityRook,
  boundarySpatialDissimilarity,
  perimeterAreaDissimilarity,
];
