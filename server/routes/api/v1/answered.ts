import { buffer } from 'node:stream/consumers';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askerGone } from '../../../asker.ts';
import { type Encoded, encode, encodeJson, JSON_TYPE, sendEncoded } from '../../../encoded.ts';
import { requestedRelease } from '../../../releases/catalogue.ts';
import type { Desk } from '../../../releases/desk.ts';
import type { Release } from '../../../releases/types.ts';
import type { Exported } from '../../../writers/exported.ts';

type Asking = Pick<FastifyRequest, 'headers' | 'url'> & { query: { release?: string } };
type Making<Answer> = (release: Release, desk: Desk) => Promise<Answer>;
type Server = Pick<FastifyInstance, 'database' | 'computation'>;
type KeepingServer = Server & Pick<FastifyInstance, 'encodedAnswer'>;
// The route's own type of reply knows its answer as an object; here it is bytes.
type AnyReply = unknown;

/** Answers in JSON from the release that is asked for: 304 where the client has it, else made once and kept. */
export function answerOnce(
  app: KeepingServer,
  request: Asking,
  reply: AnyReply,
  make: Making<object>,
  type = JSON_TYPE,
): Promise<void> {
  return encodedOnce(app, request, reply, async (...given) => encodeJson(await make(...given), type));
}

/** The same for a file that takes long to make and is small enough to keep. */
export function fileOnce(
  app: KeepingServer,
  request: Asking,
  reply: AnyReply,
  make: Making<Exported>,
): Promise<void> {
  return encodedOnce(app, request, reply, async (...given) => {
    const { contentType, stream, fileName } = await make(...given);
    return encode(contentType, await buffer(stream), fileName);
  });
}

async function encodedOnce(
  app: KeepingServer,
  request: Asking,
  reply: AnyReply,
  make: Making<Encoded>,
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
export function deskFor(app: Server, reply: AnyReply): Desk {
  return {
    database: app.database,
    computation: app.computation,
    signal: askerGone(reply as FastifyReply),
  };
}
