import { ProblemError } from '../problem.ts';
import { locateWithCapacity } from './capacity.ts';
import { centre } from './centre.ts';
import { coverAll } from './cover-all.ts';
import { mergedRows } from './gains.ts';
import { type LocateOptions, locate } from './locate.ts';
import { type Option, optionsOf } from './options.ts';
import { type Candidate, checkQuestion, type LeftOut, type SitingQuestion } from './question.ts';
import { type Head, type SitingReason, sitingReasons } from './reasons.ts';
import type { Rules } from './rules.ts';
import { coverGains, medianGains, walkNow, weightsOf } from './worth-of.ts';

/**
 * What is aimed at: `cover` as many children as can be within reach, `median` as short a walk on average, `centre` as
 * short a longest walk, `all` children with as few places as can be.
 */
export const SITING_AIMS = ['cover', 'median', 'centre', 'all'] as const;
export type SitingAim = (typeof SITING_AIMS)[number];

export type NewPlace = { candidate: Candidate; function: string; reason: SitingReason };

/** Who has a place of a function within reach, before and after. */
export type FunctionReach = { function: string; withinM: number; all: Head; before: Head; after: Head };

export type Siting = {
  aim: SitingAim;
  places: NewPlace[];
  /**
   * What is aimed at, before and after, and what no choice can pass. `cover`: children as the planner weighs them (higher
   * is better); `median`: their mean walk in metres, `centre`: the longest walk in metres, `all`: places (lower is better).
   */
  unit: 'weighted-children' | 'mean-metres' | 'metres' | 'places';
  before: number;
  after: number;
  bound: number;
  /** |bound − after| / after; 0 for a proven optimum. */
  gap: number;
  optimal: boolean;
  reach: FunctionReach[];
  /** Children that no candidate and no existing place reaches, for some function. */
  unreachable: number;
  leftOut: LeftOut[];
};

/** A search that goes on: values as in `Siting`. */
export type SitingProgress = { after: number; bound: number; gap: number; places: number };

export type SiteOptions = Omit<LocateOptions, 'onProgress'> & {
  onProgress?: (soFar: SitingProgress) => void;
};

type Found = {
  members: readonly number[];
  unit: Siting['unit'];
  before: number;
  after: number;
  bound: number;
  optimal: boolean;
};

/**
 * Where new places do most, by an aim. Existing places are kept; nothing comes outside the scope, in an excluded zone, or
 * nearer to its like than the spacing.
 * @throws ProblemError as `checkQuestion`, and `bad-parameter` where an aim cannot keep a rule.
 */
export function site(question: SitingQuestion, aim: SitingAim, options: SiteOptions = {}): Siting {
  checkQuestion(question);
  const { options: choices, rules, leftOut } = optionsOf(question);
  const found = searches[aim](question, choices, rules, options);
  const chosen = found.members.map(k => choices[k]!);
  const reasons = sitingReasons(question, chosen);
  const { members, after, bound, ...told } = found;
  return {
    aim,
    ...told,
    after,
    bound,
    gap: found.optimal ? 0 : after > 0 ? Math.abs(bound - after) / after : Infinity,
    places: chosen
      .map(({ candidate, function: id }, k) => ({
        candidate: question.candidates[candidate]!,
        function: question.functions[id]!.id,
        reason: reasons[k]!,
      }))
      .sort(byWorth),
    reach: reachOf(question, chosen),
    unreachable: unreachableOf(question, choices),
    leftOut,
  };
}

/** The place that most children had to do without first. */
const byWorth = (one: NewPlace, other: NewPlace): number =>
  other.reason.hadNone.children - one.reason.hadNone.children ||
  other.reason.reached.children - one.reason.reached.children;

type Search = (
  question: SitingQuestion,
  choices: readonly Option[],
  rules: Rules,
  options: SiteOptions,
) => Found;

const cover: Search = (question, choices, rules, options) => {
  const weights = weightsOf(question);
  let before = 0;
  for (const { withinM, existingM } of question.functions)
    weights.forEach((weight, i) => {
      if (existingM[i]! <= withinM) before += weight;
    });
  const gains = coverGains(question, choices);
  const told = (members: readonly number[], value: number, bound: number, optimal: boolean): Found => ({
    members,
    unit: 'weighted-children',
    before,
    after: before + value,
    bound: before + bound,
    optimal,
  });
  if (choices.every(({ candidate }) => question.candidates[candidate]!.capacity === null)) {
    const { members, value, bound, optimal } = locate(gains, rules, {
      ...options,
      onProgress: soFar => report(options, before + soFar.value, before + soFar.bound, soFar.members.length),
    });
    return told(members, value, bound, optimal);
  }
  const { members, value, bound, optimal } = locateWithCapacity(
    {
      gains,
      children: Float64Array.from(
        { length: gains.rows },
        (_, row) => question.children[row % weights.length]!,
      ),
      perChild: Float64Array.from({ length: gains.rows }, (_, row) => {
        const point = row % weights.length;
        return question.children[point]! > 0 ? weights[point]! / question.children[point]! : 0;
      }),
      capacity: Float64Array.from(
        choices,
        ({ candidate }) => question.candidates[candidate]!.capacity ?? Infinity,
      ),
    },
    rules,
    options.isOver,
  );
  return told(members, value, bound, optimal);
};

const median: Search = (question, choices, rules, options) => {
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
  const { members, value, bound, optimal } = locate(gains, rules, {
    ...options,
    gap: 0,
    isOver: options.isOver ?? (() => false),
    isEnough: soFar => soFar.bound - soFar.value <= gap * (walked - soFar.value),
    onProgress: soFar => report(options, mean(soFar.value), mean(soFar.bound), soFar.members.length),
  });
  return { members, unit: 'mean-metres', before: mean(0), after: mean(value), bound: mean(bound), optimal };
};

const longest: Search = (question, choices, rules, options) => {
  refuseCapacity(question, 'centre');
  refuseMoney(question, 'centre');
  const walks = walksOf(question, choices);
  const found = centre(walks, rules, options);
  if (found === null)
    throw new ProblemError(
      'bad-parameter',
      `No ${question.most} places reach every child within ${question.distances.maxMetres} m; ask for more places or measure farther.`,
      { most: question.most },
    );
  return {
    members: found.members,
    unit: 'metres',
    before: walks.nowM.reduce(
      (far, metres) => Math.max(far, Math.min(metres, question.distances.maxMetres)),
      0,
    ),
    after: found.farthestM,
    bound: found.boundM,
    optimal: found.optimal,
  };
};

const everyChild: Search = (question, choices, rules, options) => {
  refuseCapacity(question, 'all');
  refuseMoney(question, 'all');
  const gains = mergedRows(coverGains(question, choices));
  const ones: Rules = { ...rules, cost: new Float64Array(choices.length).fill(1) };
  const found = coverAll(gains, ones, options);
  if (found.members === null)
    throw new ProblemError(
      'bad-parameter',
      'No choice of sites reaches every child that some site reaches, with this spacing and one function a site; make the spacing smaller.',
      { spacingM: question.spacingM },
    );
  return {
    members: found.members.toSorted((a, b) => a - b),
    unit: 'places',
    before: 0,
    after: found.cost,
    bound: found.bound,
    optimal: found.optimal,
  };
};

const searches: Record<SitingAim, Search> = { cover, median, centre: longest, all: everyChild };

function report({ onProgress }: SiteOptions, after: number, bound: number, places: number): void {
  onProgress?.({ after, bound, gap: after > 0 ? Math.abs(bound - after) / after : Infinity, places });
}

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

/** Walks of every point with children that some option or existing place reaches, for each function. */
function walksOf(question: SitingQuestion, choices: readonly Option[]) {
  const { distances, children, functions } = question;
  const of = Map.groupBy(choices.keys(), k => choices[k]!.candidate);
  const row: number[] = [];
  const option: number[] = [];
  const metres: number[] = [];
  const nowM: number[] = [];
  functions.forEach(({ existingM }, id) => {
    for (let i = 0; i < children.length; i++) {
      if (!(children[i]! > 0)) continue;
      const before = row.length;
      for (let k = distances.starts[i]!; k < distances.starts[i + 1]!; k++) {
        for (const choice of of.get(distances.places[k]!) ?? []) {
          if (choices[choice]!.function !== id) continue;
          row.push(nowM.length);
          option.push(choice);
          metres.push(distances.metres[k]!);
        }
      }
      if (row.length > before || existingM[i]! < Infinity) nowM.push(existingM[i]!);
    }
  });
  return {
    rows: nowM.length,
    row: Int32Array.from(row),
    option: Int32Array.from(option),
    metres: Float64Array.from(metres),
    nowM: Float64Array.from(nowM),
  };
}

function reachOf(question: SitingQuestion, chosen: readonly Option[]): FunctionReach[] {
  const { distances, children, poverty, functions } = question;
  return functions.map(({ id: name, withinM, existingM }, id) => {
    const open = new Set(chosen.filter(one => one.function === id).map(one => one.candidate));
    const sum = (counts: (i: number) => boolean): Head => {
      const head: Head = { children: 0, poverty: poverty === null ? null : 0 };
      for (let i = 0; i < children.length; i++) {
        if (!counts(i)) continue;
        head.children += children[i]!;
        if (poverty !== null) head.poverty! += poverty[i]!;
      }
      return head;
    };
    const had = (i: number): boolean => existingM[i]! <= withinM;
    const has = (i: number): boolean => {
      for (let k = distances.starts[i]!; k < distances.starts[i + 1]!; k++)
        if (distances.metres[k]! <= withinM && open.has(distances.places[k]!)) return true;
      return had(i);
    };
    return { function: name, withinM, all: sum(() => true), before: sum(had), after: sum(has) };
  });
}

/** Children without an existing place within reach whom no option would reach either, counted once a function. */
function unreachableOf(question: SitingQuestion, choices: readonly Option[]): number {
  const { rowStarts } = coverGains({ ...question, povertyWeight: 0 }, choices);
  let unreachable = 0;
  question.functions.forEach(({ withinM, existingM }, id) => {
    question.children.forEach((children, i) => {
      const row = id * question.children.length + i;
      if (existingM[i]! > withinM && rowStarts[row] === rowStarts[row + 1]) unreachable += children;
    });
  });
  return unreachable;
}
