import type { FastifyLoggerOptions, FastifyRequest } from 'fastify';

/**
 * Structured lines with the id of the request. Headers are never logged (tokens and secrets travel in them), and the
 * ids of scenarios and of links to them are cut short: whoever knows a scenario's may read it.
 */
export function logSettings(level: string): FastifyLoggerOptions {
  return {
    level,
    serializers: {
      req: (request: FastifyRequest) => ({
        method: request.method,
        url: withoutIds(request.url ?? ''),
        host: request.host,
        remoteAddress: request.ip,
      }),
    },
  };
}

export function withoutIds(url: string): string {
  return url.replace(/(\/(?:scenarios|links)\/)(?!(?:evaluate|schema)\b)([\w-]{4})[\w-]+/g, '$1$2…');
}
