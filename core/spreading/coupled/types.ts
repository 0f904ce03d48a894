import type { Allocation, SpreadProblem } from '../types.ts';

/** Places where a project may be built, each in an area; without a list of them every area is one. */
export type Sites = {
  codes: readonly string[];
  /** Position of the area each lies in. */
  area: Int32Array;
  /** Most dwellings each has room for; Infinity where its area alone limits it. */
  most: Float64Array;
  /** A project has none, or at least so many; 1 where any number will do. */
  least: Float64Array;
  /** Euros for a dwelling of any type, and once for a project. */
  eurosPerDwelling: Float64Array;
  eurosPerProject: Float64Array;
  /** Year from which each can be built on; 0 is the first. */
  from: Int32Array;
};

/** A type of dwelling, such as homes with three bedrooms and more. */
export type DwellingType = {
  id: string;
  /** At least, and at most, this share of the new dwellings, 0–1. */
  minShare: number;
  maxShare: number;
  /** Most dwellings of the type at each site; Infinity where there is no such limit. */
  most: Float64Array;
  /** Euros above the price of a dwelling at the site. */
  eurosMore: number;
};

/** How far it is to play, and what it costs to bring a place to play within reach. */
export type PlayRule = {
  /** Metres on foot from each area to the nearest place to play. */
  metres: Float64Array;
  /** An area farther than this takes none … */
  normMetres: number;
  /** … or gets a place to play of its own for so many euros within the budget; null where that is not offered. */
  eurosPerPlace: number | null;
};

/** Constraints that tie areas together otherwise than nested quotas do. Null where one is not asked. */
export type Coupling = {
  sites: Sites;
  budgetEuros: number | null;
  maxProjects: number | null;
  /** Every new dwelling is of one of these; empty where types are not told apart. */
  types: readonly DwellingType[];
  /** Most dwellings completed in each year. */
  perYear: readonly number[] | null;
  play: PlayRule | null;
};

/** Columns that objectives other than indices need, aligned with the areas. */
export type Figures = {
  playMetres?: Float64Array;
  meetingMetres?: Float64Array;
  childPoverty?: Float64Array;
};

/** `minProject` of the problem is the least of every site where it is larger. */
export type CoupledProblem = SpreadProblem & { coupling: Coupling; figures?: Figures };

/** A plan by site, and what goes with it. */
export type SitePlan = {
  /** By site. */
  dwellings: Float64Array;
  /** By area. */
  allocation: Allocation;
  /** By type, then by site; empty where types are not told apart. */
  byType: Float64Array[];
  /** Areas that get a place to play. */
  playPlaces: number[];
  euros: number;
  projects: number;
};

/** One area farther from play than the norm allows. */
export const isFar = ({ metres, normMetres }: PlayRule, area: number): boolean =>
  !(metres[area]! <= normMetres);
