import type { Texts } from '../areas/indicator.ts';

/** A distance that somebody plans by: a preset to begin with and no verdict. Walking distance, metres. */
export type ReachNorm = { id: string; metres: number; title: Texts; source: Texts };

const byAge: Texts = {
  nl: 'gangbaar bij Nederlandse gemeenten',
  en: 'common among Dutch municipalities',
  fr: 'courant dans les communes néerlandaises',
};
const fields: Texts = { nl: 'Fields in Trust (VK)', en: 'Fields in Trust (UK)', fr: 'Fields in Trust (RU)' };

/** Distances to play space that publishers of norms give; for meeting places none was found. */
export const playNorms: readonly ReachNorm[] = [
  {
    id: 'age_0_5',
    metres: 100,
    title: { nl: '0 tot en met 5 jaar', en: 'aged 0 to 5', fr: 'de 0 à 5 ans' },
    source: byAge,
  },
  {
    id: 'age_6_11',
    metres: 400,
    title: { nl: '6 tot en met 11 jaar', en: 'aged 6 to 11', fr: 'de 6 à 11 ans' },
    source: byAge,
  },
  {
    id: 'age_12_14',
    metres: 1000,
    title: { nl: '12 tot en met 14 jaar', en: 'aged 12 to 14', fr: 'de 12 à 14 ans' },
    source: byAge,
  },
  {
    id: 'lap',
    metres: 100,
    title: {
      nl: 'LAP, een eerste speelplek',
      en: 'LAP, a local area for play',
      fr: 'LAP, une première aire',
    },
    source: fields,
  },
  {
    id: 'leap',
    metres: 400,
    title: { nl: 'LEAP, met speeltoestellen', en: 'LEAP, with equipment', fr: 'LEAP, avec équipements' },
    source: fields,
  },
  {
    id: 'neap',
    metres: 1000,
    title: { nl: 'NEAP, voor de buurt', en: 'NEAP, for the neighbourhood', fr: 'NEAP, pour le quartier' },
    source: fields,
  },
];
