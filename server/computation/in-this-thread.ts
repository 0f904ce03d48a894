import { computations } from './computations.ts';
import type { ComputationPool } from './pool.ts';

/** Computations for a command, which has nobody else to answer meanwhile. */
export const inThisThread: Pick<ComputationPool, 'run'> = {
  run: async (name, given) => {
    const compute = computations[name] as (...args: unknown[]) => never;
    return compute(...given);
  },
};
