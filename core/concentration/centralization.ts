import { sumColumn } from '../summation.ts';
import { percentTexts } from './percent.ts';
import { comparingInSpace } from './population-in-space.ts';
import { geometryOf, type PopulatedSpace, type SpatialIndexDefinition } from './space.ts';
import { massey } from './spatial-concentration.ts';

/**
 * Σ (before of `a` · up to and with `b`) − Σ (up to and with `a` · before of `b`) over the areas from the centre
 * outward, `a` and `b` as cumulative shares. Areas at one distance are one step, so that their order does not
 * matter.
 */
function outwardContrast(populated: PopulatedSpace, a: Float64Array, b: Float64Array): number {
  const { distance, order: outward } = outwardOrder(populated);
  const sumA = sumColumn(a);
  const sumB = sumColumn(b);
  let withinA = 0;
  let withinB = 0;
  let contrast = 0;
  for (let k = 0; k < outward.length; ) {
    const ring = distance[outward[k]!]!;
    const beforeA = withinA;
    const beforeB = withinB;
    for (; k < outward.length && distance[outward[k]!] === ring; k++) {
      withinA += a[outward[k]!]!;
      withinB += b[outward[k]!]!;
    }
    contrast += (beforeA / sumA) * (withinB / sumB) - (withinA / sumA) * (beforeB / sumB);
  }
  return contrast;
}

type Outward = { distance: Float64Array; order: Uint32Array };

/** Both indices of centralization need the areas in order of distance, which is most of their work. */
const outwardOf = new WeakMap<PopulatedSpace, Outward>();

/** Distance of each area to the space's centre, or to the mean of the centroids where it has none, and the areas from the nearest to the farthest. */
function outwardOrder(populated: PopulatedSpace): Outward {
  const known = outwardOf.get(populated);
  if (known) return known;
  const { x, y } = geometryOf(populated);
  const centre = populated.space.centre ?? { x: sumColumn(x) / x.length, y: sumColumn(y) / y.length };
  const distance = x.map((each, i) => Math.hypot(each - centre.x, y[i]! - centre.y));
  const order = populated.places.map((_, i) => i).sort((i, j) => distance[i]! - distance[j]!);
  outwardOf.set(populated, { distance, order });
  return { distance, order };
}

/** How much nearer to the centre the group lives than if it were spread over the land. */
export const absoluteCentralization: SpatialIndexDefinition = {
  id: 'absolute_centralization',
  family: 'centralization',
  title: {
    nl: 'absolute centralisatie (ACE)',
    en: 'absolute centralization (ACE)',
    fr: 'centralisation absolue (ACE)',
  },
  formula: 'ACE = Σᵢ Xᵢ₋₁ Aᵢ − Σᵢ Xᵢ Aᵢ₋₁',
  symbols: {
    nl: 'Xᵢ en Aᵢ het deel van de sociale woningen en van de oppervlakte in de i gebieden die het dichtst bij het centrum liggen',
    en: 'Xᵢ and Aᵢ the shares of the social dwellings and of the surface in the i areas nearest the centre',
    fr: 'Xᵢ et Aᵢ les parts des logements sociaux et de la superficie dans les i zones les plus proches du centre',
  },
  citation: massey,
  range: [-1, 1],
  direction: 'higher_is_more_concentrated',
  needs: ['geometry'],
  pairwise: false,
  reading: value => {
    const share = percentTexts(Math.abs(value));
    const inward = value >= 0;
    return {
      nl: `${share.nl} van de sociale woningen zou naar ${inward ? 'buiten' : 'binnen'} moeten verhuizen voor een gelijke dichtheid rond het centrum.`,
      en: `${share.en} of the social dwellings would have to move ${inward ? 'outward' : 'inward'} for an even density around the centre.`,
      fr: `${share.fr} des logements sociaux devraient se déplacer vers ${inward ? 'l’extérieur' : 'l’intérieur'} pour une densité égale autour du centre.`,
    };
  },
  compute: comparingInSpace(populated => ({
    value: outwardContrast(populated, populated.counts.group, geometryOf(populated).areaM2),
  })),
};

/** How much nearer to the centre the group lives than the others. */
export const relativeCentralization: SpatialIndexDefinition = {
  id: 'relative_centralization',
  family: 'centralization',
  title: {
    nl: 'relatieve centralisatie (RCE)',
    en: 'relative centralization (RCE)',
    fr: 'centralisation relative (RCE)',
  },
  formula: 'RCE = Σᵢ Xᵢ₋₁ Yᵢ − Σᵢ Xᵢ Yᵢ₋₁',
  symbols: {
    nl: 'Xᵢ en Yᵢ het deel van de sociale en van de andere woningen in de i gebieden die het dichtst bij het centrum liggen',
    en: 'Xᵢ and Yᵢ the shares of the social and of the other dwellings in the i areas nearest the centre',
    fr: 'Xᵢ et Yᵢ les parts des logements sociaux et des autres dans les i zones les plus proches du centre',
  },
  citation: massey,
  range: [-1, 1],
  direction: 'higher_is_more_concentrated',
  example: -0.1,
  needs: ['geometry'],
  pairwise: false,
  reading: value => {
    const share = percentTexts(Math.abs(value));
    const inward = value >= 0;
    return {
      nl: `De sociale woningen liggen ${inward ? 'dichter bij' : 'verder van'} het centrum dan de andere; ${share.nl} zou moeten verhuizen om dat te effenen.`,
      en: `The social dwellings lie ${inward ? 'nearer to' : 'farther from'} the centre than the others; ${share.en} would have to move to even that out.`,
      fr: `Les logements sociaux sont ${inward ? 'plus près' : 'plus loin'} du centre que les autres ; ${share.fr} devraient déménager pour l’équilibrer.`,
    };
  },
  compute: comparingInSpace(populated => {
    const { group, total } = populated.counts;
    const others = total.map((each, i) => each - group[i]!);
    return { value: outwardContrast(populated, group, others) };
  }),
};

export const centralizationIndices: readonly SpatialIndexDefinition[] = [
  absoluteCentralization,
  relativeCentralization,
];
