import type { Contiguity } from '../../areas/contiguity.ts';
import { ProblemError } from '../../problem.ts';
import type { Counts, Population } from '../types.ts';

/** What is tried: the same number of new social dwellings in each area by itself. */
export type Trial = {
  /** Of all areas, also those without dwellings. */
  counts: Counts;
  dwellings: number;
  /** Sums over all areas once the dwellings are there; they are the same wherever these come. */
  then: Population;
  /** Who touches whom among all areas; null where it is not known. */
  contiguity: Contiguity | null;
};

/** The value of an index once one area, by position, got the dwellings; NaN where it has none then. */
export type ValueThen = (area: number) => number;

/** Prepares what all areas have in common, so that each takes a few steps of its own. */
export type Way = (trial: Trial) => ValueThen;

/** Contiguity that an index asks for; ProblemError `bad-parameter` where it is not known. */
export function contiguityOfTrial({ contiguity }: Trial): Contiguity {
  if (contiguity === null) {
    throw new ProblemError(
      'bad-parameter',
      'This index asks who touches whom; give the contiguity of the areas.',
      {
        needs: 'contiguity',
      },
    );
  }
  return contiguity;
}
