import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import type { Database } from './database/types.ts';
import answers from './plugins/answers.ts';
import { refuseClient } from './plugins/client-error.ts';
import computation from './plugins/computation.ts';
import databasePlugin from './plugins/database.ts';
import errors, { documentOf, sendProblem } from './plugins/errors.ts';
import compress from './plugins/external/compress.ts';
import etag from './plugins/external/etag.ts';
import helmet from './plugins/external/helmet.ts';
import rateLimit from './plugins/external/rate-limit.ts';
import staticFiles from './plugins/external/static.ts';
import swagger from './plugins/external/swagger.ts';
import underPressure from './plugins/external/under-pressure.ts';
import { logSettings } from './plugins/log.ts';
import notFound from './plugins/not-found.ts';
import parameters from './plugins/parameters.ts';
import releases from './plugins/releases.ts';
import writing, { isLoopback } from './plugins/writing.ts';
import { routes } from './routes/routes.ts';
import type { Settings } from './settings.ts';
import { version } from './version.ts';

export type AppOptions = {
  database: Database;
  settings: Settings;
  /** Default structured lines on standard output at the settings' level; `false` for none. */
  logger?: FastifyServerOptions['logger'];
  /** Folder of the built web app. */
  webDirectory?: string;
  /** Requests per minute and address; default by whether others than the person at this machine can ask. */
  requestsPerMinute?: number;
  /** Milliseconds that the event loop may lag before new work is refused; 0 never refuses. */
  mostLagMs?: number;
};

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Bytes of a body that is not a scenario's; routes that take more say so themselves. */
const BODY_LIMIT_BYTES = 64 * 1024;
/** A map that is panned quickly asks for hundreds of tiles; several people may share one address. */
const REQUESTS_PER_MINUTE = 6000;
/** At one's own machine the limit only stops a program that runs away. */
const OWN_REQUESTS_PER_MINUTE = 600_000;
/** Further behind, new work would only make what runs wait longer. */
const MOST_LAG_MS = 4000;
/** A request that takes longer is answered 503 and its signal aborts. */
const HANDLER_TIMEOUT_MS = 120_000;

/**
 * Makes the whole server app: the one way for the program and for every test. It does not listen, and it leaves the
 * database open when it closes.
 */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { database, settings } = options;
  const app = fastify({
    logger: options.logger ?? logSettings(settings.logLevel),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT_BYTES,
    handlerTimeout: HANDLER_TIMEOUT_MS,
    // Time to receive a whole request; a client that drips one byte at a time is cut off.
    requestTimeout: 60_000,
    // A cold disk may take long to read the packages of a plugin.
    pluginTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
    // Errors before there is a route: an address that cannot be decoded, a request that is no HTTP.
    frameworkErrors: (error, request, reply) => {
      sendProblem(reply, documentOf(error, request));
    },
    clientErrorHandler: refuseClient,
    // An address is taken from the socket only; a header could say anything.
    trustProxy: false,
    return503OnClosing: true,
    ajv: {
      customOptions: {
        // An unknown member is refused, never dropped in silence.
        removeAdditional: false,
        // Query strings are text; `a=1` given once is a list of one where a list is meant.
        coerceTypes: 'array',
        useDefaults: true,
        allErrors: false,
      },
    },
  }).withTypeProvider<TypeBoxTypeProvider>();

  // A body is JSON or refused (415); a form of another site can send plain text without asking first.
  app.removeContentTypeParser('text/plain');
  await app.register(errors);
  await app.register(helmet, { basemapStyle: settings.basemapStyle });
  await app.register(rateLimit, {
    max:
      options.requestsPerMinute ??
      (isLoopback(settings.host) ? OWN_REQUESTS_PER_MINUTE : REQUESTS_PER_MINUTE),
  });
  await app.register(underPressure, { mostLagMs: options.mostLagMs ?? MOST_LAG_MS });
  await app.register(compress);
  await app.register(etag);
  await app.register(swagger, { version });
  await app.register(parameters);
  await app.register(databasePlugin, { database });
  await app.register(releases, { version });
  await app.register(answers);
  await app.register(computation);
  await app.register(writing, { host: settings.host, adminToken: settings.adminToken });
  await app.register(routes, { version, basemapStyle: settings.basemapStyle });
  await app.register(staticFiles, { directory: options.webDirectory ?? `${ROOT}/dist/web` });
  await app.register(notFound);
  await app.ready();
  return app;
}
