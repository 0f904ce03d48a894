import { type CountsInput, type CountsOptions, prepareCounts } from './counts.ts';
import type { Concentration } from './evaluate.ts';
import { answersToChance, type InferenceOptions, inferIndices } from './inference/infer.ts';
import type { Inference } from './inference/summary.ts';
import { NO_SPACE, type PopulatedSpace, populate, type Space } from './space.ts';
import { anyIndexById, availableIndices, computeIndex } from './spatial-registry.ts';
import type { IndexOutcome } from './types.ts';

/** An outcome and, where asked for, what chance says about it. */
export type MeasuredIndex = IndexOutcome & Partial<Omit<Inference, 'value'>>;

export type Measurement = Omit<Concentration, 'indices'> & { indices: Record<string, MeasuredIndex> };

export type MeasureOptions = CountsOptions & {
  /** Ids; `counts` for all that look at counts alone; all that the space allows where not said. */
  indices?: readonly string[] | 'counts';
  inference?: InferenceOptions | null;
};

/**
 * Indices of counts and, given a space, of where they lie; the answer of the command line and the API. Checks
 * the counts as `prepareCounts` does; the space is aligned with them. Further errors as in `anyIndexById`,
 * `SpatialIndexDefinition.compute` and `inferIndices`.
 */
export function measureConcentration(
  input: CountsInput,
  space: Space = NO_SPACE,
  options: MeasureOptions = {},
): Measurement {
  const prepared = prepareCounts(input, options);
  const populated = populateInput(input, space);
  const named = typeof options.indices === 'object' ? options.indices : null;
  const ids = named ?? availableIndices(options.indices === 'counts' ? NO_SPACE : space);
  // Of a whole list chance answers for what it can; who names an index is told when it cannot.
  const asked = named ? ids : ids.filter(answersToChance);
  const nameOf = (place: number): string => input.codes[populated.places[place]!]!;
  const inferred = options.inference ? inferIndices(populated, asked, options.inference, nameOf) : {};
  const indices = ids.map((id): [string, MeasuredIndex] => [
    id,
    { ...computeIndex(anyIndexById(id), populated), ...inferred[id] },
  ]);
  return {
    zones: prepared.zones,
    dropped: prepared.dropped,
    clamped: prepared.clamped,
    social: prepared.group,
    total: prepared.total,
    indices: Object.fromEntries(indices),
  };
}

/** Counts that `prepareCounts` has accepted, in their places; a group above its total has been lowered to it. */
export function populateInput({ group, total }: CountsInput, space: Space): PopulatedSpace {
  return populate(
    { group: Float64Array.from(group, (x, i) => Math.min(x, total[i]!)), total: Float64Array.from(total) },
    space,
  );
}
