import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { requestedRelease } from '../../../../releases/catalogue.ts';
import { indicatorViews } from '../../../../releases/indicator-views.ts';
import { regionOf } from '../../../../releases/select.ts';
import { notModified, problems } from '../problems.ts';
import { CLOSED, LevelId, Nullable, OneOf, RegionQuery, ReleaseHash, Source, Texts } from '../shapes.ts';

const Available = Type.Object({
  level: LevelId,
  vintage: Type.Integer(),
  year: Type.Integer(),
  basis: OneOf(['counts', 'published_ratio', 'aggregated']),
  aggregatedFrom: Nullable(LevelId),
  categories: Type.Array(Type.String({ description: 'dimension=label' })),
  source: Source,
  hash: Type.String(),
});

const IndicatorList = Type.Object({
  release: ReleaseHash,
  region: Type.String(),
  indicators: Type.Array(
    Type.Object({
      id: Type.String(),
      theme: OneOf(['housing', 'poverty', 'children', 'population']),
      kind: OneOf(['ratio', 'count', 'density']),
      unit: OneOf(['share', 'per_hectare', 'count', 'euro']),
      title: Texts,
      reading: Texts,
      numerator: Texts,
      denominator: Nullable(Texts),
      derivedFrom: Nullable(Type.String()),
      mayExceedOne: Type.Boolean(),
      direction: OneOf(['higher_is_more', 'higher_is_worse', 'higher_is_better']),
      source: Texts,
      disclosureThreshold: Type.Integer(),
      available: Type.Array(Available, { description: 'Also what is summed from a finer level or derived' }),
    }),
  ),
});

export const indicatorRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/indicators',
    {
      schema: {
        tags: ['values'],
        summary: 'Every indicator, and for which levels and years a region has it',
        querystring: Type.Object(RegionQuery, CLOSED),
        response: { 200: IndicatorList, ...notModified, ...problems(404) },
      },
    },
    async (request, reply) => {
      const release = await requestedRelease(app.database, request.query.release);
      if (reply.followsFrom(release)) return reply.code(304).send(null);
      const region = regionOf(release, request.query.region).id;
      return {
        release: release.hash,
        region,
        indicators: await indicatorViews(app.database, release, region),
      };
    },
  );
};
