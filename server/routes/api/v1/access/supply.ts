import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { measureSupply } from '../../../../releases/access/supply.ts';
import { loadAreas } from '../../../../releases/areas.ts';
import { answerOnce } from '../answered.ts';
import { notModified, problems } from '../problems.ts';
import { SupplyQuery, supplyAsked } from './supply-parameters.ts';
import { SupplyAnswer } from './supply-schema.ts';
import { supplyView } from './supply-view.ts';

/** What children can reach of the room, the staff or the surface of places. */
export const supplyRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/access/supply',
    {
      compress: false,
      schema: {
        tags: ['access'],
        summary: 'Places, staff or square metres for each child within a walk, by area and by place',
        querystring: SupplyQuery,
        response: { 200: SupplyAnswer, ...notModified, ...problems(404, 413) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async (release, desk) => {
        const question = supplyAsked(release, request.query);
        const answer = await measureSupply(desk, release, question);
        const { codes } = (await loadAreas(app.database, answer.item)).table;
        return supplyView(release, question, answer, codes);
      }),
  );
};
