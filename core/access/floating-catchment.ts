import { ProblemError } from '../problem.ts';
import { checkReach } from './coverage.ts';
import type { DistanceWeight } from './distance-weights.ts';
import type { Distances } from './distances.ts';

/** How supply is shared by those who can reach it. */
export type FloatingCatchment = {
  /** For each place: people in its catchment by their weights, and supply for each of them, after the limit; 0 where nobody is. */
  demand: Float64Array;
  perHead: Float64Array;
  /** For each point: what a person there can reach, in units of supply for each person. */
  access: Float64Array;
  /** Supply of places in nobody's reach, and what the limit leaves unused: in no one's access. */
  outOfReach: number;
  unused: number;
};

export type CatchmentOptions = {
  /** Most supply for one person that a place can give: one place in childcare for a child, not more. */
  mostPerHead?: number;
  /** Each person divides over the places in reach by their weight, so that places nearby do not each count them whole. */
  choosing?: boolean;
};

/**
 * Two-step floating catchment area. Step one: the supply of each place over the people in its catchment, R = S / Σ P w.
 * Step two: each point sums what it reaches, A = Σ R w. With even weights as Luo & Wang (2003), with weights that fall as
 * the enhanced form of Luo & Qi (2009); `choosing` makes it the three-step form of Wan, Zou & Sternberg (2012), in which
 * w is multiplied by each person's chance of choosing the place, w / Σ w over the places in reach. Summed over people, A
 * is the supply that is in reach, whatever the weights. Supply and people from 0 up, aligned with places and points.
 * @throws ProblemError `bad-parameter` where the weights reach beyond the distances, `bad-input` for a negative number.
 */
export function floatingCatchment(
  distances: Distances,
  supply: Float64Array,
  people: Float64Array,
  weight: DistanceWeight,
  { mostPerHead = Infinity, choosing = false }: CatchmentOptions = {},
): FloatingCatchment {
  checkReach(weight.withinM, distances.maxMetres);
  checkColumn('supply', supply);
  checkColumn('people', people);
  if (!(mostPerHead > 0))
    throw new ProblemError(
      'bad-parameter',
      `A limit of ${mostPerHead} for each person leaves nothing; give a number above 0.`,
      { mostPerHead },
    );
  const { starts, places, metres, placeCount } = distances;
  const weights = Float64Array.from(metres, weight.at);
  if (choosing) chosen(starts, weights);
  const demand = new Float64Array(placeCount);
  for (let i = 0; i < people.length; i++)
    for (let k = starts[i]!; k < starts[i + 1]!; k++) demand[places[k]!]! += people[i]! * weights[k]!;
  const perHead = new Float64Array(placeCount);
  let outOfReach = 0;
  let unused = 0;
  for (let j = 0; j < placeCount; j++) {
    if (demand[j]! > 0) perHead[j] = Math.min(supply[j]! / demand[j]!, mostPerHead);
    else outOfReach += supply[j]!;
    if (perHead[j] === mostPerHead) unused += Math.max(0, supply[j]! - mostPerHead * demand[j]!);
  }
  const access = new Float64Array(people.length);
  for (let i = 0; i < people.length; i++)
    for (let k = starts[i]!; k < starts[i + 1]!; k++) access[i]! += perHead[places[k]!]! * weights[k]!;
  return { demand, perHead, access, outOfReach, unused };
}

/** Multiplies each weight by its part of the weights of its row. */
function chosen(starts: Int32Array, weights: Float64Array): void {
  for (let i = 0; i + 1 < starts.length; i++) {
    let all = 0;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) all += weights[k]!;
    for (let k = starts[i]!; k < starts[i + 1]!; k++)
      weights[k] = all > 0 ? (weights[k]! * weights[k]!) / all : 0;
  }
}

function checkColumn(what: string, column: Float64Array): void {
  const at = column.findIndex(each => !(each >= 0) || each === Infinity);
  if (at === -1) return;
  throw new ProblemError(
    'bad-input',
    `The ${what} at position ${at} is ${column[at]}; give a number from 0 up.`,
    {
      position: at,
    },
  );
}
