import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { requestedRelease } from '../../../../releases/catalogue.ts';
import { measureConcentration } from '../../../../releases/concentration.ts';
import { parseScope } from '../../../../releases/scope.ts';
import { regionOf } from '../../../../releases/select.ts';
import { notModified, problems } from '../problems.ts';
import { ConcentrationAnswer, ConcentrationQuery } from './schemas.ts';

export const concentrationRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/concentration',
    {
      schema: {
        tags: ['concentration'],
        summary: 'Indices of concentration over the areas of a scope',
        querystring: ConcentrationQuery,
        response: { 200: ConcentrationAnswer, ...notModified, ...problems(404, 422) },
      },
    },
    async (request, reply) => {
      const { indicator = 'social_share', level, vintage, year, indices, clamp } = request.query;
      const release = await requestedRelease(app.database, request.query.release);
      if (reply.followsFrom(release)) return reply.code(304).send(null);
      const region = regionOf(release, request.query.region).id;
      const scope = parseScope(request.query.scope);
      const { source, ...measured } = await measureConcentration(app.database, release, {
        region,
        indicator,
        level,
        vintage,
        year,
        scope,
        indices: indices?.split(','),
        clamp,
      });
      return {
        release: release.hash,
        region,
        indicator,
        level,
        vintage: source.areas.vintage,
        year: source.year,
        basis: source.basis,
        source: source.item.source,
        scope,
        ...measured,
      };
    },
  );
};
