import { ProblemError } from '../../core/problem.ts';
import { answerSpread, besideSpread } from '../../core/spreading/answer.ts';
import type { SpreadMessage, SpreadQuestion } from './messages.ts';

/** The same search as the server and the command line; the plan comes first, what stands beside it follows. */
self.addEventListener('message', ({ data }: MessageEvent<SpreadQuestion>) => {
  const { setting, edits, ask } = data;
  const tell = (message: SpreadMessage) => self.postMessage(message);
  try {
    tell({ kind: 'plan', plan: answerSpread(setting, edits, ask) });
    tell({ kind: 'beside', beside: besideSpread(setting, edits, ask) });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code, message, details } = error;
    tell({ kind: 'refused', refused: { code, message, details: { ...details } } });
  }
});
