import { percentTexts } from '../percent.ts';
import type { IndexDescription } from '../types.ts';

const allen = {
  author: 'Allen, Burgess, Davidson & Windmeijer',
  year: 2015,
  work: 'More reliable inference for the dissimilarity index of segregation. Econometrics Journal 18, 40–66',
};

/** What the numbers beside an index say; `inferIndices` gives them for every index, here told for D. */
export const inferenceDescriptions: readonly IndexDescription[] = [
  {
    id: 'dissimilarity_expected',
    family: 'inference',
    title: { nl: 'verwacht door toeval', en: 'expected by chance', fr: 'attendu par hasard' },
    formula: 'E[I], xᵢ ~ H(T, X, tᵢ)',
    symbols: {
      nl: 'I de index; het lot verdeelt X sociale woningen over T woningen, tᵢ zoals ze zijn: xᵢ is hypergeometrisch; exact voor sommen over gebieden, anders het gemiddelde van de trekkingen',
      en: 'I the index; X social dwellings dealt at random over T dwellings, tᵢ as they are: xᵢ is hypergeometric; exact for sums over areas, otherwise the mean of the draws',
      fr: 'I l’indice ; X logements sociaux répartis au hasard sur T, tᵢ inchangés : xᵢ est hypergéométrique ; exact pour les sommes sur les zones, sinon la moyenne des tirages',
    },
    citation: {
      author: 'Carrington & Troske',
      year: 1997,
      work: 'On measuring segregation in samples with small units. Journal of Business & Economic Statistics 15, 402–409; after Winship (1977)',
    },
    range: [0, 1],
    direction: 'neutral',
    example: 0.016,
    reading: value => {
      const share = percentTexts(value);
      return {
        nl: `Ook als het lot bepaalde waar sociale woningen staan, zou de index ${share.nl} zijn: kleine gebieden wijken altijd wat af.`,
        en: `Even if lot decided where social dwellings stand, the index would be ${share.en}: small areas always differ a little.`,
        fr: `Même si le sort décidait où se trouvent les logements sociaux, l’indice serait de ${share.fr} : les petites zones s’écartent toujours un peu.`,
      };
    },
    difference: {
      nl: 'R segregation en PySAL schatten dit met trekkingen; wij rekenen het voor elke index die een som over gebieden is exact uit. De p-waarde is (r + 1)/(n + 1) en dus nooit 0 (PySAL geeft 0 met negen trekkingen), en het verplaatsen van gebieden onder een index die niet naar ligging kijkt wordt geweigerd in plaats van met p = 0 beantwoord.',
      en: 'R segregation and PySAL estimate this by draws; we compute it exactly for every index that is a sum over areas. The p-value is (r + 1)/(n + 1) and so never 0 (PySAL gives 0 with nine draws), and moving areas about under an index that does not look at where they lie is refused instead of answered with p = 0.',
      fr: 'R segregation et PySAL l’estiment par tirages ; nous le calculons exactement pour tout indice qui est une somme sur les zones. La valeur p est (r + 1)/(n + 1), donc jamais 0 (PySAL donne 0 avec neuf tirages), et déplacer les zones sous un indice qui ignore leur situation est refusé au lieu de répondre p = 0.',
    },
  },
  {
    id: 'dissimilarity_debiased',
    family: 'inference',
    title: { nl: 'gecorrigeerd voor toeval', en: 'corrected for chance', fr: 'corrigé du hasard' },
    formula: '2 I − E[I*], xᵢ* ~ B(tᵢ, pᵢ); [2 I − q₀.₉₇₅(I*), 2 I − q₀.₀₂₅(I*)]',
    symbols: {
      nl: 'I de index, I* die van nagebootste gegevens waarin xᵢ* binomiaal is; q een kwantiel ervan (basic bootstrap)',
      en: 'I the index, I* that of replicates in which xᵢ* is binomial; q a quantile of them (basic bootstrap)',
      fr: 'I l’indice, I* celui de répliques où xᵢ* est binomial ; q un quantile (bootstrap de base)',
    },
    citation: allen,
    range: [0, 1],
    direction: 'higher_is_more_concentrated',
    example: 0.32,
    reading: value => {
      const share = percentTexts(value);
      return {
        nl: `Zonder de opwaartse vertekening van kleine gebieden is de index ${share.nl}.`,
        en: `Without the upward bias of small areas the index is ${share.en}.`,
        fr: `Sans le biais vers le haut des petites zones, l’indice est de ${share.fr}.`,
      };
    },
  },
];
