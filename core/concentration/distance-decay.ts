import { sumTerms } from '../summation.ts';
import { percentTexts } from './percent.ts';
import { comparingInSpace } from './population-in-space.ts';
import type { PopulatedSpace, SpatialIndexDefinition } from './space.ts';
import { decaySymbols } from './symbols.ts';
import type { Citation, IndexOutcome } from './types.ts';

const morgan: Citation = {
  author: 'Morgan',
  year: 1983,
  work: 'A distance-decay based interaction index to measure residential segregation. Area 15, 211–217; as in Massey & Denton (1988)',
};

const difference = {
  nl: 'Isolatie en interactie zijn kansen die samen 1 moeten zijn; bij PySAL (1,0635) en OasisR (1,1100) zijn ze dat op de referentiegegevens niet. Wij normeren de gewichten per gebied over alle woningen, zoals Morgan.',
  en: 'Isolation and interaction are chances that must add to 1; with PySAL (1.0635) and OasisR (1.1100) they do not on the reference data. We normalise the weights of each area over all dwellings, as Morgan does.',
  fr: 'L’isolement et l’interaction sont des chances dont la somme doit être 1 ; chez PySAL (1,0635) et OasisR (1,1100) ce n’est pas le cas sur les données de référence. Nous normalisons les poids de chaque zone sur tous les logements, comme Morgan.',
};

/**
 * Mean over the group of the share of `met` among the dwellings around, nearer ones weighing more. What pairs
 * left out could add to one area's surroundings is at most omitted · T, of which a share of at most 1 is `met`.
 */
function exposureAround(populated: PopulatedSpace, met: 'group' | 'other'): IndexOutcome {
  const { group } = populated.counts;
  const { group: X, total: T } = populated.population;
  const sums = populated.pairs();
  const around = (i: number): number => sums.group[i]! + sums.other[i]!;
  const value = sumTerms(group.length, i =>
    group[i] === 0 ? 0 : ((group[i]! / X) * sums[met][i]!) / around(i),
  );
  if (sums.omittedWeight === 0) return { value };
  const slack = sums.omittedWeight * T;
  const errorBound = sumTerms(group.length, i => ((group[i]! / X) * slack) / (around(i) + slack));
  return { value, errorBound };
}

export const distanceDecayIsolation: SpatialIndexDefinition = {
  id: 'distance_decay_isolation',
  family: 'spatial_exposure',
  title: {
    nl: 'isolatie met afstandsverval',
    en: 'distance-decay isolation',
    fr: 'isolement avec décroissance selon la distance',
  },
  formula: 'DPxx = Σᵢ (xᵢ/X) Σⱼ kᵢⱼ xⱼ/tⱼ, kᵢⱼ = cᵢⱼ tⱼ / Σₖ cᵢₖ tₖ, cᵢⱼ = exp(−dᵢⱼ), dᵢᵢ = 0.6 √aᵢ',
  symbols: decaySymbols,
  citation: morgan,
  range: [0, 1],
  direction: 'higher_is_more_concentrated',
  needs: ['geometry'],
  pairwise: true,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Rond de gemiddelde sociale woning, dichtbij zwaarder geteld dan ver, is ${share.nl} van de woningen sociaal.`,
      en: `Around the average social dwelling, near counted above far, ${share.en} of the dwellings are social.`,
      fr: `Autour du logement social moyen, le proche comptant plus que le lointain, ${share.fr} des logements sont sociaux.`,
    };
  },
  difference,
  compute: comparingInSpace(populated => exposureAround(populated, 'group')),
};

export const distanceDecayInteraction: SpatialIndexDefinition = {
  id: 'distance_decay_interaction',
  family: 'spatial_exposure',
  title: {
    nl: 'interactie met afstandsverval',
    en: 'distance-decay interaction',
    fr: 'interaction avec décroissance selon la distance',
  },
  formula:
    'DPxy = Σᵢ (xᵢ/X) Σⱼ kᵢⱼ yⱼ/tⱼ = 1 − DPxx, kᵢⱼ = cᵢⱼ tⱼ / Σₖ cᵢₖ tₖ, cᵢⱼ = exp(−dᵢⱼ), dᵢᵢ = 0.6 √aᵢ',
  symbols: decaySymbols,
  citation: morgan,
  range: [0, 1],
  direction: 'higher_is_less_concentrated',
  example: 0.78,
  needs: ['geometry'],
  pairwise: true,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Rond de gemiddelde sociale woning, dichtbij zwaarder geteld dan ver, is ${share.nl} van de woningen niet sociaal.`,
      en: `Around the average social dwelling, near counted above far, ${share.en} of the dwellings are not social.`,
      fr: `Autour du logement social moyen, le proche comptant plus que le lointain, ${share.fr} des logements ne sont pas sociaux.`,
    };
  },
  difference,
  compute: comparingInSpace(populated => exposureAround(populated, 'other')),
};

export const distanceDecayIndices: readonly SpatialIndexDefinition[] = [
  distanceDecayIsolation,
  distanceDecayInteraction,
];
