import type { ChangeApproach } from '../../core/concentration/change.ts';
import type { ComparisonOptions } from '../../core/concentration/inference/comparison.ts';
import type { ChangeBetween } from '../../core/concentration/moments.ts';
import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import type { Desk } from './desk.ts';
import { type AreasQuestion, type Subject, scenarioSubject, subjectOf } from './measured-areas.ts';
import type { Release } from './types.ts';

export type ChangeQuestion = Omit<AreasQuestion, 'year'> & {
  from: number;
  to: number;
  index: string;
  approach: ChangeApproach;
  clamp: boolean;
  inference: ComparisonOptions | null;
};

/** Two situations of the same areas to tell apart. */
export type SituationsQuestion = Pick<ChangeQuestion, 'index' | 'approach' | 'clamp' | 'inference'> & {
  /** The baseline of `second` where not given. */
  first: ScenarioDocument | null;
  second: ScenarioDocument;
  /** Codes of a selection of their areas. */
  areas?: readonly string[] | undefined;
};

/**
 * An index before and after a scenario, or under two scenarios on one baseline; errors as in `scenarioSubject` and
 * `changeBetween`, and `bad-parameter` for scenarios on other areas, years or scopes.
 */
export async function changeThrough(
  desk: Desk,
  { first, second, areas, ...asked }: SituationsQuestion,
): Promise<{ subject: Subject; change: ChangeBetween }> {
  const other = first ?? { ...second, edits: [] };
  const differs = (['release', 'region', 'level', 'vintage', 'indicator', 'year', 'scope'] as const).find(
    name => JSON.stringify(other.baseline[name]) !== JSON.stringify(second.baseline[name]),
  );
  if (differs !== undefined) {
    throw new ProblemError(
      'bad-parameter',
      `The two scenarios have another ${differs}; compare scenarios on one baseline`,
      { member: `baseline.${differs}` },
    );
  }
  const { clamp } = asked;
  const before = await scenarioSubject(desk, other, { areas, clamp });
  const after = await scenarioSubject(desk, second, { areas, clamp });
  const change = await desk.computation.run('change', [before.areas, after.areas, asked], {
    signal: desk.signal,
    long: asked.inference !== null,
  });
  return { subject: after, change };
}

/** An index in two years: the difference, its parts, and what chance says; errors as in `subjectOf` and `changeBetween`. */
export async function changeOver(
  desk: Desk,
  release: Release,
  { from, to, index, approach, clamp, inference, ...question }: ChangeQuestion,
): Promise<{ subject: Subject; change: ChangeBetween }> {
  const first = await subjectOf(desk, release, { ...question, year: from });
  const second = await subjectOf(desk, release, { ...question, year: to });
  const change = await desk.computation.run(
    'change',
    [first.areas, second.areas, { index, approach, clamp, inference }],
    { signal: desk.signal, long: inference !== null },
  );
  return { subject: second, change };
}
