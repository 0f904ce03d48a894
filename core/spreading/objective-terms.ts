import { ProblemError } from '../problem.ts';

/** One index of an objective with its weight; the weights of an objective add up to 1. */
export type ObjectiveTerm = { id: string; weight: number };

/**
 * What an objective's id says: a weighted sum (of one term as a rule), and what decides between plans of which that sum
 * is equal.
 */
export type ObjectiveTerms = { sum: ObjectiveTerm[]; then: string | null };

/** Most indices in one sum. */
const MOST_TERMS = 5;

/**
 * Reads `hutchens`, `0.7*hutchens+0.3*isolation` (weights may be left out and are made to add up to 1), and
 * `dissimilarity,isolation`: the first as low as it can be, then the second.
 * @throws ProblemError `bad-parameter` for what cannot be read.
 */
export function objectiveTerms(id: string): ObjectiveTerms {
  const [first, then = null, ...more] = id.split(',').map(part => part.trim());
  if (more.length > 0 || first === '' || then === '' || then?.includes('+') || then?.includes('*')) {
    throw unreadable(id);
  }
  const terms = first!.split('+').map(term => termOf(term.trim(), id));
  const all = terms.reduce((sum, { weight }) => sum + weight, 0);
  const ids = new Set(terms.map(term => term.id));
  if (ids.size < terms.length || terms.length > MOST_TERMS || !(all > 0)) throw unreadable(id);
  return { sum: terms.map(term => ({ ...term, weight: term.weight / all })), then };
}

/** The ids of all indices in an objective, the first one first. Errors as `objectiveTerms`. */
export function indicesIn(id: string): string[] {
  const { sum, then } = objectiveTerms(id);
  const first = sum.map(term => term.id);
  return then === null || first.includes(then) ? first : [...first, then];
}

function termOf(text: string, whole: string): ObjectiveTerm {
  const [, weight, id] = /^(?:(\d{0,6}(?:\.\d{1,6})?)\*)?([a-z_]+(?:\d?\.\d+)?)$/.exec(text) ?? [];
  if (id === undefined || weight === '') throw unreadable(whole);
  return { id, weight: weight === undefined ? 1 : Number(weight) };
}

const unreadable = (id: string): ProblemError =>
  new ProblemError(
    'bad-parameter',
    `The objective "${id}" cannot be read; give one index (hutchens), a sum of at most ${MOST_TERMS} different ones (0.7*hutchens+0.3*isolation), or two in order (dissimilarity,isolation).`,
    { objective: id },
  );
