import type { Texts } from '../areas/indicator.ts';
import { ProblemError } from '../problem.ts';
import { type Ages, checkAges } from './ages.ts';
import { checkNumber } from './numbers.ts';

/** What a norm asks; a value at the limit meets it. */
export type NormRule =
  /** A place with one of the functions, at least so large, within a walking distance in metres. */
  | { kind: 'reach'; functions: readonly string[]; withinM: number; minAreaM2: number | null }
  /** Square metres of places with one of the functions for each child of an area. */
  | { kind: 'space-per-child'; functions: readonly string[]; m2PerChild: number }
  /** Part of the land of an area, 0–1, that is a place with one of the functions. */
  | { kind: 'share-of-land'; functions: readonly string[]; share: number };

/** A norm that somebody plans by: a preset to begin with, which a planner may change, and no verdict. */
export type Norm = {
  id: string;
  /** Norms of one publisher, shown together. */
  preset: string;
  title: Texts;
  source: Texts;
  /** Children it is for; null for everybody. */
  ages: Ages | null;
  rule: NormRule;
};

/** @throws ProblemError `bad-parameter` for a negative or missing number, ages in the wrong order, or no function. */
export function checkNorm({ id, ages, rule }: Pick<Norm, 'id' | 'ages' | 'rule'>): void {
  if (ages !== null) checkAges(ages, `norm ${id}`);
  if (rule.functions.length === 0)
    throw new ProblemError('bad-parameter', `Norm ${id} is about no function; give one, such as play.`, {
      norm: id,
    });
  if (rule.kind === 'reach') {
    checkNumber('distance', rule.withinM, 'metres');
    if (rule.minAreaM2 !== null) checkNumber('smallest surface', rule.minAreaM2, 'square metres');
  } else if (rule.kind === 'space-per-child')
    checkNumber('space for a child', rule.m2PerChild, 'square metres');
  else if (!(rule.share >= 0 && rule.share <= 1))
    throw new ProblemError(
      'bad-parameter',
      `Norm ${id} asks for ${rule.share} of the land; give a part from 0 to 1, such as 0.03.`,
      { norm: id },
    );
}
