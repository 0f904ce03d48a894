import { ProblemError } from '../../../../../core/problem.ts';
import type { ScenarioDocument } from '../../../../../core/scenario/document.ts';
import { releaseByHash } from '../../../../releases/catalogue.ts';
import type { Desk } from '../../../../releases/desk.ts';
import {
  type AreasQuestion,
  type Subject,
  scenarioSubject,
  subjectOf,
} from '../../../../releases/measured-areas.ts';
import type { Release } from '../../../../releases/types.ts';
import { questionOf } from './origin.ts';

/** What a question is asked of: areas of a release, as they are or after the edits of a scenario. */
export type Asked = {
  release: Release;
  question: AreasQuestion & ReturnType<typeof questionOf>;
  /** Null for the areas as they are. */
  scenario: ScenarioDocument | null;
};

/** The areas that an address names, or a selection of them. Throws as `questionOf`. */
export function askedOfAreas(release: Release, query: object, areas?: readonly string[]): Asked {
  const question = questionOf(release, query as Parameters<typeof questionOf>[1]);
  return { release, question: { ...question, areas }, scenario: null };
}

/**
 * The areas of a scenario, or a selection of them. @throws ProblemError `bad-parameter` for what the address says
 * although the scenario says it; `not-found` where its release is not here.
 */
export async function askedOfScenario(
  { database }: Desk,
  scenario: ScenarioDocument,
  areas: readonly string[] | undefined,
  /** Names of such parameters that the address has. */
  said: readonly string[],
): Promise<Asked> {
  if (said.length > 0) {
    throw new ProblemError(
      'bad-parameter',
      `A scenario says its own ${said.join(', ')}; leave ${said.length === 1 ? 'it' : 'them'} out of the address`,
      { parameter: said[0] },
    );
  }
  const { release, region, indicator, level, vintage, year, scope } = scenario.baseline;
  return {
    release: await releaseByHash(database, release),
    question: { region, indicator, level, vintage, year, scope, areas },
    scenario,
  };
}

/** Counts of what is asked about; errors as in `subjectOf` and `scenarioSubject`. */
export function subjectAsked(
  desk: Desk,
  { release, question, scenario }: Asked,
  clamp?: boolean,
): Promise<Subject> {
  return scenario === null
    ? subjectOf(desk, release, question)
    : scenarioSubject(desk, scenario, { areas: question.areas, clamp });
}

/** @throws ProblemError `bad-parameter` for a parameter that only a scenario can do without. */
export function requireAll(query: object, names: readonly string[]): void {
  const missing = names.find(name => !(name in query));
  if (missing === undefined) return;
  const such = missing === 'level' ? ', such as level=sector' : '';
  throw new ProblemError('bad-parameter', `Give ${missing}${such}, or a scenario, which says it itself`, {
    parameter: missing,
  });
}
