import type { FastifyReply } from 'fastify';

/**
 * Aborts when whoever asked has hung up before the answer was sent. Not `request.signal`, which for a request with a
 * body aborts as soon as the body is read (Fastify 5.12: the request's stream closes then).
 */
export function askerGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
