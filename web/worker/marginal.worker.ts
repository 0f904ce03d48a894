import { ProblemError } from '../../core/problem.ts';
import { scenarioMarginal } from '../../core/scenario/marginal.ts';
import type { MarginalAnswer, MarginalQuestion } from './messages.ts';

function effects({ areas, id, contiguity }: MarginalQuestion): MarginalAnswer['effects'] {
  try {
    return scenarioMarginal(areas, id, contiguity);
  } catch (error) {
    // Where the index has no value there is no effect to show; the panel says why.
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

self.addEventListener('message', ({ data }: MessageEvent<MarginalQuestion>) => {
  const answer: MarginalAnswer = { effects: effects(data) };
  self.postMessage(answer);
});
