import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { problems } from './v1/problems.ts';

const Document = Type.Unsafe<object>({ type: 'object', additionalProperties: true });

export const openapiRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/api/openapi.json',
    {
      schema: {
        tags: ['service'],
        summary: 'This description, OpenAPI 3.0',
        response: { 200: Document, ...problems() },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-cache');
      return app.swagger();
    },
  );
};
