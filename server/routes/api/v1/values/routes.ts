import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { valuesToWire } from '../../../../../core/areas/columns.ts';
import { regionOf } from '../../../../releases/select.ts';
import { aggregatedFrom, findValueSource } from '../../../../releases/value-sources.ts';
import { loadValues } from '../../../../releases/values.ts';
import { answerOnce } from '../answered.ts';
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
    (request, reply) =>
      answerOnce(app, request, reply, async release => {
        const { indicator, level, vintage, year, category = null } = request.query;
        const region = regionOf(release, request.query.region).id;
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
      }),
  );
};
