import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askerGone } from '../../../asker.ts';
import { sendEncoded } from '../../../encoded.ts';
import { requestedRelease } from '../../../releases/catalogue.ts';
import type { Desk } from '../../../releases/measured-areas.ts';
import type { Release } from '../../../releases/types.ts';

/** Answers from the release that is asked for: 304 where the client has it, else made once and kept. */
export async function answerOnce(
  app: Pick<FastifyInstance, 'database' | 'computation' | 'encodedAnswer'>,
  request: Pick<FastifyRequest, 'headers' | 'url'> & { query: { release?: string } },
  // The route's own type of reply knows its answer as an object; here it is bytes.
  reply: unknown,
  make: (release: Release, desk: Desk) => Promise<object>,
): Promise<void> {
  const sent = reply as FastifyReply;
  const release = await requestedRelease(app.database, request.query.release);
  if (sent.followsFrom(release)) {
    sent.code(304).send(null);
    return;
  }
  const answer = await app.encodedAnswer(`${release.hash} ${request.url}`, sent, signal =>
    make(release, { database: app.database, computation: app.computation, signal }),
  );
  await sendEncoded(request, sent, answer);
}

/** The desk of an answer that is made for one asker only; it stops when that one hangs up. */
export function deskFor(app: Pick<FastifyInstance, 'database' | 'computation'>, reply: unknown): Desk {
  return {
    database: app.database,
    computation: app.computation,
    signal: askerGone(reply as FastifyReply),
  };
}
