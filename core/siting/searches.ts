import { ProblemError } from '../problem.ts';
import type { AimSearch, Found, SitingAim } from './aims.ts';
import { type CapacityProblem, locateWithCapacity } from './capacity.ts';
import { type Centred, centre } from './centre.ts';
import { coverAll } from './cover-all.ts';
import { mergedRows } from './gains.ts';
import { locate } from './locate.ts';
import type { SitingQuestion } from './question.ts';
import type { Rules } from './rules.ts';
import { walksOf } from './walks.ts';
import { coverGains, medianGains, walkNow, weightsOf } from './worth-of.ts';

/** A choice by what it is worth, as the searches tell it. */
type Worth = { members: readonly number[]; value: number; bound: number; optimal?: boolean };

const cover: AimSearch = (question, choices, rules, { onFound, ...options }) => {
  const weights = weightsOf(question);
  let before = 0;
  for (const { withinM, existingM } of question.functions)
    weights.forEach((weight, i) => {
      if (existingM[i]! <= withinM) before += weight;
    });
  const gains = coverGains(question, choices);
  const told = ({ members, value, bound, optimal = false }: Worth): Found => ({
    members,
    unit: 'weighted-children',
    before,
    after: before + value,
    bound: before + bound,
    optimal,
  });
  const onProgress = (soFar: Worth): void => onFound?.(told(soFar));
  if (choices.every(({ candidate }) => question.candidates[candidate]!.capacity === null))
    return told(locate(gains, rules, { ...options, onProgress }));
  const problem: CapacityProblem = {
    gains,
    children: Float64Array.from({ length: gains.rows }, (_, row) => question.children[row % weights.length]!),
    perChild: Float64Array.from({ length: gains.rows }, (_, row) => {
      const point = row % weights.length;
      return question.children[point]! > 0 ? weights[point]! / question.children[point]! : 0;
    }),
    capacity: Float64Array.from(
      choices,
      ({ candidate }) => question.candidates[candidate]!.capacity ?? Infinity,
    ),
  };
  const { isOver = () => false } = options;
  return told(locateWithCapacity(problem, rules, { isOver, onProgress }));
};

const median: AimSearch = (question, choices, rules, { onFound, ...options }) => {
  refuseCapacity(question, 'median');
  const weights = weightsOf(question);
  let walked = 0;
  let people = 0;
  question.functions.forEach((_, id) => {
    weights.forEach((weight, i) => {
      walked += weight * walkNow(question, id, i);
      people += weight;
    });
  });
  const mean = (saved: number): number => (people > 0 ? (walked - saved) / people : 0);
  // A gap of the mean walk, and not of the metres saved.
  const { gap = 0 } = options;
  const gains = medianGains(question, choices);
  const told = ({ members, value, bound, optimal = false }: Worth): Found => ({
    ...{ members, unit: 'mean-metres', optimal },
    ...{ before: mean(0), after: mean(value), bound: Math.max(0, mean(bound)) },
  });
  const found = locate(gains, rules, {
    ...options,
    gap: 0,
    isOver: options.isOver ?? (() => false),
    isEnough: soFar => soFar.bound - soFar.value <= gap * (walked - soFar.value),
    onProgress: soFar => onFound?.(told(soFar)),
  });
  return told(found);
};

const longest: AimSearch = (question, choices, rules, { onFound, ...options }) => {
  refuseCapacity(question, 'centre');
  refuseMoney(question, 'centre');
  const walks = walksOf(question, choices);
  const before = walks.nowM.reduce(
    (far, metres) => Math.max(far, Math.min(metres, question.distances.maxMetres)),
    0,
  );
  const told = ({ members, farthestM, boundM }: Omit<Centred, 'optimal'>, optimal = false): Found => ({
    ...{ members, unit: 'metres', optimal },
    ...{ before, after: farthestM, bound: boundM },
  });
  const found = centre(walks, rules, { ...options, onProgress: soFar => onFound?.(told(soFar)) });
  if (found === null)
    throw new ProblemError(
      'bad-parameter',
      `No ${question.most} places reach every child within ${question.distances.maxMetres} m; ask for more places or measure farther.`,
      { most: question.most },
    );
  return told(found, found.optimal);
};

const everyChild: AimSearch = (question, choices, rules, { onFound, ...options }) => {
  refuseCapacity(question, 'all');
  refuseMoney(question, 'all');
  const gains = mergedRows(coverGains(question, choices));
  const ones: Rules = { ...rules, cost: new Float64Array(choices.length).fill(1) };
  const told = (members: readonly number[], places: number, bound: number, optimal: boolean): Found => ({
    ...{ members: members.toSorted((a, b) => a - b), unit: 'places', optimal },
    ...{ before: 0, after: places, bound },
  });
  const found = coverAll(gains, ones, {
    ...options,
    onProgress: ({ members, cost, bound }) => onFound?.(told(members, cost, bound, false)),
  });
  if (found.members === null)
    throw new ProblemError(
      'bad-parameter',
      'No choice of sites reaches every child that some site reaches, with this spacing and one function a site; make the spacing smaller.',
      { spacingM: question.spacingM },
    );
  return told(found.members, found.cost, found.bound, found.optimal);
};

/** The search behind each aim. */
export const searches: Record<SitingAim, AimSearch> = { cover, median, centre: longest, all: everyChild };

function refuseCapacity({ candidates }: SitingQuestion, aim: SitingAim): void {
  const limited = candidates.find(({ capacity }) => capacity !== null);
  if (limited === undefined) return;
  throw new ProblemError(
    'bad-parameter',
    `Candidate ${limited.id} has a capacity, which only the aim cover takes; leave capacities out for ${aim}.`,
    { aim },
  );
}

function refuseMoney({ budget, functions }: SitingQuestion, aim: SitingAim): void {
  if (budget === null && functions.every(({ most }) => most === null)) return;
  throw new ProblemError(
    'bad-parameter',
    `The aim ${aim} counts places: leave the budget and the number of each function out.`,
    { aim },
  );
}
