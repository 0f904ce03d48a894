import fp from 'fastify-plugin';
import { sendProblem } from './errors.ts';
import { problemDocument } from './problem-document.ts';

/** Paths that belong to the API: a wrong one is a problem document, never the page of the web app. */
const API_PATH = /^\/(api|tiles|docs|health|problems|assets)(\/|$)/;

/** Client routes get the web app's page; every other unknown address a problem. Rate-limited like any other. */
export default fp(
  async app => {
    app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
      const path = request.url.split('?', 1)[0] ?? '/';
      const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
      if (wantsPage && app.webAppBuilt && !API_PATH.test(path) && !/\.\w+$/.test(path)) {
        return reply.sendFile('index.html');
      }
      return sendProblem(
        reply,
        problemDocument(
          'not-found',
          `There is nothing at ${request.method} ${path}; /docs lists what there is`,
          request.url,
        ),
      );
    });
  },
  { name: 'not-found', dependencies: ['errors', 'rate-limit', 'static'] },
);
