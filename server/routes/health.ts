import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ProblemError } from '../../core/problem.ts';
import { currentHash } from '../releases/catalogue.ts';
import { problems } from './api/v1/problems.ts';
import { Nullable, OneOf } from './api/v1/shapes.ts';

const Health = Type.Object({
  status: OneOf(['ok']),
  version: Type.String({ description: 'Version of Buurtbalans' }),
  release: Nullable(
    Type.String({ description: 'Hash of the current release; null before the first import' }),
  ),
  database: OneOf(['embedded', 'server']),
});

export type HealthOptions = { version: string };

/** For a balancer or a supervisor: 200 while the database answers, else 503. */
export const healthRoutes: FastifyPluginAsyncTypebox<HealthOptions> = async (app, { version }) => {
  app.get(
    '/health',
    {
      schema: {
        tags: ['service'],
        summary: 'Whether the server and its database answer',
        response: { 200: Health, ...problems() },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const release = await currentHash(app.database).catch(error => {
        request.log.error({ err: error }, 'the database does not answer');
        throw new ProblemError(
          'unavailable',
          'The database does not answer; the log of the server tells more',
        );
      });
      return { status: 'ok' as const, version, release, database: app.database.kind };
    },
  );
};
