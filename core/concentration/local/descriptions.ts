import { numberTexts } from '../number.ts';
import { percentTexts } from '../percent.ts';
import type { Citation, IndexDescription } from '../types.ts';

const anselin: Citation = {
  author: 'Anselin',
  year: 1995,
  work: 'Local indicators of spatial association: LISA. Geographical Analysis 27, 93–115',
};

/** What each local column measures; the functions that make them stand beside this file. */
export const localDescriptions: readonly IndexDescription[] = [
  {
    id: 'location_quotient',
    family: 'local',
    title: { nl: 'locatiequotiënt', en: 'location quotient', fr: 'quotient de localisation' },
    formula: 'LQᵢ = (xᵢ/tᵢ) / (X/T)',
    citation: { author: 'Isard', year: 1960, work: 'Methods of regional analysis. MIT Press' },
    range: [0, Number.POSITIVE_INFINITY],
    direction: 'higher_is_more_concentrated',
    example: 2.5,
    reading: value => {
      const times = numberTexts(value);
      return {
        nl: `Het aandeel sociale woningen is hier ${times.nl} keer dat van het geheel.`,
        en: `The share of social dwellings is ${times.en} times that of the whole here.`,
        fr: `La part de logements sociaux y est ${times.fr} fois celle de l’ensemble.`,
      };
    },
  },
  {
    id: 'local_dissimilarity',
    family: 'local',
    title: {
      nl: 'bijdrage aan de dissimilariteit',
      en: 'contribution to dissimilarity',
      fr: 'contribution à la dissimilarité',
    },
    formula: 'Dᵢ = ½ |xᵢ/X − yᵢ/Y|; Σᵢ Dᵢ = D',
    citation: {
      author: 'Duncan & Duncan',
      year: 1955,
      work: 'A methodological analysis of segregation indexes. American Sociological Review 20, 210–217',
    },
    range: [0, 1],
    direction: 'higher_is_more_concentrated',
    example: 0.012,
    reading: value => {
      const share = percentTexts(value);
      return {
        nl: `Dit gebied voegt ${share.nl} toe aan de dissimilariteit van het geheel.`,
        en: `This area adds ${share.en} to the dissimilarity of the whole.`,
        fr: `Cette zone ajoute ${share.fr} à la dissimilarité de l’ensemble.`,
      };
    },
  },
  {
    id: 'local_information',
    family: 'local',
    title: {
      nl: 'lokale informatie en bijdrage aan Theil H',
      en: 'local information and contribution to Theil’s H',
      fr: 'information locale et contribution au H de Theil',
    },
    formula: 'lᵢ = pᵢ ln(pᵢ/P) + (1 − pᵢ) ln((1 − pᵢ)/(1 − P)), Σᵢ (tᵢ/T) lᵢ = M, Hᵢ = tᵢ lᵢ / (T E)',
    symbols: {
      nl: 'lᵢ in nat; Hᵢ de bijdrage aan H',
      en: 'lᵢ in nats; Hᵢ the contribution to H',
      fr: 'lᵢ en nats ; Hᵢ la contribution à H',
    },
    citation: {
      author: 'Elbers',
      year: 2021,
      work: 'A method for studying differences in segregation across time and space. Sociological Methods & Research 52, 5–42; after Alonso-Villar & Del Río (2010)',
    },
    range: [0, Number.POSITIVE_INFINITY],
    direction: 'higher_is_more_concentrated',
    example: 0.37,
    reading: value => {
      const nats = numberTexts(value);
      return {
        nl: `De mix van dit gebied wijkt ${nats.nl} nat af van het geheel; 0 is dezelfde mix.`,
        en: `The mix of this area diverges ${nats.en} nat from the whole; 0 is the same mix.`,
        fr: `La composition de cette zone s’écarte de ${nats.fr} nat de l’ensemble ; 0 est la même composition.`,
      };
    },
  },
  {
    id: 'local_moran',
    family: 'local',
    title: { nl: 'lokale Moran (LISA)', en: 'local Moran (LISA)', fr: 'Moran local (LISA)' },
    formula: 'Iᵢ = zᵢ Σⱼ cᵢⱼ zⱼ / (kᵢ Σₖ zₖ²/n), zᵢ = pᵢ − p̄, p = (r + 1)/(m + 1)',
    symbols: {
      nl: 'cᵢⱼ = 1 voor buren, anders 0; kᵢ hun aantal; r van de m voorwaardelijke permutaties zijn minstens zo uitgesproken; significant tot de drempel voor valse vondsten',
      en: 'cᵢⱼ = 1 for neighbours, otherwise 0; kᵢ their number; r of the m conditional permutations are at least as extreme; significant up to the false-discovery threshold',
      fr: 'cᵢⱼ = 1 pour des voisines, sinon 0 ; kᵢ leur nombre ; r des m permutations conditionnelles sont au moins aussi extrêmes ; significatif jusqu’au seuil de fausses découvertes',
    },
    citation: anselin,
    range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    direction: 'higher_is_more_concentrated',
    example: 1.4,
    reading: value => {
      const text = numberTexts(value);
      const alike = value >= 0;
      return {
        nl: `Dit gebied ${alike ? 'lijkt op' : 'steekt af tegen'} zijn buren (${text.nl}).`,
        en: `This area ${alike ? 'resembles' : 'stands out from'} its neighbours (${text.en}).`,
        fr: `Cette zone ${alike ? 'ressemble à' : 'se distingue de'} ses voisines (${text.fr}).`,
      };
    },
    difference: {
      nl: 'esda deelt door Σz²/(n − 1), wij zoals Anselin door Σz²/n: een factor (n − 1)/n. Trekkingen die gelijk zijn aan de waarde tellen aan beide kanten, zodat een gebied dat niet kan veranderen p = 1 heeft. Net als bij esda kijkt p alleen naar de dichtste kant; de drempel voor valse vondsten wordt daarom op het halve niveau genomen, wat esda niet doet.',
      en: 'esda divides by Σz²/(n − 1), we as Anselin by Σz²/n: a factor (n − 1)/n. Draws equal to the value count on both sides, so that an area that cannot change has p = 1. Like esda’s, p looks at the nearer side only; the false-discovery threshold is therefore taken at half the level, which esda does not do.',
      fr: 'esda divise par Σz²/(n − 1), nous par Σz²/n comme Anselin : un facteur (n − 1)/n. Les tirages égaux à la valeur comptent des deux côtés, si bien qu’une zone qui ne peut changer a p = 1. Comme chez esda, p ne regarde que le côté le plus proche ; le seuil de fausses découvertes est donc pris à la moitié du niveau, ce qu’esda ne fait pas.',
    },
  },
  {
    id: 'local_geary',
    family: 'local',
    title: { nl: 'lokale Geary', en: 'local Geary', fr: 'Geary local' },
    formula: 'Cᵢ = Σⱼ cᵢⱼ (zᵢ − zⱼ)² / kᵢ, zᵢ = (pᵢ − p̄) / s',
    symbols: {
      nl: 'cᵢⱼ = 1 voor buren, anders 0; kᵢ hun aantal; p̄ en s het gemiddelde en de standaardafwijking van de aandelen',
      en: 'cᵢⱼ = 1 for neighbours, otherwise 0; kᵢ their number; p̄ and s the mean and the standard deviation of the shares',
      fr: 'cᵢⱼ = 1 pour des voisines, sinon 0 ; kᵢ leur nombre ; p̄ et s la moyenne et l’écart type des parts',
    },
    citation: anselin,
    range: [0, Number.POSITIVE_INFINITY],
    direction: 'higher_is_less_concentrated',
    example: 0.4,
    reading: value => {
      const text = numberTexts(value);
      return {
        nl: `Dit gebied en zijn buren verschillen ${text.nl} in gestandaardiseerde kwadraten; bij toeval is dat 2.`,
        en: `This area and its neighbours differ by ${text.en} in standardised squares; by chance that is 2.`,
        fr: `Cette zone et ses voisines diffèrent de ${text.fr} en carrés standardisés ; au hasard ce serait 2.`,
      };
    },
  },
  {
    id: 'getis_ord_gi_star',
    family: 'local',
    title: { nl: 'Getis–Ord Gi*', en: 'Getis–Ord Gi*', fr: 'Gi* de Getis–Ord' },
    formula: 'Gᵢ* = (Σⱼ cᵢⱼ pⱼ − p̄ Cᵢ) / (s √((n Cᵢ − Cᵢ²)/(n − 1))), Cᵢ = Σⱼ cᵢⱼ',
    symbols: {
      nl: 'cᵢⱼ = 1 voor buren en het gebied zelf, anders 0; p̄ en s het gemiddelde en de standaardafwijking van de aandelen',
      en: 'cᵢⱼ = 1 for neighbours and the area itself, otherwise 0; p̄ and s the mean and the standard deviation of the shares',
      fr: 'cᵢⱼ = 1 pour des voisines et la zone elle-même, sinon 0 ; p̄ et s la moyenne et l’écart type des parts',
    },
    citation: {
      author: 'Ord & Getis',
      year: 1995,
      work: 'Local spatial autocorrelation statistics. Geographical Analysis 27, 286–306',
    },
    range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    direction: 'higher_is_more_concentrated',
    example: 3.2,
    reading: value => {
      const text = numberTexts(value);
      const hot = value >= 0;
      return {
        nl: `Dit gebied en zijn buren hebben samen ${hot ? 'hoge' : 'lage'} aandelen (${text.nl}; vanaf 1,96 of −1,96 opvallend, gebied per gebied bekeken).`,
        en: `This area and its neighbours have ${hot ? 'high' : 'low'} shares together (${text.en}; from 1.96 or −1.96 striking, area by area).`,
        fr: `Cette zone et ses voisines ont ensemble des parts ${hot ? 'élevées' : 'faibles'} (${text.fr} ; à partir de 1,96 ou −1,96, frappant, zone par zone).`,
      };
    },
    difference: {
      nl: 'Met rij-gestandaardiseerde gewichten behandelt esda de som van de gewichten (1) als een aantal buren, waardoor z te klein wordt; de score hoort niet af te hangen van de schaal van de gewichten en doet dat hier niet.',
      en: 'With row-standardised weights esda takes the sum of the weights (1) for a number of neighbours, which makes z too small; the score should not depend on the scale of the weights, and here it does not.',
      fr: 'Avec des poids standardisés par ligne, esda prend la somme des poids (1) pour un nombre de voisines, ce qui rend z trop petit ; le score ne doit pas dépendre de l’échelle des poids, et ici il n’en dépend pas.',
    },
  },
  {
    id: 'concentration_area',
    family: 'local',
    title: { nl: 'concentratiegebied', en: 'concentration area', fr: 'zone de concentration' },
    formula: 'pᵢ > S, kᵢ > K',
    symbols: {
      nl: 'kᵢ de kansarmoede-index van het gebied; S en K gekozen drempels',
      en: 'kᵢ the child-poverty index of the area; S and K chosen thresholds',
      fr: 'kᵢ l’indice de précarité de la zone ; S et K des seuils choisis',
    },
    citation: null,
    range: [0, 1],
    direction: 'higher_is_more_concentrated',
    example: 1,
    reading: value =>
      value === 1
        ? {
            nl: 'Dit gebied heeft meer sociale woningen én meer kansarmoede dan de gekozen drempels.',
            en: 'This area has more social dwellings and more child poverty than the chosen thresholds.',
            fr: 'Cette zone compte plus de logements sociaux et plus de pauvreté infantile que les seuils choisis.',
          }
        : {
            nl: 'Dit gebied blijft onder minstens één van de gekozen drempels.',
            en: 'This area stays below at least one of the chosen thresholds.',
            fr: 'Cette zone reste en dessous d’au moins un des seuils choisis.',
          },
  },
];
