/**
 * Asks one question at a time, with a pause between them: of those that came in the meantime only the newest is asked,
 * so that answers come in order and none is out of date by more than one. After `drop` no answer is taken any more.
 */
export function newestOnly<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  taken: (question: Question, answer: Answer) => void,
  failed: (error: unknown, question: Question) => void,
  pauseMs = 0,
) {
  let waiting: { question: Question } | null = null;
  let asking = false;
  let round = 0;

  const next = async (): Promise<void> => {
    if (asking || waiting === null) return;
    const { question } = waiting;
    const mine = round;
    waiting = null;
    asking = true;
    try {
      const answer = await ask(question);
      if (mine === round) taken(question, answer);
    } catch (error) {
      // What is asked next may well be answered: only the newest question can fail.
      if (mine === round && waiting === null) failed(error, question);
    }
    if (pauseMs > 0) await new Promise(resolve => setTimeout(resolve, pauseMs));
    asking = false;
    void next();
  };

  return {
    put(question: Question) {
      waiting = { question };
      void next();
    },
    drop() {
      waiting = null;
      round++;
    },
  };
}
