import type { Solver } from '../../solver/types.ts';
import type { Found, Searched } from '../aims.ts';
import type { WorthSoFar } from '../proof/prove-worth.ts';
import type { ProvenBy } from '../proof/proven-by.ts';
import type { ProofLimits } from '../proof/run.ts';

/** A set that is worth something, with what no set passes. */
export type Worth = WorthSoFar & { optimal?: boolean; provenBy?: ProvenBy };

/** What our own search found, and the proof that goes on from it where that is open. */
export function worthSearched(
  told: (worth: Worth) => Found,
  found: Worth,
  isOpen: boolean,
  prove: (solver: Solver, limits: ProofLimits) => Worth,
): Searched {
  return { found: told(found), goOn: isOpen ? (solver, limits) => told(prove(solver, limits)) : null };
}
