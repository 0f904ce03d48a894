import { ProblemError } from '../problem.ts';

/** One index of an objective with its weight; the weights of an objective add up to 1. */
export type ObjectiveTerm = { id: string; weight: number };

/**
 * What an objective's id says: a weighted sum (of one term as a rule), and what decides between plans of which that sum
 * is equal.
 */
export type ObjectiveTerms = {
  sum: ObjectiveTerm[];
  then: string | null;
  /** How far the sum may lie above the lowest it can be, in parts of it, so that the second is lower; null for not at all. */
  tolerance: number | null;
};

/** Most indices in one sum. */
const MOST_TERMS = 5;

/**
 * Reads `hutchens`, `0.7*hutchens+0.3*isolation` (weights may be left out and are made to add up to 1), and
 * `dissimilarity,isolation`: the first as low as it can be, then the second; `dissimilarity~2%,isolation`: the second as
 * low as it can be with the first at most 2 % above the lowest it can be.
 * @throws ProblemError `bad-parameter` for what cannot be read.
 */
export function objectiveTerms(id: string): ObjectiveTerms {
  const [given, then = null, ...more] = id.split(',').map(part => part.trim());
  const [, first, percent] = /^([^~]*)(?:~(\d{1,3}(?:\.\d{1,4})?)%)?$/.exec(given!) ?? [];
  if (first === undefined || (percent !== undefined && then === null)) throw unreadable(id);
  if (more.length > 0 || first === '' || then === '' || then?.includes('+') || then?.includes('*')) {
    throw unreadable(id);
  }
  const terms = first.split('+').map(term => termOf(term.trim(), id));
  const all = terms.reduce((sum, { weight }) => sum + weight, 0);
  const ids = new Set(terms.map(term => term.id));
  if (ids.size < terms.length || terms.length > MOST_TERMS || !(all > 0)) throw unreadable(id);
  const tolerance = Number(percent ?? 0) / 100;
  return {
    sum: terms.map(term => ({ ...term, weight: term.weight / all })),
    then,
    tolerance: tolerance === 0 ? null : tolerance,
  };
}

/** The sum whose value an objective is told by: of two in order the first, which with a tolerance is a limit, and then the second. */
export function toldTerms(id: string): ObjectiveTerm[] {
  const { sum, then, tolerance } = objectiveTerms(id);
  return then !== null && tolerance !== null ? [{ id: then, weight: 1 }] : sum;
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
    `The objective "${id}" cannot be read; give one index (hutchens), a sum of at most ${MOST_TERMS} different ones (0.7*hutchens+0.3*isolation), or two in order (dissimilarity,isolation, or dissimilarity~2%,isolation where the first may give 2 %).`,
    { objective: id },
  );
