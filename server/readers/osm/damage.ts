import { ProblemError } from '../../../core/problem.ts';

/** The refusal of a file that is not what its format asks. */
export function damagedOsm(name: string, sentence: string, cause?: unknown): ProblemError {
  return new ProblemError(
    'bad-input',
    `${name}: ${sentence}; download or export it again`,
    { file: name },
    cause,
  );
}
