import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { valuesToWire } from '../../../../../core/areas/columns.ts';
import { sendEncoded } from '../../../../encoded.ts';
import { requestedRelease } from '../../../../releases/catalogue.ts';
import { regionOf } from '../../../../releases/select.ts';
import { aggregatedFrom, findValueSource } from '../../../../releases/value-sources.ts';
import { loadValues } from '../../../../releases/values.ts';
import { notModified, problems } from '../problems.ts';
import { Values, ValuesQuery } from './schemas.ts';

export const valueRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/values',
    {
      compress: false,
      schema: {
        tags: ['values'],
        summary: 'The values of one indicator, level and year as columns, aligned with the area index',
        querystring: ValuesQuery,
        response: { 200: Values, ...notModified, ...problems(404) },
      },
    },
    async (request, reply) => {
      const { indicator, level, vintage, year, category = null } = request.query;
      const release = await requestedRelease(app.database, request.query.release);
      if (reply.followsFrom(release)) return reply.code(304).send(null);
      const region = regionOf(release, request.query.region).id;
      const answer = await app.encodedAnswer(`${release.hash} ${request.url}`, reply, async () => {
        const source = findValueSource(release, { region, indicator, level, vintage, year });
        const columns = await loadValues(app.database, source, category);
        return {
          release: release.hash,
          region,
          indicator,
          level,
          vintage: columns.vintage,
          year: columns.year,
          category,
          basis: columns.basis,
          areasHash: source.areas.hash,
          aggregatedFrom: aggregatedFrom(source),
          source: source.item.source,
          hash: source.item.hash,
          columns: valuesToWire(columns),
        };
      });
      return sendEncoded(request, reply, answer);
    },
  );
};
