import { setTimeout } from 'node:timers/promises';
import { ProblemError } from '../../../../../core/problem.ts';
import { problemDocument } from '../../../../plugins/problem-document.ts';

/** What keeps a proxy from cutting a stream on which nothing was said for a while. */
const SIGN_OF_LIFE = ': working\n\n';
const SIGN_EVERY_MS = 15_000;

export const eventOf = (name: string, data: object): string =>
  `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** Makes answers, tells news meanwhile, and gives each as an event. */
export type Making = (tell: (event: string) => void) => Promise<string>;

/** Server-sent events, each when it is there, and what is told before it; a problem ends them and says why. */
export async function* told(makings: readonly Making[]): AsyncGenerator<string> {
  for (const make of makings) {
    const waiting: string[] = [];
    let wake = Promise.withResolvers<null>();
    const tell = (event: string): void => {
      waiting.push(event);
      wake.resolve(null);
    };
    const made = make(tell).catch((error: unknown) => new Failed(error));
    for (;;) {
      yield waiting.length === 0 ? SIGN_OF_LIFE : waiting.splice(0).join('');
      const said = await Promise.race([made, wake.promise, setTimeout(SIGN_EVERY_MS, null, { ref: false })]);
      wake = Promise.withResolvers<null>();
      if (said === null) continue;
      if (waiting.length > 0) yield waiting.splice(0).join('');
      if (said instanceof Failed) {
        yield said.event();
        return;
      }
      yield said;
      break;
    }
  }
}

/** An error in the words of a problem document (RFC 9457); what is nobody's fault but ours says no more than that. */
class Failed {
  readonly error: unknown;

  constructor(error: unknown) {
    this.error = error;
  }

  event(): string {
    const problem =
      this.error instanceof ProblemError
        ? this.error
        : new ProblemError('internal', 'The search failed on this server; try again, or report it.');
    const document = problemDocument(problem.code, problem.message, '/api/v1/spreading', problem.details);
    return eventOf('problem', document);
  }
}
