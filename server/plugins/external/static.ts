import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fp from 'fastify-plugin';

const NOT_BUILT =
  'Buurtbalans is running, but its web app is not built.\nRun "npm run build" and start again; the API is at /docs.\n';

export type StaticOptions = { directory: string };

declare module 'fastify' {
  interface FastifyInstance {
    /** True when the web app is built, so that a client route can be answered with its page. */
    webAppBuilt: boolean;
  }
}

/** Serves the built web app: hashed assets are kept for good, the page itself is asked for again each time. */
export default fp<StaticOptions>(
  async (app, { directory }) => {
    const built = existsSync(join(directory, 'index.html'));
    app.decorate('webAppBuilt', built);
    if (!built) {
      app.get('/', { schema: { hide: true } }, async (_request, reply) =>
        reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT),
      );
      return;
    }
    await app.register(fastifyStatic, {
      root: directory,
      cacheControl: false,
      dotfiles: 'ignore',
      setHeaders: (reply, path) => {
        const hashed = path.startsWith(join(directory, 'assets'));
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  },
  { name: 'static', dependencies: ['helmet'] },
);
