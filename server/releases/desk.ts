import type { ComputationPool } from '../computation/pool.ts';
import type { Database } from '../database/types.ts';

/** Where values and polygons come from, and where long sums are done; `signal` aborts when nobody waits any more. */
export type Desk = {
  database: Database;
  computation: Pick<ComputationPool, 'run'>;
  signal?: AbortSignal;
};
