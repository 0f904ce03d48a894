import { numberTexts } from '../number.ts';
import type { IndexDescription } from '../types.ts';

/** Indices of several groups that need a map; the functions stand in distortion.ts. */
export const multigroupMapDescriptions: readonly IndexDescription[] = [
  {
    id: 'global_distortion',
    family: 'multigroup',
    title: { nl: 'distorsie', en: 'distortion', fr: 'distorsion' },
    formula: 'Σᵢ (tᵢ/T) Σₖ Σₘ qᵢₖₘ ln(qᵢₖₘ/πₘ)',
    symbols: {
      nl: 'qᵢₖₘ het aandeel van groep m in de k gebieden die het dichtst bij i liggen, i meegeteld; πₘ in het geheel',
      en: 'qᵢₖₘ the share of group m in the k areas nearest to i, itself included; πₘ in the whole',
      fr: 'qᵢₖₘ la part du groupe m dans les k zones les plus proches de i, elle-même comprise ; πₘ dans l’ensemble',
    },
    citation: {
      author: 'Olteanu, Randon-Furling & Clark',
      year: 2019,
      work: 'Segregation through the multiscalar lens. PNAS 116, 12250–12254; weighted as in de Bézenac et al. (2022)',
    },
    range: [0, Number.POSITIVE_INFINITY],
    direction: 'higher_is_more_concentrated',
    example: 15.3,
    reading: value => {
      const steps = numberTexts(value);
      return {
        nl: `Wie van de gemiddelde woning naar buiten stapt, loopt in totaal ${steps.nl} nat afwijking van de mix van het geheel op.`,
        en: `Stepping outward from the average dwelling one meets ${steps.en} nat of divergence from the overall mix in all.`,
        fr: `En s’éloignant du logement moyen, on rencontre au total ${steps.fr} nat d’écart à la composition d’ensemble.`,
      };
    },
  },
];
