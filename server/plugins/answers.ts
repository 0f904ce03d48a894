import fp from 'fastify-plugin';
import { LRUCache } from 'lru-cache';
import { askerGone } from '../asker.ts';
import type { Encoded } from '../encoded.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * A large answer, made and encoded once for all who ask; `key` names it with its release. The
     * signal that `make` is given aborts when the last who asked has gone.
     */
    encodedAnswer(
      key: string,
      reply: FastifyReply,
      make: (signal: AbortSignal) => Promise<Encoded>,
    ): Promise<Encoded>;
  }
}

const MAX_BYTES = 64 * 1024 * 1024;

/** An answer that is being made. */
type Making = { answer: Promise<Encoded>; askers: number; abort: AbortController };

/** Keeps the answers that are many kilobytes or long sums, so that switching back and forth costs nothing. */
export default fp(
  async app => {
    const answers = new LRUCache<string, Encoded>({
      maxSize: MAX_BYTES,
      sizeCalculation: ({ gzipped }) => 500 + gzipped.length,
    });
    const makings = new Map<string, Making>();

    function begin(key: string, make: (signal: AbortSignal) => Promise<Encoded>): Making {
      const abort = new AbortController();
      const answer = make(abort.signal)
        .then(encoded => {
          answers.set(key, encoded);
          return encoded;
        })
        .finally(() => {
          if (makings.get(key) === making) makings.delete(key);
        });
      const making: Making = { answer, askers: 0, abort };
      makings.set(key, making);
      return making;
    }

    app.decorate('encodedAnswer', async (key, reply, make) => {
      const kept = answers.get(key);
      if (kept !== undefined) return kept;
      const making = makings.get(key) ?? begin(key, make);
      making.askers++;
      askerGone(reply).addEventListener('abort', () => {
        making.askers--;
        if (making.askers > 0) return;
        // Whoever asks now finds no half-stopped answer, but begins anew.
        if (makings.get(key) === making) makings.delete(key);
        making.abort.abort();
      });
      return making.answer;
    });
  },
  { name: 'answers' },
);
