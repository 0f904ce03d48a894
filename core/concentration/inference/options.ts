import { ProblemError } from '../../problem.ts';

const MOST_DRAWS = 99_999;

/** Throws ProblemError `bad-parameter` for draws outside 1–99,999 and for an interval level outside 0–1. */
export function checkInference({
  draws,
  intervalLevel,
}: {
  draws: number;
  intervalLevel?: number | null;
}): void {
  if (!Number.isInteger(draws) || draws < 1 || draws > MOST_DRAWS) {
    throw new ProblemError(
      'bad-parameter',
      `${draws} draws cannot be made; choose a whole number from 1 to ${MOST_DRAWS}, such as 999.`,
      { draws },
    );
  }
  if (intervalLevel === null || intervalLevel === undefined) return;
  if (!(intervalLevel > 0 && intervalLevel < 1)) {
    throw new ProblemError(
      'bad-parameter',
      `An interval cannot have level ${intervalLevel}; choose a number between 0 and 1, such as 0.95.`,
      { intervalLevel },
    );
  }
}
