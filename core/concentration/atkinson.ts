import { ProblemError } from '../problem.ts';
import { sumTerms } from '../summation.ts';
import { percentTexts } from './percent.ts';
import { comparingGroups } from './population.ts';
import type { IndexDefinition } from './types.ts';

/**
 * Atkinson's index for a weight b between 0 and 1: below ½ areas where the group is scarce weigh most, above
 * ½ those where it is over-represented. With the geometric mean S = Σ (x/X)ᵇ (y/Y)¹⁻ᵇ it is 1 − S^(1/(1−b)).
 * 1 − S is summed as differences of means, which are never negative; where the groups are alike some 1e-16 of rounding is left.
 * ProblemError `bad-parameter` for another b.
 */
export function atkinson(b: number): IndexDefinition {
  if (!(b > 0 && b < 1)) {
    throw new ProblemError(
      'bad-parameter',
      `Atkinson’s b is ${b}; choose a number between 0 and 1, such as 0.5.`,
      {
        b,
      },
    );
  }
  const weight = { nl: String(b).replace('.', ','), en: String(b), fr: String(b).replace('.', ',') };
  return {
    id: `atkinson_${b}`,
    family: 'evenness',
    title: {
      nl: `Atkinson (b = ${weight.nl})`,
      en: `Atkinson (b = ${weight.en})`,
      fr: `Atkinson (b = ${weight.fr})`,
    },
    formula: `A = 1 − [Σᵢ (xᵢ/X)ᵇ (yᵢ/Y)¹⁻ᵇ]^(1/(1−b)), b = ${b}`,
    citation: {
      author: 'James & Taeuber',
      year: 1985,
      work: 'Measures of segregation. Sociological Methodology 15, 1–32; after Atkinson (1970), Journal of Economic Theory 2, 244–263',
    },
    range: [0, 1],
    direction: 'higher_is_more_concentrated',
    reading: value => {
      const share = percentTexts(value);
      return {
        nl: `De ongelijkheid weegt, ${emphasis(b).nl}, als ${share.nl} van volledige scheiding.`,
        en: `The unevenness weighs, ${emphasis(b).en}, as ${share.en} of complete separation.`,
        fr: `L’inégalité pèse, ${emphasis(b).fr}, comme ${share.fr} de la séparation complète.`,
      };
    },
    compute: comparingGroups(({ group, total }, { group: X, other: Y }) => {
      const short = sumTerms(group.length, i => {
        const x = group[i]! / X;
        const y = (total[i]! - group[i]!) / Y;
        return b * x + (1 - b) * y - x ** b * y ** (1 - b);
      });
      return short >= 1 ? 1 : Math.max(0, -Math.expm1(Math.log1p(-short) / (1 - b)));
    }),
  };
}

function emphasis(b: number): { nl: string; en: string; fr: string } {
  if (b < 0.5) {
    return {
      nl: 'met nadruk op gebieden met weinig sociale woningen',
      en: 'with emphasis on areas with few social dwellings',
      fr: 'en insistant sur les zones qui comptent peu de logements sociaux',
    };
  }
  if (b > 0.5) {
    return {
      nl: 'met nadruk op gebieden met veel sociale woningen',
      en: 'with emphasis on areas with many social dwellings',
      fr: 'en insistant sur les zones qui comptent beaucoup de logements sociaux',
    };
  }
  return {
    nl: 'met alle gebieden gelijk geteld',
    en: 'with all areas counted alike',
    fr: 'toutes les zones comptant autant',
  };
}

/** The b's that the literature reports. */
export const atkinsonIndices: readonly IndexDefinition[] = [atkinson(0.1), atkinson(0.5), atkinson(0.9)];
