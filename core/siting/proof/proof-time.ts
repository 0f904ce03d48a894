import type { Solver } from '../../solver/types.ts';

/** Where the solver comes from, and how long a search and the solver together may go on. */
export type ProofTime = {
  /** Loads the solver; called only where it goes on. */
  solver: () => Promise<Solver>;
  secondsLeft: () => number;
  /** Ends them sooner. */
  isCancelled?: () => boolean;
};
