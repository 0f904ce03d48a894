import type { FamiliesAnswer, FamiliesQuestion } from '../../../../releases/access/families.ts';
import type { VarietyAnswer, VarietyQuestion } from '../../../../releases/access/variety.ts';
import type { AreasItem, Release } from '../../../../releases/types.ts';
import { accessOrigin } from './views.ts';

const areasOf = ({ level, vintage, hash }: AreasItem) => ({ level, vintage, areasHash: hash });
const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** How many functions children have near, as the API and the command line tell it. */
export function varietyView(
  release: Release,
  { scope, withinM }: VarietyQuestion,
  answer: VarietyAnswer,
  codes: readonly string[],
) {
  const { item, indices, known, variety, wanted, scoped } = answer;
  const { counted, exactAges, areasWithout } = scoped;
  return {
    ...accessOrigin(release, answer),
    ...areasOf(item),
    ...{ scope, withinM, functions: [...wanted], counted, exactAges, areasWithout },
    totals: variety.groups,
    columns: {
      code: Array.from(indices, index => codes[index]!),
      index: [...indices],
      children: Array.from(indices, (_, k) => (known[k] === 0 ? null : variety.children[k]!)),
      mean: Array.from(indices, (_, k) => share(variety.functions[k]!, variety.children[k]!)),
    },
  };
}

/** Births within reach of family centres, as the API and the command line tell them. */
export function familiesView(
  release: Release,
  { scope, withinM, ...asked }: FamiliesQuestion,
  answer: FamiliesAnswer,
  codes: readonly string[],
) {
  const { item, indices, known, centres, areasWithoutBirths } = answer;
  const { reach, births, deprived } = answer.families;
  const cells = (column: Float64Array) => Array.from(indices, (_, k) => (known[k] === 0 ? null : column[k]!));
  return {
    ...accessOrigin(release, answer),
    ...areasOf(item),
    ...{
      scope,
      withinM,
      function: asked.function,
      births: answer.births,
      areasWithoutBirths,
      centres,
      reach,
    },
    columns: {
      code: Array.from(indices, index => codes[index]!),
      index: [...indices],
      births: cells(births.all),
      births_reached: cells(births.reached),
      deprived: cells(deprived.all),
      deprived_reached: cells(deprived.reached),
      deprived_share: Array.from(indices, (_, k) => share(deprived.reached[k]!, deprived.all[k]!)),
    },
  };
}
