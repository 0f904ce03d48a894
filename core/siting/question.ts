import type { Geometry } from 'geojson';
import { checkReach } from '../access/coverage.ts';
import type { Distances, Points } from '../access/distances.ts';
import { checkNumber } from '../access/numbers.ts';
import { locate as areaAround } from '../access/population/locate.ts';
import { ProblemError } from '../problem.ts';

/** A site where places could come. */
export type Candidate = {
  id: string;
  /** What is there now, where that has a name. */
  name?: string | null;
  /** WGS84 degrees. */
  lon: number;
  lat: number;
  /** In any one unit, such as euros; 1 each where the number of places is what counts. */
  cost: number;
  /** Children it has room for; null for any number. */
  capacity: number | null;
  /** Functions it could have. */
  functions: readonly string[];
};

/** One thing to place, and who has it within reach now. */
export type WantedFunction = {
  id: string;
  withinM: number;
  /** Metres to the nearest existing place of this function, for each point; Infinity for none. They are kept. */
  existingM: Float64Array;
  /** Existing places, from which new ones keep their distance too. */
  existing: Points;
  /** Most new places of this function; null for no limit of its own. */
  most: number | null;
  /** What one costs on any site, beside what the site costs; 0 when left out. */
  cost?: number;
};

export type SitingQuestion = {
  candidates: readonly Candidate[];
  /** From the points of demand to the candidates, at least as far as the functions reach. */
  distances: Distances;
  /** Children at the points, and the part of them in poverty (by what source, and whether estimated, is for who shows it). */
  children: Float64Array;
  poverty: Float64Array | null;
  functions: readonly WantedFunction[];
  /** A child in poverty counts 1 + this. 0 counts all children alike. */
  povertyWeight: number;
  /** Most new places of all functions together. */
  most: number;
  /** Null for no limit. */
  budget: number | null;
  /** Least metres, in a straight line, between places of one function. */
  spacingM: number;
  /** Whether one site may get several functions. */
  together: boolean;
  /** Polygons in which the candidates must lie; null for anywhere. */
  scope: readonly Geometry[] | null;
  /** Polygons in which nothing may come. */
  excluded: readonly Geometry[];
};

/** Why a candidate does not take part. */
export type LeftOut = {
  id: string;
  function: string | null;
  why: 'excluded' | 'near-existing' | 'no-function';
};

/** @throws ProblemError naming the value: numbers that are none, no candidate, a site outside the scope, too many places. */
export function checkQuestion(question: SitingQuestion): void {
  const { candidates, distances, functions, most, budget } = question;
  if (candidates.length === 0)
    throw new ProblemError('bad-input', 'There is no candidate site; give one or more.', {});
  if (functions.length === 0)
    throw new ProblemError('bad-parameter', 'There is no function to place; give one, such as play.', {});
  checkNumber('poverty weight', question.povertyWeight, 'times');
  checkNumber('spacing', question.spacingM, 'metres');
  if (!Number.isInteger(most) || most < 1)
    throw new ProblemError(
      'bad-parameter',
      `${most} places cannot be sited; give a whole number from 1 up.`,
      { most },
    );
  for (const { id, withinM, cost = 0 } of functions) {
    checkReach(withinM, distances.maxMetres);
    checkNumber(`cost of function ${id}`, cost, 'units');
  }
  const known = new Set<string>();
  for (const { id, cost, capacity } of candidates) {
    if (known.has(id)) throw new ProblemError('bad-input', `Candidate ${id} stands there twice.`, { id });
    known.add(id);
    checkNumber(`cost of candidate ${id}`, cost, 'units');
    if (capacity !== null && !(capacity > 0))
      throw new ProblemError(
        'bad-input',
        `Candidate ${id} has a capacity of ${capacity}; leave it out, or give a number above 0 or none.`,
        { id },
      );
  }
  const { scope } = question;
  if (scope !== null) {
    const around = areaAround(pointsOf(candidates), scope);
    const outside = candidates.find((_, j) => around[j] === -1);
    if (outside !== undefined)
      throw new ProblemError(
        'bad-input',
        `Candidate ${outside.id} lies outside the scope; leave it out or choose a wider scope.`,
        { id: outside.id },
      );
  }
  const cheapest =
    candidates.reduce((least, { cost }) => Math.min(least, cost), Infinity) +
    functions.reduce((least, { cost = 0 }) => Math.min(least, cost), Infinity);
  if (budget === null) return;
  checkNumber('budget', budget, 'units');
  if (budget < cheapest)
    throw new ProblemError(
      'bad-parameter',
      `A budget of ${budget} buys no place; the cheapest costs ${cheapest}.`,
      { budget, cheapest },
    );
}

/** @throws ProblemError where more places are asked for than there are sites that could have one. */
export function checkMost(most: number, options: number): void {
  if (options === 0)
    throw new ProblemError(
      'bad-input',
      'No candidate site is left: all are excluded, too near existing places, or without the function.',
      {},
    );
  if (most > options)
    throw new ProblemError(
      'bad-parameter',
      `${most} places are asked for and ${options} candidates can have one; ask for ${options} at most.`,
      { most, options },
    );
}

export function pointsOf(candidates: readonly Candidate[]): Points {
  return {
    lon: Float64Array.from(candidates, one => one.lon),
    lat: Float64Array.from(candidates, one => one.lat),
  };
}
