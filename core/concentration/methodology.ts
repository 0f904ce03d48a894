import type { Texts } from '../areas/indicator.ts';
import { inferenceDescriptions } from './inference/descriptions.ts';
import { localDescriptions } from './local/descriptions.ts';
import { multigroupMapDescriptions } from './multigroup/descriptions.ts';
import { multigroupIndices } from './multigroup/indices.ts';
import { indices } from './registry.ts';
import { spatialIndices } from './spatial-registry.ts';
import type { IndexDescription, IndexFamily } from './types.ts';

/** Every index the product can tell about, of any kind. */
export const describedIndices: readonly IndexDescription[] = [
  ...indices,
  ...spatialIndices,
  ...multigroupIndices,
  ...multigroupMapDescriptions,
  ...localDescriptions,
  ...inferenceDescriptions,
];

export const FAMILY_TITLES: Readonly<Record<IndexFamily, Texts>> = {
  evenness: { nl: 'Gelijkmatigheid', en: 'Evenness', fr: 'Égalité' },
  exposure: { nl: 'Blootstelling', en: 'Exposure', fr: 'Exposition' },
  stock: { nl: 'Bezit', en: 'Stock', fr: 'Parc' },
  concentration: { nl: 'Ruimtebeslag', en: 'Concentration in space', fr: 'Concentration dans l’espace' },
  centralization: { nl: 'Centralisatie', en: 'Centralization', fr: 'Centralisation' },
  clustering: { nl: 'Groepering', en: 'Clustering', fr: 'Regroupement' },
  spatial_evenness: { nl: 'Ruimtelijke gelijkmatigheid', en: 'Spatial evenness', fr: 'Égalité spatiale' },
  spatial_exposure: { nl: 'Ruimtelijke blootstelling', en: 'Spatial exposure', fr: 'Exposition spatiale' },
  autocorrelation: { nl: 'Samenhang tussen buren', en: 'Autocorrelation', fr: 'Autocorrélation' },
  multigroup: { nl: 'Meer groepen', en: 'Several groups', fr: 'Plusieurs groupes' },
  local: { nl: 'Per gebied', en: 'Local', fr: 'Par zone' },
  inference: { nl: 'Toeval', en: 'Chance', fr: 'Hasard' },
};

export const DIRECTION_TEXTS: Readonly<Record<IndexDescription['direction'], Texts>> = {
  higher_is_more_concentrated: {
    nl: 'hoger is meer geconcentreerd',
    en: 'higher is more concentrated',
    fr: 'plus élevé signifie plus concentré',
  },
  higher_is_less_concentrated: {
    nl: 'hoger is minder geconcentreerd',
    en: 'higher is less concentrated',
    fr: 'plus élevé signifie moins concentré',
  },
  neutral: { nl: 'geen richting', en: 'no direction', fr: 'sans direction' },
};

const EXAMPLE = 0.3;

/** The section on indices of docs/methodology.md, from the same texts that the interface shows. */
export function methodologyMarkdown(): string {
  const families = [...new Set(describedIndices.map(index => index.family))];
  return families
    .map(family => {
      const title = FAMILY_TITLES[family];
      const sections = describedIndices.filter(index => index.family === family).map(indexMarkdown);
      return [`## ${title.en} · ${title.nl}`, ...sections].join('\n\n');
    })
    .join('\n\n');
}

function indexMarkdown(index: IndexDescription): string {
  const example = index.example ?? EXAMPLE;
  const reading = index.reading(example);
  const { citation, difference, symbols } = index;
  const direction = DIRECTION_TEXTS[index.direction];
  return [
    `### ${index.title.en} · ${index.title.nl}`,
    '',
    `- Id: \`${index.id}\``,
    `- Formula: ${index.formula.replaceAll('|', '│')}`,
    ...(symbols ? [`- Where: ${symbols.en}`, `- Waarin: ${symbols.nl}`] : []),
    `- Source: ${citation ? `${citation.author} (${citation.year}), ${citation.work}` : 'a plain share'}`,
    `- Range: ${bound(index.range[0])} to ${bound(index.range[1])}; ${direction.en} (${direction.nl})`,
    `- Reading at ${example}: ${reading.en}`,
    `- Leeswijzer bij ${String(example).replace('.', ',')}: ${reading.nl}`,
    ...(difference
      ? [
          `- Differs from other packages: ${difference.en}`,
          `- Verschilt van andere pakketten: ${difference.nl}`,
        ]
      : []),
  ].join('\n');
}

function bound(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '∞';
  if (value === Number.NEGATIVE_INFINITY) return '−∞';
  return String(Math.round(value * 1000) / 1000).replace('-', '−');
}
