import type { Solver } from '../solver/types.ts';
import type { LocateOptions } from './locate.ts';
import type { Option } from './options.ts';
import type { ProvenBy } from './proof/proven-by.ts';
import type { ProofLimits } from './proof/run.ts';
import type { SitingQuestion } from './question.ts';
import type { Rules } from './rules.ts';

/**
 * What is aimed at: `cover` as many children as can be within reach, `median` as short a walk on average, `centre` as
 * short a longest walk, `all` children with as few places as can be.
 */
export const SITING_AIMS = ['cover', 'median', 'centre', 'all'] as const;
export type SitingAim = (typeof SITING_AIMS)[number];

export const SITING_UNITS = ['weighted-children', 'mean-metres', 'metres', 'places'] as const;
export type SitingUnit = (typeof SITING_UNITS)[number];

/** Options chosen, and what they come to: values as in `Siting`. */
export type Found = {
  members: readonly number[];
  unit: SitingUnit;
  before: number;
  after: number;
  bound: number;
  optimal: boolean;
  provenBy: ProvenBy;
};

export type AimOptions = Omit<LocateOptions, 'onProgress' | 'isEnough'> & {
  /** Given where a solver can go on: true when it is time for that, for a search that the solver may help. */
  isHandOver?: () => boolean;
  /** Told of each better choice and each better bound; the bound is Infinity until there is one. */
  onFound?: (soFar: Found) => void;
};

/** Goes on with the solver from what a search found. */
export type GoOn = (solver: Solver, limits: ProofLimits) => Found;

/** What a search found, and how to go on where it is open and the solver may help; null otherwise. */
export type Searched = { found: Found; goOn: GoOn | null };

/** Looks for the best choice by one aim. */
export type AimSearch = (
  question: SitingQuestion,
  choices: readonly Option[],
  rules: Rules,
  options: AimOptions,
) => Searched;
