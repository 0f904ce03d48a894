import { ProblemError } from '../../core/problem.ts';

/** What can be wrong with a file that someone opens as a scenario, each with words of its own. */
export type FileFault = 'noJson' | 'otherProduct' | 'newerVersion' | 'tooLarge' | 'damaged' | 'unreadable';

/** Reads the fault out of what `parseScenarioFile` threw; anything else is a file the browser could not read. */
export function faultOf(error: unknown): FileFault {
  if (!(error instanceof ProblemError)) return 'unreadable';
  const { code, details } = error;
  if (code === 'too-large') return 'tooLarge';
  if ('json' in details) return 'noJson';
  if ('version' in details) return 'newerVersion';
  return 'member' in details ? 'damaged' : 'otherProduct';
}
