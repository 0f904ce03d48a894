import type { FastifyLoggerOptions, FastifyRequest } from 'fastify';

/**
 * Structured lines with the id of the request. Headers are never logged (tokens and secrets travel in them), and a
 * scenario's id is cut short because whoever knows it may read the scenario.
 */
export function logSettings(level: string): FastifyLoggerOptions {
  return {
    level,
    serializers: {
      req: (request: FastifyRequest) => ({
        method: request.method,
        url: withoutScenarioId(request.url ?? ''),
        host: request.host,
        remoteAddress: request.ip,
      }),
    },
  };
}

export function withoutScenarioId(url: string): string {
  return url.replace(/(\/scenarios\/)(?!evaluate\b)([\w-]{4})[\w-]+/, '$1$2…');
}
