import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { encode, sendEncoded } from '../../../../encoded.ts';
import { sentNetwork } from '../../../../releases/network.ts';
import { notModified, problems } from '../problems.ts';
import { CLOSED, Hash } from '../shapes.ts';

const NETWORK_TYPE = 'application/x-protobuf';

export const networkRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/networks/:hash',
    {
      compress: false,
      schema: {
        tags: ['facilities'],
        summary: 'A walking network in bytes, by the hash of its version',
        params: Type.Object({ hash: Hash }, CLOSED),
        querystring: Type.Object({}, CLOSED),
        response: {
          200: {
            description: 'Junctions and edges as Protocol Buffers (docs/data-specification.md)',
            content: {
              [NETWORK_TYPE]: { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) },
            },
          },
          ...notModified,
          ...problems(404, 413),
        },
      },
    },
    async (request, reply) => {
      const { hash } = request.params;
      // A version never changes, whatever release it is asked through.
      if (reply.followsFrom(hash)) return reply.code(304).send(null);
      const answer = await app.encodedAnswer(`network ${hash}`, reply, async () =>
        encode(NETWORK_TYPE, await sentNetwork(app.database, hash)),
      );
      return sendEncoded(request, reply, answer);
    },
  );
};
