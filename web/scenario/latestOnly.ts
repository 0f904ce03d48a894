/**
 * Asks one question at a time. Of those that come while one is being answered only the newest is kept, so that a slider
 * that moves faster than the answers shows every answer there is and never falls behind.
 */
export function latestOnly<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
  settle: (question: Question, outcome: { answer: Answer } | { error: unknown }) => void,
): (question: Question) => void {
  let busy = false;
  let next: { question: Question } | null = null;
  const start = (question: Question): void => {
    busy = true;
    answer(question)
      .then(
        given => settle(question, { answer: given }),
        (error: unknown) => settle(question, { error }),
      )
      .finally(() => {
        busy = false;
        const waiting = next;
        next = null;
        if (waiting !== null) start(waiting.question);
      });
  };
  return question => {
    if (busy) next = { question };
    else start(question);
  };
}
