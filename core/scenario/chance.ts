import { type Contiguity, contiguityWithin } from '../areas/contiguity.ts';
import { exactExpectation, hasExactExpectation } from '../concentration/inference/expectation.ts';
import { answersToChance, inferIndices } from '../concentration/inference/infer.ts';
import { areWholeCounts } from '../concentration/inference/whole-counts.ts';
import { populateInput } from '../concentration/measure.ts';
import { NO_SPACE, type Space } from '../concentration/space.ts';
import { type AnyIndex, anyIndexById, isSpatial } from '../concentration/spatial-registry.ts';
import type { EvaluatedAreas } from './evaluated.ts';

/** Draws behind an expected value that has no closed form, and their seed: the same everywhere. */
export const CHANCE_DRAWS = 99;
export const CHANCE_SEED = 1;

/**
 * What became of chance: the social dwellings were dealt out over all dwellings, in closed form (`exact`) or drawn
 * (`simulation`); or, for an index that asks who touches whom, the areas changed places (`places`), drawn.
 */
export const CHANCE_WAYS = ['exact', 'simulation', 'places'] as const;

/** The value of an index that chance alone would give; null where the index has no value. */
export type ChanceExpectation = {
  before: number | null;
  after: number | null;
  by: (typeof CHANCE_WAYS)[number];
};

/**
 * What chance alone would give before and after, by id; an index that chance cannot change is left out, and all of
 * them where a count is no whole number. Beside the evaluation, because it takes longer: 10 ms for a closed form over
 * 10,000 areas, and about a second where it must be drawn. `contiguity` is of the whole level, for indices that ask who
 * touches whom. Errors as in `evaluateIndices`.
 */
export function chanceOfScenario(
  areas: EvaluatedAreas,
  ids: readonly string[],
  contiguity: Contiguity | null = null,
): Record<string, ChanceExpectation> {
  const asked = ids.filter(answersToChance);
  const space =
    contiguity === null ? NO_SPACE : { ...NO_SPACE, ...contiguityWithin(contiguity, areas.index) };
  const before = expectedValues(areas.socialBefore, areas.totalBefore, asked, space);
  const after = expectedValues(areas.socialAfter, areas.totalAfter, asked, space);
  if (before === null || after === null) return {};
  return Object.fromEntries(
    asked.map(id => [
      id,
      { before: before.get(id) ?? null, after: after.get(id) ?? null, by: wayOf(anyIndexById(id)) },
    ]),
  );
}

function wayOf(index: AnyIndex): ChanceExpectation['by'] {
  if (isSpatial(index)) return 'places';
  return hasExactExpectation(index) ? 'exact' : 'simulation';
}

/** Null where a count is no whole number. */
function expectedValues(
  group: Float64Array,
  total: Float64Array,
  ids: readonly string[],
  space: Space,
): Map<string, number> | null {
  const populated = populateInput({ codes: [], group, total }, space);
  const { counts, population } = populated;
  if (!areWholeCounts(counts)) return null;
  const expected = new Map<string, number>();
  const drawn: string[] = [];
  for (const id of ids) {
    const index = anyIndexById(id);
    if (isSpatial(index) || !hasExactExpectation(index)) drawn.push(id);
    else if ('value' in index.compute(counts, population)) expected.set(id, exactExpectation(index, counts));
  }
  if (drawn.length > 0) {
    const inferred = inferIndices(populated, drawn, { draws: CHANCE_DRAWS, seed: CHANCE_SEED });
    for (const [id, { expected: mean }] of Object.entries(inferred)) expected.set(id, mean);
  }
  return expected;
}
