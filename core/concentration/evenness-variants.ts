import { sumTerms } from '../summation.ts';
import { informationOf } from './information.ts';
import { numberTexts } from './number.ts';
import { percentTexts } from './percent.ts';
import { comparingGroups } from './population.ts';
import type { IndexDefinition } from './types.ts';

/** Gorard's index: as dissimilarity, but against all dwellings instead of the others, which is D (1 − P). */
export const gorard: IndexDefinition = {
  id: 'gorard',
  family: 'evenness',
  title: { nl: 'segregatie-index van Gorard', en: 'Gorard’s index', fr: 'indice de Gorard' },
  formula: 'GS = ½ Σᵢ |xᵢ/X − tᵢ/T|',
  citation: {
    author: 'Gorard & Taylor',
    year: 2002,
    work: 'What is segregation? A comparison of measures in terms of ‘strong’ and ‘weak’ compositional invariance. Sociology 36, 875–895',
  },
  range: [0, 1],
  direction: 'higher_is_more_concentrated',
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `${share.nl} van de sociale huurwoningen staat boven wat hun gebied bij een gelijke verdeling zou hebben.`,
      en: `${share.en} of the social dwellings are in excess of what their area would hold if shares were equal.`,
      fr: `${share.fr} des logements sociaux dépassent ce que leur zone compterait si les parts étaient égales.`,
    };
  },
  compute: comparingGroups(({ group, total }, { group: X, total: T }) => {
    return sumTerms(group.length, i => Math.abs(group[i]! * T - total[i]! * X)) / X / T / 2;
  }),
};

/** What knowing the area tells about a dwelling, in nats; Theil's H is this divided by the entropy. */
export const mutualInformation: IndexDefinition = {
  id: 'mutual_information',
  family: 'evenness',
  title: { nl: 'wederzijdse informatie (M)', en: 'mutual information (M)', fr: 'information mutuelle (M)' },
  formula: 'M = Σᵢ [xᵢ ln(xᵢ T / (tᵢ X)) + yᵢ ln(yᵢ T / (tᵢ Y))] / T',
  symbols: {
    nl: 'in nat',
    en: 'in nats',
    fr: 'en nats',
  },
  citation: {
    author: 'Mora & Ruiz-Castillo',
    year: 2011,
    work: 'Entropy-based segregation indices. Sociological Methodology 41, 159–194; after Theil & Finizza (1971)',
  },
  range: [0, Math.LN2],
  direction: 'higher_is_more_concentrated',
  example: 0.041,
  reading: value => {
    const nats = numberTexts(value * 1000);
    return {
      nl: `Wie weet in welk gebied een woning ligt, weet ${nats.nl} duizendsten nat meer over of ze sociaal is; 0 is niets, 693 (ln 2) het meest mogelijke.`,
      en: `Knowing the area of a dwelling tells ${nats.en} thousandths of a nat about whether it is social; 0 is nothing, 693 (ln 2) the most there can be.`,
      fr: `Connaître la zone d’un logement apporte ${nats.fr} millièmes de nat sur son caractère social ; 0 est rien, 693 (ln 2) le maximum.`,
    };
  },
  compute: comparingGroups((counts, population) =>
    Math.max(0, informationOf(counts, population) / population.total),
  ),
};

/** Min–max measure: one minus the overlap of both distributions over their union; 2D / (1 + D). */
export const minMax: IndexDefinition = {
  id: 'min_max',
  family: 'evenness',
  title: { nl: 'min–max-maat', en: 'min–max measure', fr: 'mesure min–max' },
  formula: 'S = 1 − Σᵢ min(xᵢ/X, yᵢ/Y) / Σᵢ max(xᵢ/X, yᵢ/Y) = 2D / (1 + D)',
  citation: {
    author: 'O’Sullivan & Wong',
    year: 2007,
    work: 'A surface-based approach to measuring spatial segregation. Geographical Analysis 39, 147–168',
  },
  range: [0, 1],
  direction: 'higher_is_more_concentrated',
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Van de kaart die beide groepen samen beslaan, is ${share.nl} niet gedeeld.`,
      en: `Of the map that both groups cover together, ${share.en} is not shared.`,
      fr: `De la carte que les deux groupes couvrent ensemble, ${share.fr} n’est pas partagé.`,
    };
  },
  compute: comparingGroups(({ group, total }, { group: X, total: T, other: Y }) => {
    const twiceD = sumTerms(group.length, i => Math.abs(group[i]! * T - total[i]! * X)) / X / Y;
    return twiceD / (1 + twiceD / 2);
  }),
};

/**
 * Concentration profile, its integral taken exactly: with v(h) the share of the group in areas of share h or
 * more, (P − ∫₀ᴾ v + ∫ₚ¹ v) / (1 − P), and both integrals are sums over the areas.
 */
export const concentrationProfile: IndexDefinition = {
  id: 'concentration_profile',
  family: 'evenness',
  title: { nl: 'concentratieprofiel', en: 'concentration profile', fr: 'profil de concentration' },
  formula: 'R = (P − ∫₀ᴾ v + ∫ₚ¹ v) / (1 − P) = Σᵢ (xᵢ/X) |pᵢ − P| / (1 − P), v(h) = Σ xᵢ/X (pᵢ ≥ h)',
  citation: {
    author: 'Hong & Sadahiro',
    year: 2014,
    work: 'Measuring geographic segregation: a graph-based approach. Journal of Geographical Systems 16, 211–231',
  },
  // Not bounded by 1: most of a large group in areas with few others.
  range: [0, Number.POSITIVE_INFINITY],
  direction: 'higher_is_more_concentrated',
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Rond de gemiddelde sociale woning wijkt het aandeel ${share.nl} van het grootst mogelijke verschil af van het aandeel in het geheel.`,
      en: `Around the average social dwelling the share differs from the overall one by ${share.en} of the largest possible difference.`,
      fr: `Autour du logement social moyen, la part s’écarte de la part globale de ${share.fr} de l’écart maximal.`,
    };
  },
  difference: {
    nl: 'PySAL benadert de integraal met duizend punten en deelt door duizend; wij rekenen hem exact uit (op de referentiegegevens 0,138501 tegen 0,137687).',
    en: 'PySAL approximates the integral by a thousand points and divides by a thousand; we compute it exactly (0.138501 against 0.137687 on the reference data).',
    fr: 'PySAL approche l’intégrale par mille points et divise par mille ; nous la calculons exactement (0,138501 contre 0,137687 sur les données de référence).',
  },
  compute: comparingGroups(({ group, total }, { group: X, total: T, other: Y }) => {
    const apart = sumTerms(group.length, i =>
      group[i]! === 0 ? 0 : (group[i]! / total[i]!) * Math.abs(group[i]! * T - total[i]! * X),
    );
    return apart / X / Y;
  }),
};

export const evennessVariants: readonly IndexDefinition[] = [
  gorard,
  mutualInformation,
  minMax,
  concentrationProfile,
];
