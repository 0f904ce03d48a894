import { ancestorPositions } from '../../core/areas/hierarchy.ts';
import type { AreaLevel } from '../../core/areas/types.ts';
import type { ChangeApproach } from '../../core/concentration/change.ts';
import type { Decomposition } from '../../core/concentration/decomposition.ts';
import type { ComparisonOptions } from '../../core/concentration/inference/comparison.ts';
import type { ChangeBetween } from '../../core/concentration/moments.ts';
import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { loadAreas } from './areas.ts';
import { itemsUpwards, levelItems, loadTables } from './hierarchy.ts';
import { type AreasQuestion, type Desk, type Subject, scenarioSubject, subjectOf } from './measured-areas.ts';
import type { Release } from './types.ts';

export type DecompositionAnswer = {
  subject: Subject;
  decomposition: Omit<Decomposition, 'parts'> & {
    parts: (Decomposition['parts'][number] & { name: string })[];
  };
};

/**
 * M and H between and within coarser levels, coarse to fine. @throws ProblemError as `subjectOf` and
 * `decomposeInformation`; `bad-parameter` for a level that the areas do not lie in, and naming an area without one.
 */
export async function decompose(
  desk: Desk,
  release: Release,
  question: AreasQuestion & { divisions: readonly AreaLevel[] },
): Promise<DecompositionAnswer> {
  const subject = await subjectOf(desk, release, question);
  const { areas: item } = subject.source;
  const upwards = itemsUpwards(levelItems(release, item.region, item.vintage), item);
  const tables = await loadTables(desk.database, upwards);
  const divisions = question.divisions.map(level => {
    if (!upwards.has(level) || level === item.level) {
      const above = [...upwards.keys()].filter(each => each !== item.level);
      throw new ProblemError(
        'bad-parameter',
        `Areas of level "${item.level}" do not lie in "${level}"; they lie in: ${above.join(', ') || 'nothing coarser'}`,
        { parameter: 'divisions' },
      );
    }
    const parents = ancestorPositions(tables, item.level, level);
    const { codes } = tables.get(level)!;
    return Array.from(subject.indices, (index, k) => {
      const code = codes[parents[index]!];
      if (code !== undefined) return code;
      throw new ProblemError(
        'bad-parameter',
        `Area ${subject.areas.codes[k]} lies in no ${level}; choose a scope whose areas all do`,
        { parameter: 'divisions' },
      );
    });
  });
  const { codes, group, total } = subject.areas;
  const others = Float64Array.from(total, (all, i) => all - group[i]!);
  const decomposition = await desk.computation.run(
    'decomposition',
    [codes, [Float64Array.from(group), others], divisions],
    { signal: desk.signal },
  );
  const finest = await loadAreas(desk.database, upwards.get(question.divisions.at(-1)!)!);
  const parts = decomposition.parts.map(part => ({
    ...part,
    name: finest.table.names[finest.indexOf.get(part.code)!] ?? part.code,
  }));
  return { subject, decomposition: { ...decomposition, parts } };
}

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
};

/**
 * An index before and after a scenario, or under two scenarios on one baseline; errors as in `scenarioSubject` and
 * `changeBetween`, and `bad-parameter` for scenarios on other areas, years or scopes.
 */
export async function changeThrough(
  desk: Desk,
  { first, second, ...asked }: SituationsQuestion,
): Promise<{ release: Release; subject: Subject; change: ChangeBetween }> {
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
  const before = await scenarioSubject(desk, other, { clamp });
  const { release, ...after } = await scenarioSubject(desk, second, { clamp });
  const change = await desk.computation.run('change', [before.areas, after.areas, asked], {
    signal: desk.signal,
    long: asked.inference !== null,
  });
  return { release, subject: after, change };
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
