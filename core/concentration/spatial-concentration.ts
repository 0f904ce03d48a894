import { sumTerms } from '../summation.ts';
import { percentTexts } from './percent.ts';
import { undefinedBecause } from './population.ts';
import { comparingInSpace, definedOr } from './population-in-space.ts';
import { geometryOf, type PopulatedSpace, type SpatialIndexDefinition } from './space.ts';
import type { Citation } from './types.ts';

export const massey: Citation = {
  author: 'Massey & Denton',
  year: 1988,
  work: 'The dimensions of residential segregation. Social Forces 67, 281–315',
};

/** Share of the group that would have to move for the same density everywhere. */
export const delta: SpatialIndexDefinition = {
  id: 'delta',
  family: 'concentration',
  title: { nl: 'Delta (ruimtebeslag)', en: 'Delta (use of land)', fr: 'Delta (occupation du sol)' },
  formula: 'DEL = ½ Σᵢ |xᵢ/X − aᵢ/A|',
  symbols: {
    nl: 'aᵢ de oppervlakte van het gebied, A van alle samen',
    en: 'aᵢ the surface of the area, A of all together',
    fr: 'aᵢ la superficie de la zone, A de l’ensemble',
  },
  citation: {
    author: 'Hoover',
    year: 1941,
    work: 'Interstate redistribution of population, 1850–1940. Journal of Economic History 1, 199–205; as in Massey & Denton (1988)',
  },
  range: [0, 1],
  direction: 'higher_is_more_concentrated',
  needs: ['geometry'],
  pairwise: false,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `${share.nl} van de sociale woningen zou moeten verhuizen om overal even dicht te staan.`,
      en: `${share.en} of the social dwellings would have to move to stand equally dense everywhere.`,
      fr: `${share.fr} des logements sociaux devraient déménager pour une densité égale partout.`,
    };
  },
  difference: {
    nl: 'Gebieden zonder woningen tellen hier niet mee, ook hun oppervlakte niet; PySAL telt die oppervlakte wel.',
    en: 'Areas without dwellings do not count here, nor does their surface; PySAL counts that surface.',
    fr: 'Les zones sans logements ne comptent pas ici, leur superficie non plus ; PySAL compte cette superficie.',
  },
  compute: comparingInSpace(populated => {
    const { group } = populated.counts;
    const X = populated.population.group;
    const { areaM2 } = geometryOf(populated);
    const A = sumTerms(areaM2.length, i => areaM2[i]!);
    return { value: sumTerms(group.length, i => Math.abs(group[i]! / X - areaM2[i]! / A)) / 2 };
  }),
};

/**
 * Mean surface around a member of the group, of the others, and where the group would fill the smallest areas
 * (`densest`) or the largest (`sparsest`) up to its own number, the area that crosses that number included.
 * Areas of one size are taken from the fewest dwellings up, so that their order in the file does not matter.
 */
function landUse(populated: PopulatedSpace): LandUse {
  const known = landUseOf.get(populated);
  if (known) return known;
  const use = measureLandUse(populated);
  landUseOf.set(populated, use);
  return use;
}

type LandUse = {
  group: number;
  others: number;
  densest: number;
  sparsest: number;
  /** Whether there is no scale between the two: they are the same but for rounding. */
  alike: boolean;
};

/** Relative difference below which two mean surfaces are the same. */
const ALIKE = 1e-9;

/** Both indices of concentration need the areas in order of size, which is most of their work. */
const landUseOf = new WeakMap<PopulatedSpace, LandUse>();

function measureLandUse(populated: PopulatedSpace): LandUse {
  const { group, total } = populated.counts;
  const { areaM2 } = geometryOf(populated);
  const { group: X, other: Y } = populated.population;
  const bySize = populated.places
    .map((_, i) => i)
    .sort((a, b) => areaM2[a]! - areaM2[b]! || total[a]! - total[b]!);
  const meanOfFirst = (order: Uint32Array): number => {
    let dwellings = 0;
    let surface = 0;
    for (let k = 0; k < order.length && dwellings < X; k++) {
      dwellings += total[order[k]!]!;
      surface += total[order[k]!]! * areaM2[order[k]!]!;
    }
    return surface / dwellings;
  };
  const densest = meanOfFirst(bySize);
  const sparsest = meanOfFirst(bySize.toReversed());
  return {
    group: sumTerms(group.length, i => (group[i]! / X) * areaM2[i]!),
    others: sumTerms(group.length, i => ((total[i]! - group[i]!) / Y) * areaM2[i]!),
    densest,
    sparsest,
    alike: Math.abs(sparsest - densest) <= ALIKE * sparsest,
  };
}

/** How small the areas are in which the group lives, between the smallest and the largest it could fill. */
export const absoluteConcentration: SpatialIndexDefinition = {
  id: 'absolute_concentration',
  family: 'concentration',
  title: {
    nl: 'absolute concentratie (ACO)',
    en: 'absolute concentration (ACO)',
    fr: 'concentration absolue (ACO)',
  },
  formula: 'ACO = 1 − (Σᵢ xᵢ aᵢ/X − L₁) / (L₂ − L₁)',
  symbols: {
    nl: 'aᵢ de oppervlakte; L₁ en L₂ de gemiddelde oppervlakte (naar tᵢ) van de kleinste en van de grootste gebieden waarin X woningen passen',
    en: 'aᵢ the surface; L₁ and L₂ the mean surface (by tᵢ) of the smallest and of the largest areas that hold X dwellings',
    fr: 'aᵢ la superficie ; L₁ et L₂ la superficie moyenne (selon tᵢ) des plus petites et des plus grandes zones qui contiennent X logements',
  },
  citation: massey,
  // Meant to lie between 0 and 1, but the last area counts whole, so that it can pass both (Massey & Denton 1988).
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  direction: 'higher_is_more_concentrated',
  needs: ['geometry'],
  pairwise: false,
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `De sociale woningen nemen zo weinig ruimte in als ${share.nl} van de weg van de ruimste naar de krapste spreiding.`,
      en: `The social dwellings use as little land as ${share.en} of the way from the most to the least spacious spread.`,
      fr: `Les logements sociaux occupent aussi peu d’espace que ${share.fr} du chemin entre la répartition la plus vaste et la plus dense.`,
    };
  },
  compute: comparingInSpace(populated => {
    const { group, densest, sparsest, alike } = landUse(populated);
    if (alike) return undefinedBecause('areas-alike');
    return definedOr(1 - (group - densest) / (sparsest - densest), 'areas-alike');
  }),
};

/** Land used by the group relative to the others, scaled by the largest difference there could be. */
export const relativeConcentration: SpatialIndexDefinition = {
  id: 'relative_concentration',
  family: 'concentration',
  title: {
    nl: 'relatieve concentratie (RCO)',
    en: 'relative concentration (RCO)',
    fr: 'concentration relative (RCO)',
  },
  formula: 'RCO = [(Σᵢ xᵢ aᵢ/X) / (Σᵢ yᵢ aᵢ/Y) − 1] / (L₁/L₂ − 1)',
  symbols: {
    nl: 'aᵢ, L₁ en L₂ als bij de absolute concentratie',
    en: 'aᵢ, L₁ and L₂ as in absolute concentration',
    fr: 'aᵢ, L₁ et L₂ comme pour la concentration absolue',
  },
  citation: massey,
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  direction: 'higher_is_more_concentrated',
  needs: ['geometry'],
  pairwise: false,
  reading: value => {
    const share = percentTexts(Math.abs(value));
    const more = value >= 0;
    return {
      nl: `De sociale woningen gebruiken ${more ? 'minder' : 'meer'} ruimte dan de andere: ${share.nl} van het grootst mogelijke verschil.`,
      en: `The social dwellings use ${more ? 'less' : 'more'} land than the others: ${share.en} of the largest possible difference.`,
      fr: `Les logements sociaux occupent ${more ? 'moins' : 'plus'} d’espace que les autres : ${share.fr} de l’écart maximal.`,
    };
  },
  difference: {
    nl: 'OasisR neemt voor de grootste gebieden het aantal van de meerderheid (0,12986 op de referentiegegevens); wij nemen, zoals Massey & Denton en PySAL, dat van de groep (0,12638).',
    en: 'OasisR fills the largest areas with the number of the majority (0.12986 on the reference data); we take that of the group, as Massey & Denton and PySAL do (0.12638).',
    fr: 'OasisR remplit les plus grandes zones avec l’effectif de la majorité (0,12986 sur les données de référence) ; nous prenons celui du groupe, comme Massey & Denton et PySAL (0,12638).',
  },
  compute: comparingInSpace(populated => {
    const { group, others, densest, sparsest, alike } = landUse(populated);
    if (alike) return undefinedBecause('areas-alike');
    return definedOr((group / others - 1) / (densest / sparsest - 1), 'areas-alike');
  }),
};

export const spatialConcentrationIndices: readonly SpatialIndexDefinition[] = [
  delta,
  absoluteConcentration,
  relativeConcentration,
];
