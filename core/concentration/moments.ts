import { ProblemError } from '../problem.ts';
import { type Change, type ChangeApproach, decomposeChange } from './change.ts';
import { type CountsInput, prepareCounts } from './counts.ts';
import { type Comparison, type ComparisonOptions, compareMoments } from './inference/comparison.ts';
import { indexById } from './registry.ts';
import type { Counts } from './types.ts';

export type ChangeQuestion = {
  /** Id of an index of counts alone. */
  index: string;
  approach: ChangeApproach;
  clamp: boolean;
  /** Null leaves the comparison with chance out. */
  inference: ComparisonOptions | null;
};

export type ChangeBetween = Change & {
  /** The difference less its bias, with interval and p; null where it was not asked for. */
  comparison: Omit<Comparison, 'first' | 'second' | 'difference'> | null;
};

/**
 * The same areas at two moments (years, or before and after a scenario), in the same order: the difference of an
 * index, how much of it is through the mix and how much through where dwellings are, and what chance says. Errors as
 * in `prepareCounts`, `indexById`, `decomposeChange` and `compareMoments`; `bad-input` for other areas.
 */
export function changeBetween(
  first: CountsInput,
  second: CountsInput,
  { index: id, approach, clamp, inference }: ChangeQuestion,
): ChangeBetween {
  if (first.codes.length !== second.codes.length || first.codes.some((code, i) => code !== second.codes[i])) {
    throw new ProblemError('bad-input', 'The two moments have other areas; give both on the same ones.');
  }
  const index = indexById(id);
  const [before, after] = [first, second].map(moment => prepareCounts(moment, { clamp }).counts) as [
    Counts,
    Counts,
  ];
  const change = decomposeChange(index.compute, before, after, approach);
  if (inference === null) return { ...change, comparison: null };
  const whole = (moment: CountsInput): Counts => ({
    group: Float64Array.from(moment.group, (x, i) => Math.min(x, moment.total[i]!)),
    total: Float64Array.from(moment.total),
  });
  const { corrected, interval, p, draws } = compareMoments(index, whole(first), whole(second), inference);
  return { ...change, comparison: { corrected, interval, p, draws } };
}
