import { ProblemError } from '../problem.ts';
import { sumTerms } from '../summation.ts';
import { numberTexts } from './number.ts';
import { comparingInSpace, definedOr } from './population-in-space.ts';
import { cityPartOf, type SpatialIndexDefinition } from './space.ts';

/** The official spread ratio of the Gemeente-Stadsmonitor: the share in the city part over that in the fringe. */
export const spreadRatio: SpatialIndexDefinition = {
  id: 'spread_ratio',
  family: 'evenness',
  title: {
    nl: 'officiële spreidingsratio (stadsdeel op rand)',
    en: 'official spread ratio (city part over fringe)',
    fr: 'ratio officiel de répartition (ville sur périphérie)',
  },
  formula: 'R = (Σᵢ xᵢ / Σᵢ tᵢ) / (Σⱼ xⱼ / Σⱼ tⱼ)',
  symbols: {
    nl: 'i de gebieden van het stadsdeel, j die van de rand',
    en: 'i the areas of the city part, j those of the fringe',
    fr: 'i les zones de la partie urbaine, j celles de la périphérie',
  },
  citation: {
    author: 'Agentschap Binnenlands Bestuur',
    year: 2014,
    work: 'Gemeente-Stadsmonitor, spreiding van sociale huurwoningen',
  },
  range: [0, Number.POSITIVE_INFINITY],
  direction: 'neutral',
  example: 3.6,
  needs: ['city-part'],
  pairwise: false,
  reading: value => {
    const times = numberTexts(value);
    return {
      nl: `Het aandeel sociale woningen in het stadsdeel is ${times.nl} keer dat in de rand; 1 is gelijk gespreid.`,
      en: `The share of social dwellings in the city part is ${times.en} times that in the fringe; 1 is an even spread.`,
      fr: `La part de logements sociaux dans la ville est ${times.fr} fois celle de la périphérie ; 1 est une répartition égale.`,
    };
  },
  compute: comparingInSpace(populated => {
    const city = cityPartOf(populated);
    const share = (part: number): number => {
      const { group, total } = populated.counts;
      const sum = (column: Float64Array): number =>
        sumTerms(column.length, i => (city[i] === part ? column[i]! : 0));
      return sum(group) / sum(total);
    };
    return definedOr(share(1) / share(0), 'empty-part');
  }),
};

/**
 * The city part by a rule: 1 for an area with at least `dwellingsPerHa` dwellings per hectare, 0 for the fringe.
 * Throws ProblemError `bad-parameter` for a density that is not above 0.
 */
export function cityPartByDensity(
  total: ArrayLike<number>,
  hectares: ArrayLike<number>,
  dwellingsPerHa: number,
): Uint8Array {
  if (!(dwellingsPerHa > 0) || dwellingsPerHa === Number.POSITIVE_INFINITY) {
    throw new ProblemError(
      'bad-parameter',
      `A city part of ${dwellingsPerHa} dwellings per hectare cannot be told apart; give a number above 0, such as 15.`,
      { dwellingsPerHa },
    );
  }
  return Uint8Array.from(total, (all, i) => (all / hectares[i]! >= dwellingsPerHa ? 1 : 0));
}
