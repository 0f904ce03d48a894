import { ProblemError } from '../../problem.ts';
import type { SitingAim } from '../aims.ts';
import type { SitingQuestion } from '../question.ts';

/** @throws ProblemError `bad-parameter` where a candidate has a capacity. */
export function refuseCapacity({ candidates }: SitingQuestion, aim: SitingAim): void {
  const limited = candidates.find(({ capacity }) => capacity !== null);
  if (limited === undefined) return;
  throw new ProblemError(
    'bad-parameter',
    `Candidate ${limited.id} has a capacity, which only the aim cover takes; leave capacities out for ${aim}.`,
    { aim },
  );
}

/** @throws ProblemError `bad-parameter` where there is a budget, or a number of one function. */
export function refuseMoney({ budget, functions }: SitingQuestion, aim: SitingAim): void {
  if (budget === null && functions.every(({ most }) => most === null)) return;
  throw new ProblemError(
    'bad-parameter',
    `The aim ${aim} counts places: leave the budget and the number of each function out.`,
    { aim },
  );
}
