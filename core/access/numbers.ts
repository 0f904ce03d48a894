import { ProblemError } from '../problem.ts';

/** @throws ProblemError `bad-parameter` naming the value, unless it is a finite number from 0 up. */
export function checkNumber(what: string, value: number, unit: string): void {
  if (Number.isFinite(value) && value >= 0) return;
  throw new ProblemError(
    'bad-parameter',
    `A ${what} of ${value} ${unit} is none; give a number of ${unit} from 0 up.`,
    { [what]: value },
  );
}
