import type { Texts } from '../areas/indicator.ts';
import type { CHILD_AGES } from './children.ts';
import type { ReachFunction } from './facilities.ts';

/** Figures of a scenario that are no index. */
export type ScenarioFigureId =
  | 'social_dwellings'
  | 'dwellings'
  | 'social_density'
  | 'areas_above'
  | 'poverty_exposure'
  | 'poverty_exposure_new'
  | `${ReachFunction}_reach_deprived`
  | 'play_reach'
  | 'play_reach_new'
  | 'meeting_reach'
  | 'meeting_reach_new'
  | 'objective_remaining'
  | 'social_built'
  | 'social_converted'
  | 'social_demolished'
  | 'social_renovated'
  | 'private_built'
  | 'private_demolished'
  | 'family_share'
  | 'children'
  | `children_${(typeof CHILD_AGES)[number]}`;

/** What each is called, the same in panel, tables and files. */
export const FIGURE_TITLES: Readonly<Record<ScenarioFigureId, Texts>> = {
  social_dwellings: {
    nl: 'sociale huurwoningen',
    en: 'social dwellings',
    fr: 'logements sociaux locatifs',
  },
  dwellings: { nl: 'woningen', en: 'dwellings', fr: 'logements' },
  social_density: {
    nl: 'sociale huurwoningen per hectare',
    en: 'social dwellings per hectare',
    fr: 'logements sociaux par hectare',
  },
  areas_above: {
    nl: 'gebieden boven de drempel voor veel sociale woningen',
    en: 'areas above the threshold for many social dwellings',
    fr: 'zones au-dessus du seuil de nombreux logements sociaux',
  },
  poverty_exposure: {
    nl: 'kansarmoede-index rond de sociale huurwoningen',
    en: 'child-poverty index around the social dwellings',
    fr: 'indice de précarité infantile autour des logements sociaux',
  },
  poverty_exposure_new: {
    nl: 'kansarmoede-index waar de nieuwe sociale woningen komen',
    en: 'child-poverty index where the new social dwellings come',
    fr: 'indice de précarité infantile là où viennent les nouveaux logements sociaux',
  },
  play_reach: {
    nl: 'kinderen met speelruimte binnen bereik',
    en: 'children with a play space within reach',
    fr: 'enfants avec un espace de jeu à portée',
  },
  play_reach_deprived: {
    nl: 'kinderen in gezinnen die als kansarm scoren met speelruimte binnen bereik',
    en: 'children in families that score as deprived with a play space within reach',
    fr: 'enfants de familles considérées comme précaires avec un espace de jeu à portée',
  },
  play_reach_new: {
    nl: 'nieuwe sociale woningen met speelruimte binnen bereik',
    en: 'new social dwellings with a play space within reach',
    fr: 'nouveaux logements sociaux avec un espace de jeu à portée',
  },
  meeting_reach: {
    nl: 'kinderen met een ontmoetingsplaats binnen bereik',
    en: 'children with a meeting place within reach',
    fr: 'enfants avec un lieu de rencontre à portée',
  },
  meeting_reach_deprived: {
    nl: 'kinderen in gezinnen die als kansarm scoren met een ontmoetingsplaats binnen bereik',
    en: 'children in families that score as deprived with a meeting place within reach',
    fr: 'enfants de familles considérées comme précaires avec un lieu de rencontre à portée',
  },
  meeting_reach_new: {
    nl: 'nieuwe sociale woningen met een ontmoetingsplaats binnen bereik',
    en: 'new social dwellings with a meeting place within reach',
    fr: 'nouveaux logements sociaux avec un lieu de rencontre à portée',
  },
  objective_remaining: {
    nl: 'sociale huurwoningen die nog resten van het bindend sociaal objectief',
    en: 'social dwellings that remain of the social-housing objective',
    fr: 'logements sociaux restant à réaliser de l’objectif social contraignant',
  },
  social_built: {
    nl: 'sociale woningen gebouwd',
    en: 'social dwellings built',
    fr: 'logements sociaux construits',
  },
  social_converted: {
    nl: 'bestaande woningen sociaal verhuurd',
    en: 'existing dwellings let as social',
    fr: 'logements existants loués comme sociaux',
  },
  social_demolished: {
    nl: 'sociale woningen gesloopt',
    en: 'social dwellings demolished',
    fr: 'logements sociaux démolis',
  },
  social_renovated: {
    nl: 'sociale woningen gerenoveerd',
    en: 'social dwellings renovated',
    fr: 'logements sociaux rénovés',
  },
  private_built: {
    nl: 'private woningen gebouwd',
    en: 'private dwellings built',
    fr: 'logements privés construits',
  },
  private_demolished: {
    nl: 'private woningen gesloopt',
    en: 'private dwellings demolished',
    fr: 'logements privés démolis',
  },
  family_share: {
    nl: 'gezinswoningen, van de nieuwe sociale woningen waarvan de grootte bekend is',
    en: 'family dwellings, of the new social dwellings of known size',
    fr: 'logements familiaux, parmi les nouveaux logements sociaux de taille connue',
  },
  children: {
    nl: 'kinderen in de nieuwe sociale woningen',
    en: 'children in the new social dwellings',
    fr: 'enfants dans les nouveaux logements sociaux',
  },
  'children_0-5': {
    nl: 'kinderen van 0 tot en met 5 in de nieuwe sociale woningen',
    en: 'children aged 0 to 5 in the new social dwellings',
    fr: 'enfants de 0 à 5 ans dans les nouveaux logements sociaux',
  },
  'children_6-11': {
    nl: 'kinderen van 6 tot en met 11 in de nieuwe sociale woningen',
    en: 'children aged 6 to 11 in the new social dwellings',
    fr: 'enfants de 6 à 11 ans dans les nouveaux logements sociaux',
  },
  'children_12-17': {
    nl: 'kinderen van 12 tot en met 17 in de nieuwe sociale woningen',
    en: 'children aged 12 to 17 in the new social dwellings',
    fr: 'enfants de 12 à 17 ans dans les nouveaux logements sociaux',
  },
};

/** What reach is called where dwellings stand for children, of whom there are no figures. */
export const DWELLINGS_IN_REACH: Readonly<Record<ReachFunction, Texts>> = {
  play: {
    nl: 'woningen met speelruimte binnen bereik',
    en: 'dwellings with a play space within reach',
    fr: 'logements avec un espace de jeu à portée',
  },
  meeting: {
    nl: 'woningen met een ontmoetingsplaats binnen bereik',
    en: 'dwellings with a meeting place within reach',
    fr: 'logements avec un lieu de rencontre à portée',
  },
};
