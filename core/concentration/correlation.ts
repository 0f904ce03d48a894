import { sumTerms } from '../summation.ts';
import { percentTexts } from './percent.ts';
import { comparingGroups } from './population.ts';
import type { IndexDefinition } from './types.ts';

/** Eta squared: isolation above its smallest value P, relative to its largest; the variance ratio. */
export const etaSquared: IndexDefinition = {
  id: 'eta_squared',
  family: 'exposure',
  title: {
    nl: 'correlatieverhouding (eta²)',
    en: 'correlation ratio (eta²)',
    fr: 'rapport de corrélation (eta²)',
  },
  formula: 'η² = (xPx − P) / (1 − P) = Σᵢ tᵢ (pᵢ − P)² / (T P (1 − P))',
  citation: {
    author: 'Bell',
    year: 1954,
    work: 'A probability model for the measurement of ecological segregation. Social Forces 32, 357–364; as in Massey & Denton (1988)',
  },
  range: [0, 1],
  direction: 'higher_is_more_concentrated',
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Het gebied verklaart ${share.nl} van het verschil tussen sociale en andere woningen.`,
      en: `The area explains ${share.en} of the difference between social and other dwellings.`,
      fr: `La zone explique ${share.fr} de la différence entre logements sociaux et autres.`,
    };
  },
  compute: comparingGroups(({ group, total }, { group: X, total: T, other: Y }) => {
    const spread = sumTerms(group.length, i => {
      if (total[i]! === 0) return 0;
      const gap = group[i]! * T - total[i]! * X;
      return (gap * gap) / total[i]!;
    });
    return spread / T / X / Y;
  }),
};
