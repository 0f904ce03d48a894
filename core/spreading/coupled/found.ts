import type { SolverStatus } from '../../solver/types.ts';
import type { Spread } from '../types.ts';
import type { SitePlan } from './types.ts';

export type CoupledProgress = {
  seconds: number;
  /** Best value so far; null while there is no plan. */
  value: number | null;
  bound: number | null;
  gap: number | null;
  /** The plan, where it is better than the one last told. */
  better: CoupledSpread | null;
};

export type CoupledOptions = {
  /** The search ends with the best plan so far; 60 where not said. */
  secondsLimit?: number;
  /** A gap that is small enough; that of the solver's rounding where not said. */
  gap?: number;
  seed?: number;
  /** Asks what each coupling costs, relaxed by what so many dwellings take; none where not said. */
  pricedDwellings?: number;
  memoryBytes?: number;
  onProgress?: (progress: CoupledProgress) => void;
  isCancelled?: () => boolean;
};

/** What the objective would be lower by in the relaxation in fractions, with one coupling relaxed by so many of a unit. */
export type CoupledPrice = {
  constraint: { kind: 'limit' | 'quota-min' | 'quota-max'; id: string };
  more: number;
  unit: 'dwellings' | 'euros' | 'projects';
  lowersBy: number;
  ofRelaxation: true;
};

/** As a plan without couplings; what is optimal is proven up to the solver's tolerance. */
export type CoupledSpread = Spread & {
  plan: SitePlan;
  prices: CoupledPrice[];
  /** Why the search ended: `optimal` within the gap, or what cut it short. */
  ended: SolverStatus;
  seconds: number;
};
