/**
 * HiGHS (Huangfu & Hall 2018), compiled to WebAssembly. The one file that imports it: the browser must not, because its
 * content security policy runs no WebAssembly.
 */
import highs, { type Highs } from 'highs';
import { solverOf } from './solver.ts';
import type { Solver } from './types.ts';

/** Above this a solver is not kept for the next question, as its memory never shrinks. */
const KEPT_BYTES = 256 * 2 ** 20;

/** The package declares a CommonJS module and gives an ES module, whose default is the function itself. */
export const loadHighs = highs as unknown as typeof highs.default;

let kept: Promise<Solver> | null = null;

/** A solver of its own. `load` may bring another build of HiGHS. */
export async function loadSolver(load: () => Promise<Highs> = loadHighs): Promise<Solver> {
  return solverOf(await load());
}

/** The solver of this thread, loaded at the first question and again after it broke off or grew large. */
export async function sharedSolver(): Promise<Solver> {
  kept ??= loadSolver();
  const solver = await kept;
  if (solver.usable && solver.memoryBytes <= KEPT_BYTES) return solver;
  kept = loadSolver();
  return kept;
}
