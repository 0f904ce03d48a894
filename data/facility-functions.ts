import type { Texts } from '../core/areas/indicator.ts';

/** What a place can be for. A place can have several functions: a park with swings is green and play. */
export const FACILITY_FUNCTION_IDS = [
  'play',
  'meeting',
  'recreation',
  'sport',
  'green',
  'huis_van_het_kind',
  'childcare',
  'nursery_school',
  'primary_school',
  'library',
  'youth',
  'wifi',
] as const;
export type FacilityFunctionId = (typeof FACILITY_FUNCTION_IDS)[number];

export function isFacilityFunction(text: string): text is FacilityFunctionId {
  return (FACILITY_FUNCTION_IDS as readonly string[]).includes(text);
}

/** Groups functions in lists and legends: space outside, places indoors to meet, family services, education. */
export type FacilityTheme = 'outdoors' | 'meeting' | 'family' | 'education';

export type FacilityFunction = { id: FacilityFunctionId; theme: FacilityTheme; title: Texts; plural: Texts };

export const facilityFunctions: readonly FacilityFunction[] = [
  {
    id: 'play',
    theme: 'outdoors',
    title: { nl: 'speelruimte', en: 'play space', fr: 'espace de jeu' },
    plural: { nl: 'speelruimten', en: 'play spaces', fr: 'espaces de jeu' },
  },
  {
    id: 'meeting',
    theme: 'meeting',
    title: { nl: 'ontmoetingsplaats', en: 'meeting place', fr: 'lieu de rencontre' },
    plural: { nl: 'ontmoetingsplaatsen', en: 'meeting places', fr: 'lieux de rencontre' },
  },
  {
    id: 'recreation',
    theme: 'outdoors',
    title: { nl: 'recreatieplaats', en: 'recreation place', fr: 'lieu de loisirs' },
    plural: { nl: 'recreatieplaatsen', en: 'recreation places', fr: 'lieux de loisirs' },
  },
  {
    id: 'sport',
    theme: 'outdoors',
    title: { nl: 'sportplaats', en: 'sports place', fr: 'lieu de sport' },
    plural: { nl: 'sportplaatsen', en: 'sports places', fr: 'lieux de sport' },
  },
  {
    id: 'green',
    theme: 'outdoors',
    title: { nl: 'groene ruimte', en: 'green space', fr: 'espace vert' },
    plural: { nl: 'groene ruimten', en: 'green spaces', fr: 'espaces verts' },
  },
  {
    id: 'huis_van_het_kind',
    theme: 'family',
    title: {
      nl: 'Huis van het Kind',
      en: 'Huis van het Kind (family centre)',
      fr: 'Huis van het Kind (maison de l’enfant)',
    },
    plural: {
      nl: 'Huizen van het Kind',
      en: 'Huizen van het Kind (family centres)',
      fr: 'Huizen van het Kind (maisons de l’enfant)',
    },
  },
  {
    id: 'childcare',
    theme: 'family',
    title: { nl: 'kinderopvang', en: 'childcare', fr: 'accueil d’enfants' },
    plural: { nl: 'kinderopvangplaatsen', en: 'childcare locations', fr: 'lieux d’accueil d’enfants' },
  },
  {
    id: 'nursery_school',
    theme: 'education',
    title: { nl: 'kleuterschool', en: 'nursery school', fr: 'école maternelle' },
    plural: { nl: 'kleuterscholen', en: 'nursery schools', fr: 'écoles maternelles' },
  },
  {
    id: 'primary_school',
    theme: 'education',
    title: { nl: 'lagere school', en: 'primary school', fr: 'école primaire' },
    plural: { nl: 'lagere scholen', en: 'primary schools', fr: 'écoles primaires' },
  },
  {
    id: 'library',
    theme: 'meeting',
    title: { nl: 'bibliotheek', en: 'library', fr: 'bibliothèque' },
    plural: { nl: 'bibliotheken', en: 'libraries', fr: 'bibliothèques' },
  },
  {
    id: 'youth',
    theme: 'meeting',
    title: { nl: 'jeugdwerk', en: 'youth work', fr: 'animation jeunesse' },
    plural: { nl: 'plaatsen voor jeugdwerk', en: 'youth work places', fr: 'lieux d’animation jeunesse' },
  },
  {
    id: 'wifi',
    theme: 'meeting',
    title: { nl: 'gratis openbare wifi', en: 'free public wifi', fr: 'wifi public gratuit' },
    plural: {
      nl: 'punten met gratis openbare wifi',
      en: 'free public wifi points',
      fr: 'points wifi publics gratuits',
    },
  },
];

/** A publisher's word, in lower case, and the functions it means; an empty list: known, and none of ours. */
export type FacilityWords = Readonly<Record<string, readonly FacilityFunctionId[]>>;

/** Stad Gent, speelterreinen (2022): every word in the comma list `functies`. 14 of 207 records have no word. */
export const gentPlayWords: FacilityWords = {
  speeltoestellen: ['play'],
  zandbak: ['play'],
  'avontuurlijk spelen': ['play'],
  buurtvoetbal: ['sport', 'recreation'],
  voetbal: ['sport', 'recreation'],
  pannavoetbal: ['sport', 'recreation'],
  basketbal: ['sport', 'recreation'],
  volleybal: ['sport', 'recreation'],
  skate: ['sport', 'recreation'],
  'street workout': ['sport', 'recreation'],
  fitnesstoestellen: ['sport', 'recreation'],
  fitpoint: ['sport', 'recreation'],
  pingpong: ['recreation', 'meeting'],
  petanque: ['recreation', 'meeting'],
};

/** Ordnance Survey greenspace, `site_type` of a polygon. A golf course is no place for every child to go. */
export const greenspaceSiteWords: FacilityWords = {
  'play space': ['play'],
  'public park or garden': ['green', 'recreation'],
  'playing field': ['green', 'recreation', 'sport'],
  'other sports facility': ['sport', 'recreation'],
  'bowling green': ['sport', 'recreation'],
  'tennis court': ['sport', 'recreation'],
  'allotments or community growing spaces': ['green', 'meeting'],
  'religious grounds': ['green'],
  cemetery: ['green'],
  'golf course': ['sport'],
};

/** Ordnance Survey greenspace, `access_type` of an entrance: what can be entered on foot counts as green. */
export const greenspaceAccessWords: FacilityWords = {
  pedestrian: ['green'],
  'motor vehicle and pedestrian': ['green'],
  'motor vehicle': [],
};

/** Sport England's active places, `facility_type`. Whether the public may enter is the attribute `access_type`. */
export const sportsFacilityWords: FacilityWords = {
  'grass pitches': ['sport', 'recreation'],
  'artificial grass pitches': ['sport', 'recreation'],
  'outdoor tennis courts': ['sport', 'recreation'],
  'indoor tennis courts': ['sport', 'recreation'],
  'sports halls': ['sport', 'recreation'],
  'swimming pools': ['sport', 'recreation'],
  'squash courts': ['sport', 'recreation'],
  'ice rinks': ['sport', 'recreation'],
  'ski slopes': ['sport', 'recreation'],
  athletics: ['sport', 'recreation'],
  'health and fitness gym stations': ['sport'],
  studios: ['sport'],
  golf: ['sport'],
};

/** Public libraries in England, `Type`: who runs it. All of them lend books and let people sit. */
export const libraryWords: FacilityWords = {
  'local authority run library': ['library', 'meeting'],
  'commissioned library': ['library', 'meeting'],
  'community run library': ['library', 'meeting'],
  'independent community library': ['library', 'meeting'],
  'partnership run library': ['library', 'meeting'],
  'lostock high school run library': ['library'],
  'local authority run library book access point': ['library'],
};
