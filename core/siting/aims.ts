import type { LocateOptions } from './locate.ts';
import type { Option } from './options.ts';
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
};

export type AimOptions = Omit<LocateOptions, 'onProgress' | 'isEnough'> & {
  /** Told of each better choice and each better bound; the bound is Infinity until there is one. */
  onFound?: (soFar: Found) => void;
};

/** Looks for the best choice by one aim. */
export type AimSearch = (
  question: SitingQuestion,
  choices: readonly Option[],
  rules: Rules,
  options: AimOptions,
) => Found;
