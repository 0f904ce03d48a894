import {
  type AimOptions,
  type Found,
  type Searched,
  SITING_AIMS,
  type SitingAim,
  type SitingUnit,
} from './aims.ts';
import { type Option, optionsOf } from './options.ts';
import type { ProofTime } from './proof/proof-time.ts';
import type { ProvenBy } from './proof/proven-by.ts';
import { type Candidate, checkQuestion, type LeftOut, type SitingQuestion } from './question.ts';
import { type Head, type SitingReason, sitingReasons } from './reasons.ts';
import { searches } from './searches/searches.ts';
import { coverGains } from './worth-of.ts';

export { SITING_AIMS, type SitingAim };

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
  unit: SitingUnit;
  before: number;
  after: number;
  bound: number;
  /** |bound − after| / after; 0 for a proven optimum. */
  gap: number;
  optimal: boolean;
  /** What gave the bound. */
  provenBy: ProvenBy;
  reach: FunctionReach[];
  /** Children that no candidate and no existing place reaches, for some function. */
  unreachable: number;
  leftOut: LeftOut[];
};

/** A search that goes on: values as in `Siting`, and the places it would give now. */
export type SitingProgress = Pick<Siting, 'unit' | 'before' | 'after' | 'bound' | 'gap' | 'provenBy'> & {
  siting: () => Siting;
};

export type SiteOptions = Omit<AimOptions, 'onFound' | 'isHandOver'> & {
  onProgress?: (soFar: SitingProgress) => void;
};

export type ProvenOptions = Omit<SiteOptions, 'isOver'> & ProofTime;

/** Part of the time that is for our own search, where the solver goes on afterwards. */
const OWN_PART = 1 / 3;

/**
 * Where new places do most, by an aim. Existing places are kept; nothing comes outside the scope, in an excluded zone, or
 * nearer to its like than the spacing.
 * @throws ProblemError as `checkQuestion`, and `bad-parameter` where an aim cannot keep a rule.
 */
export function site(question: SitingQuestion, aim: SitingAim, options: SiteOptions = {}): Siting {
  const asked = searchOf(question, aim, options);
  return asked.told(asked.search(options).found);
}

/**
 * As `site`, and where our own search leaves a gap that HiGHS may close, HiGHS goes on from there: with a lower bound of
 * what it proves, and perhaps a better choice. Errors as `site`.
 */
export async function siteProven(
  question: SitingQuestion,
  aim: SitingAim,
  { solver, secondsLeft, isCancelled = () => false, ...options }: ProvenOptions,
): Promise<Siting> {
  const asked = searchOf(question, aim, options);
  const isOver = (): boolean => secondsLeft() <= 0 || isCancelled();
  const handOver = (1 - OWN_PART) * secondsLeft();
  const isHandOver = (): boolean => secondsLeft() <= handOver || isCancelled();
  const { found, goOn } = asked.search({ ...options, isOver, isHandOver });
  if (goOn === null || isOver()) return asked.told(found);
  return asked.told(goOn(await solver(), { secondsLeft, isOver: isCancelled }));
}

/** The search for a question, and its choice told as a siting. */
function searchOf(question: SitingQuestion, aim: SitingAim, { onProgress }: Pick<SiteOptions, 'onProgress'>) {
  checkQuestion(question);
  const { options: choices, rules, leftOut } = optionsOf(question);
  const told = (found: Found): Siting => sitingOf(question, aim, choices, leftOut, found);
  const news = onProgress && {
    onFound: ({ unit, before, after, bound, provenBy, ...more }: Found) =>
      onProgress({
        ...{ unit, before, after, bound, provenBy },
        gap: gapOf(after, bound),
        siting: () => told({ unit, before, after, bound, provenBy, ...more }),
      }),
  };
  return {
    told,
    search: ({
      onProgress: _,
      ...options
    }: Omit<AimOptions, 'onFound'> & Pick<SiteOptions, 'onProgress'>): Searched =>
      searches[aim](question, choices, rules, { ...options, ...news }),
  };
}

const gapOf = (after: number, bound: number): number =>
  after > 0 ? Math.abs(bound - after) / after : Infinity;

function sitingOf(
  question: SitingQuestion,
  aim: SitingAim,
  choices: readonly Option[],
  leftOut: LeftOut[],
  { members, ...told }: Found,
): Siting {
  const chosen = members.map(k => choices[k]!);
  const reasons = sitingReasons(question, chosen);
  return {
    aim,
    ...told,
    gap: told.optimal ? 0 : gapOf(told.after, told.bound),
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
