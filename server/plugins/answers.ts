import fp from 'fastify-plugin';
import { LRUCache } from 'lru-cache';
import { type Encoded, encodeJson } from '../encoded.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** A large answer, made, serialised and compressed once; `key` names it with its release. */
    encodedAnswer(key: string, make: () => Promise<object>): Promise<Encoded>;
  }
}

const MAX_BYTES = 64 * 1024 * 1024;

/** Keeps the answers that are many kilobytes of columns, so that switching back and forth costs nothing. */
export default fp(
  async app => {
    const answers = new LRUCache<string, Encoded, () => Promise<object>>({
      maxSize: MAX_BYTES,
      sizeCalculation: ({ gzipped }) => 500 + gzipped.length,
      ignoreFetchAbort: true,
      fetchMethod: async (_key, _stale, { context }) => encodeJson(await context()),
    });
    app.decorate('encodedAnswer', (key: string, make: () => Promise<object>) =>
      answers.forceFetch(key, { context: make }),
    );
  },
  { name: 'answers' },
);
