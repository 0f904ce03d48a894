import { exactExpectation, hasExactExpectation } from '../concentration/inference/expectation.ts';
import { answersToChance, inferIndices } from '../concentration/inference/infer.ts';
import { areWholeCounts } from '../concentration/inference/whole-counts.ts';
import { populateInput } from '../concentration/measure.ts';
import { indexById } from '../concentration/registry.ts';
import { NO_SPACE } from '../concentration/space.ts';
import type { EvaluatedAreas } from './evaluated.ts';

/** Draws behind an expected value that has no closed form, and their seed: the same everywhere. */
export const CHANCE_DRAWS = 99;
export const CHANCE_SEED = 1;

/** The value of an index if the social dwellings lay at random over all dwellings; null where the index has no value. */
export type ChanceExpectation = {
  before: number | null;
  after: number | null;
  by: 'exact' | 'simulation';
};

/**
 * What chance alone would give before and after, by id; an index that chance cannot change is left out, and all of
 * them where a count is no whole number. Beside the evaluation, because it takes longer: 10 ms for a closed form over
 * 10,000 areas, and about a second where it must be drawn. Codes of the indices as in `indexById`.
 */
export function chanceOfScenario(
  areas: EvaluatedAreas,
  ids: readonly string[],
): Record<string, ChanceExpectation> {
  const asked = ids.filter(answersToChance);
  const before = expectedValues(areas.socialBefore, areas.totalBefore, asked);
  const after = expectedValues(areas.socialAfter, areas.totalAfter, asked);
  if (before === null || after === null) return {};
  return Object.fromEntries(
    asked.map(id => [
      id,
      {
        before: before.get(id) ?? null,
        after: after.get(id) ?? null,
        by: hasExactExpectation(indexById(id)) ? 'exact' : 'simulation',
      },
    ]),
  );
}

/** Null where a count is no whole number. */
function expectedValues(
  group: Float64Array,
  total: Float64Array,
  ids: readonly string[],
): Map<string, number> | null {
  const populated = populateInput({ codes: [], group, total }, NO_SPACE);
  const { counts, population } = populated;
  if (!areWholeCounts(counts)) return null;
  const expected = new Map<string, number>();
  const drawn: string[] = [];
  for (const id of ids) {
    const index = indexById(id);
    if (!hasExactExpectation(index)) drawn.push(id);
    else if ('value' in index.compute(counts, population)) expected.set(id, exactExpectation(index, counts));
  }
  if (drawn.length > 0) {
    const inferred = inferIndices(populated, drawn, { draws: CHANCE_DRAWS, seed: CHANCE_SEED });
    for (const [id, { expected: mean }] of Object.entries(inferred)) expected.set(id, mean);
  }
  return expected;
}
