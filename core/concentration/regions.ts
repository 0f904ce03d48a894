import { ProblemError } from '../problem.ts';
import { areasWithin, type MeasuredAreas, spaceOf, type Viewpoint } from './areas.ts';
import { chancePart } from './inference/chance-part.ts';
import { checkDraws } from './inference/draws-limit.ts';
import { exactExpectation, hasExactExpectation } from './inference/expectation.ts';
import type { InferenceOptions } from './inference/infer.ts';
import { checkInference } from './inference/options.ts';
import { type Lack, lackOf } from './inference/ranking.ts';
import { areWholeCounts } from './inference/whole-counts.ts';
import { type MeasuredIndex, type Measurement, measureConcentration, populateInput } from './measure.ts';
import { spreadRatio } from './partition.ts';
import type { PopulatedSpace } from './space.ts';
import { anyIndexById, computeIndex, isSpatial } from './spatial-registry.ts';
import type { IndexOutcome } from './types.ts';

export type IndexQuestion = Viewpoint & {
  /** Id of the index. */
  index: string;
  /** Lower a group above its total to the total instead of refusing it. */
  clamp: boolean;
  inference: InferenceOptions | null;
};

/** One index of one set of areas, or why it cannot be had. */
export type MeasuredRegion = {
  /** What was counted; null where the region cannot be measured. */
  counted: Omit<Measurement, 'indices'> | null;
  index: MeasuredIndex | null;
  /** Null without a city part. */
  spreadRatio: IndexOutcome | null;
  /** What it lacks to be compared with others; null where nothing, and where there is no value. */
  lack: Lack | null;
  problem: { code: string; detail: string } | null;
};

/**
 * One index of many regions, each measured as if it were alone and with the same seed; `regions` holds the
 * positions of each region's areas, ascending. A region whose counts do not allow it says so instead of spoiling
 * the others. Throws ProblemError for what is wrong with the question itself.
 */
export function measureRegions(
  areas: MeasuredAreas,
  regions: readonly ArrayLike<number>[],
  question: IndexQuestion,
): MeasuredRegion[] {
  checkTogether(
    question,
    regions.map(kept => kept.length),
  );
  return regions.map(kept => measureRegion(areasWithin(areas, kept), question));
}

/** Refuses draws over sets of areas, `sizes` areas each, that take too long together; errors as in `checkDraws`. */
export function checkTogether({ index, inference }: IndexQuestion, sizes: readonly number[]): void {
  if (inference === null) return;
  checkInference(inference);
  checkDraws([anyIndexById(index)], sizes, inference, 0);
}

/** Problems of one region's counts; any other is a problem of the question. */
const OF_ONE_REGION: ReadonlySet<string> = new Set(['undefined-index', 'bad-input', 'too-large']);

/** `measureRegions` for a region by itself. */
export function measureRegion(
  region: MeasuredAreas,
  { index: id, clamp, inference, ...viewpoint }: IndexQuestion,
): MeasuredRegion {
  anyIndexById(id);
  try {
    const space = spaceOf(region, viewpoint);
    const { indices, ...counted } = measureConcentration(region, space, { indices: [id], inference, clamp });
    const populated = populateInput(region, space);
    const index = { ...expectedWithoutDraws(id, populated), ...indices[id]! };
    return {
      counted,
      index,
      lack: lackOfRegion(id, counted, index, populated),
      spreadRatio: space.cityPart && computeIndex(spreadRatio, populated),
      problem: null,
    };
  } catch (error) {
    if (!(error instanceof ProblemError) || !OF_ONE_REGION.has(error.code)) throw error;
    const problem = { code: error.code, detail: error.message };
    return { counted: null, index: null, spreadRatio: null, lack: null, problem };
  }
}

function lackOfRegion(
  id: string,
  { zones, total, social }: Omit<Measurement, 'indices'>,
  index: MeasuredIndex,
  { counts }: PopulatedSpace,
): Lack | null {
  if (!('value' in index)) return null;
  const { value, expected } = index;
  const chance = expected === undefined ? null : chancePart(anyIndexById(id), counts, { value, expected });
  return lackOf({ zones, dwellings: total, social, chance });
}

/** What chance gives where it can be computed, so that no raw value need stand alone. */
function expectedWithoutDraws(id: string, populated: PopulatedSpace): Partial<MeasuredIndex> {
  const index = anyIndexById(id);
  if (isSpatial(index) || !hasExactExpectation(index) || !areWholeCounts(populated.counts)) return {};
  const expected = exactExpectation(index, populated.counts);
  return Number.isFinite(expected) ? { expected, expectedBy: 'exact' } : {};
}
