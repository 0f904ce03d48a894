import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { levels } from '../../../../../data/levels.ts';
import { requestedRelease } from '../../../../releases/catalogue.ts';
import { areasItemOf, areasItems, levelsOf, regionOf } from '../../../../releases/select.ts';
import { notModified, problems } from '../problems.ts';
import { CLOSED, LevelId, Nullable, RegionQuery, ReleaseHash, Texts } from '../shapes.ts';

const LevelList = Type.Object({
  release: ReleaseHash,
  region: Type.String(),
  levels: Type.Array(
    Type.Object({
      id: LevelId,
      title: Texts,
      plural: Texts,
      vintages: Type.Array(Type.Integer(), { description: 'Newest first' }),
      count: Type.Integer({ description: 'Areas of the newest vintage' }),
      parentLevel: Nullable(LevelId),
    }),
  ),
});

export const levelRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/levels',
    {
      schema: {
        tags: ['areas'],
        summary: 'The levels a region has, from coarse to fine',
        querystring: Type.Object(RegionQuery, CLOSED),
        response: { 200: LevelList, ...notModified, ...problems(404) },
      },
    },
    async (request, reply) => {
      const release = await requestedRelease(app.database, request.query.release);
      if (reply.followsFrom(release)) return reply.code(304).send(null);
      const region = regionOf(release, request.query.region);
      const items = areasItems(release, region.id);
      const present = levelsOf(items);
      return {
        release: release.hash,
        region: region.id,
        levels: levels
          .filter(level => present.includes(level.id))
          .map(({ id, title, plural }) => {
            const newest = areasItemOf(release, region.id, id);
            const vintages = items.filter(item => item.level === id).map(item => item.vintage);
            return {
              id,
              title,
              plural,
              vintages: vintages.sort((a, b) => b - a),
              count: newest.rowCount,
              parentLevel: newest.parentLevel,
            };
          }),
      };
    },
  );
};
