import type { Texts } from '../areas/indicator.ts';
import type { Norm } from './norm.ts';

const HECTARE_M2 = 10_000;

const mira: Texts = {
  nl: 'Vlaamse groennormen (MIRA-S 2000)',
  en: 'Flemish green norms (MIRA-S 2000)',
  fr: 'normes vertes flamandes (MIRA-S 2000)',
};
const thirty: Texts = { nl: '3-30-300-regel', en: '3-30-300 rule', fr: 'règle 3-30-300' };
const byAge: Texts = {
  nl: 'gangbaar bij Nederlandse gemeenten',
  en: 'common among Dutch municipalities',
  fr: 'courant dans les communes néerlandaises',
};
const fields: Texts = { nl: 'Fields in Trust (VK)', en: 'Fields in Trust (UK)', fr: 'Fields in Trust (RU)' };

const green = (id: string, title: Texts, withinM: number, minHectares: number | null): Norm => ({
  id,
  preset: 'mira',
  title,
  source: mira,
  ages: null,
  rule: {
    kind: 'reach',
    functions: ['green'],
    withinM,
    minAreaM2: minHectares === null ? null : minHectares * HECTARE_M2,
  },
});

const play = (
  id: string,
  preset: string,
  title: Texts,
  source: Texts,
  withinM: number,
  more: { minAreaM2?: number; ages?: Norm['ages'] } = {},
): Norm => ({
  id,
  preset,
  title,
  source,
  ages: more.ages ?? null,
  rule: { kind: 'reach', functions: ['play'], withinM, minAreaM2: more.minAreaM2 ?? null },
});

/**
 * Norms for green and play as their publishers give them; distances on foot. Kind & Samenleving argues against norms that
 * are the same everywhere, and for the web of play places and the routes between them: these are presets to begin with.
 */
export const normPresets: readonly Norm[] = [
  green(
    'green_residential',
    { nl: 'woongroen', en: 'green near the home', fr: 'vert près du logement' },
    150,
    null,
  ),
  green(
    'green_neighbourhood',
    {
      nl: 'buurtgroen, meer dan 1 ha',
      en: 'neighbourhood green, over 1 ha',
      fr: 'vert de voisinage, > 1 ha',
    },
    400,
    1,
  ),
  green(
    'green_district',
    { nl: 'wijkgroen, meer dan 10 ha', en: 'district green, over 10 ha', fr: 'vert de quartier, > 10 ha' },
    800,
    10,
  ),
  green(
    'green_city_part',
    {
      nl: 'stadsdeelgroen, meer dan 30 ha',
      en: 'green for a part of the city, over 30 ha',
      fr: 'vert de secteur urbain, > 30 ha',
    },
    1600,
    30,
  ),
  green(
    'green_city',
    { nl: 'stadsgroen, meer dan 60 ha', en: 'green for the city, over 60 ha', fr: 'vert urbain, > 60 ha' },
    3200,
    60,
  ),
  green(
    'green_city_forest',
    { nl: 'stadsbos, meer dan 200 ha', en: 'city forest, over 200 ha', fr: 'forêt urbaine, > 200 ha' },
    5000,
    200,
  ),
  {
    id: 'green_300',
    preset: '3-30-300',
    title: {
      nl: 'openbaar groen van minstens 0,5 ha (ook 1 ha komt voor)',
      en: 'public green of at least 0.5 ha (1 ha is used too)',
      fr: 'espace vert public d’au moins 0,5 ha (parfois 1 ha)',
    },
    source: thirty,
    ages: null,
    rule: { kind: 'reach', functions: ['green'], withinM: 300, minAreaM2: HECTARE_M2 / 2 },
  },
  {
    id: 'informal_play',
    preset: 'jantje-beton',
    title: {
      nl: '3 % van het woongebied is informele speelruimte',
      en: '3 % of the residential land is informal play space',
      fr: '3 % de la zone résidentielle est un espace de jeu informel',
    },
    source: { nl: 'Jantje Beton (NL)', en: 'Jantje Beton (NL)', fr: 'Jantje Beton (PB)' },
    ages: null,
    rule: { kind: 'share-of-land', functions: ['play'], share: 0.03 },
  },
  play(
    'age_0_5',
    'by-age',
    { nl: '0 tot en met 5 jaar', en: 'aged 0 to 5', fr: 'de 0 à 5 ans' },
    byAge,
    100,
    {
      ages: { from: 0, to: 5 },
    },
  ),
  play(
    'age_6_11',
    'by-age',
    { nl: '6 tot en met 11 jaar', en: 'aged 6 to 11', fr: 'de 6 à 11 ans' },
    byAge,
    400,
    {
      ages: { from: 6, to: 11 },
    },
  ),
  play(
    'age_12_14',
    'by-age',
    { nl: '12 tot en met 14 jaar', en: 'aged 12 to 14', fr: 'de 12 à 14 ans' },
    byAge,
    1000,
    { ages: { from: 12, to: 14 } },
  ),
  play(
    'lap',
    'fields-in-trust',
    { nl: 'LAP, een eerste speelplek', en: 'LAP, a local area for play', fr: 'LAP, une première aire' },
    fields,
    100,
    { minAreaM2: 100 },
  ),
  play(
    'leap',
    'fields-in-trust',
    { nl: 'LEAP, met speeltoestellen', en: 'LEAP, with equipment', fr: 'LEAP, avec équipements' },
    fields,
    400,
    { minAreaM2: 400 },
  ),
  play(
    'neap',
    'fields-in-trust',
    { nl: 'NEAP, voor de buurt', en: 'NEAP, for the neighbourhood', fr: 'NEAP, pour le quartier' },
    fields,
    1000,
    { minAreaM2: 1000 },
  ),
  {
    id: 'london_play',
    preset: 'london',
    title: {
      nl: '10 m² speelruimte per kind',
      en: '10 m² of play space per child',
      fr: '10 m² d’espace de jeu par enfant',
    },
    source: { nl: 'Londen', en: 'London', fr: 'Londres' },
    ages: null,
    rule: { kind: 'space-per-child', functions: ['play'], m2PerChild: 10 },
  },
];
