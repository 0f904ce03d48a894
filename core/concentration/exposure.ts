import { sumTerms } from '../summation.ts';
import { percentTexts } from './percent.ts';
import { comparingGroups } from './population.ts';
import type { IndexDefinition } from './types.ts';

const bell = {
  author: 'Bell',
  year: 1954,
  work: 'A probability model for the measurement of ecological segregation. Social Forces 32, 357–364; notation of Lieberson (1981)',
};

/** Mean share of the group that a member of the group meets in its own area. */
export const isolation: IndexDefinition = {
  id: 'isolation',
  family: 'exposure',
  title: { nl: 'isolatie', en: 'isolation', fr: 'isolement' },
  formula: 'xPx = Σᵢ (xᵢ/X) (xᵢ/tᵢ)',
  citation: bell,
  range: [0, 1],
  direction: 'higher_is_more_concentrated',
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Een sociale huurwoning ligt gemiddeld in een gebied waar ${share.nl} van de woningen sociaal is.`,
      en: `The average social dwelling lies in an area where ${share.en} of the dwellings are social.`,
      fr: `Un logement social se trouve en moyenne dans une zone où ${share.fr} des logements sont sociaux.`,
    };
  },
  compute: comparingGroups(({ group, total }, { group: X }) => {
    const met = sumTerms(group.length, i => (group[i]! === 0 ? 0 : (group[i]! / total[i]!) * group[i]!));
    return met / X;
  }),
};

/** Mean share of the others that a member of the group meets in its own area; 1 − isolation. */
export const interaction: IndexDefinition = {
  id: 'interaction',
  family: 'exposure',
  title: { nl: 'interactie', en: 'interaction', fr: 'interaction' },
  formula: 'xPy = Σᵢ (xᵢ/X) (yᵢ/tᵢ)',
  citation: bell,
  range: [0, 1],
  direction: 'higher_is_less_concentrated',
  reading: value => {
    const share = percentTexts(value);
    return {
      nl: `Een sociale huurwoning ligt gemiddeld in een gebied waar ${share.nl} van de woningen niet sociaal is.`,
      en: `The average social dwelling lies in an area where ${share.en} of the dwellings are not social.`,
      fr: `Un logement social se trouve en moyenne dans une zone où ${share.fr} des logements ne sont pas sociaux.`,
    };
  },
  compute: comparingGroups(({ group, total }, { group: X }) => {
    const met = sumTerms(group.length, i =>
      group[i]! === 0 ? 0 : (group[i]! / total[i]!) * (total[i]! - group[i]!),
    );
    return met / X;
  }),
};

export const exposureIndices: readonly IndexDefinition[] = [isolation, interaction];
