import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../../../core/problem.ts';
import { problemDocument } from '../../../plugins/problem-document.ts';

const EVENTS = 'text/event-stream';

/** What keeps a proxy from cutting a stream on which nothing was said for a while. */
const SIGN_OF_LIFE = ': working\n\n';
const SIGN_EVERY_MS = 15_000;

export const eventOf = (name: string, data: object): string =>
  `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** Makes answers, tells news meanwhile, and gives each as an event. */
export type Making = (tell: (event: string) => void) => Promise<string>;

/** Whether a client asks for events. */
export const wantsEvents = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  headers.accept?.includes(EVENTS) === true;

/** Sends events as they are made; `path` is the address that a problem is about. */
export const sendEvents = (reply: FastifyReply, path: string, makings: readonly Making[]): FastifyReply =>
  reply.type(EVENTS).send(Readable.from(told(path, makings)));

/** Server-sent events, each when it is there, and what is told before it; a problem ends them and says why. */
async function* told(path: string, makings: readonly Making[]): AsyncGenerator<string> {
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
        yield said.event(path);
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

  event(path: string): string {
    const problem =
      this.error instanceof ProblemError
        ? this.error
        : new ProblemError('internal', 'The search failed on this server; try again, or report it.');
    const document = problemDocument(problem.code, problem.message, path, problem.details);
    return eventOf('problem', document);
  }
}
