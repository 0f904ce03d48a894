import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { requestedRelease } from '../../../../releases/catalogue.ts';
import { parseScope } from '../../../../releases/scope.ts';
import { regionOf } from '../../../../releases/select.ts';
import { readSites } from '../../../../releases/sites.ts';
import { BboxParameter, Features, parseBbox } from '../geojson.ts';
import { notModified, problems } from '../problems.ts';
import { CLOSED, Nullable, RegionQuery, ScopeParameter } from '../shapes.ts';

const SiteFeatures = Features(
  Type.Object({
    name: Type.String(),
    capacityDwellings: Type.Integer(),
    owner: Nullable(Type.String()),
    areaM2: Type.Number(),
  }),
);

export const siteRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/sites',
    {
      schema: {
        tags: ['facilities'],
        summary: 'Buildable sites as GeoJSON, with the dwellings they have room for',
        querystring: Type.Object({ ...RegionQuery, scope: ScopeParameter, bbox: BboxParameter }, CLOSED),
        response: { 200: SiteFeatures, ...notModified, ...problems(404) },
      },
    },
    async (request, reply) => {
      const { scope, bbox } = request.query;
      const release = await requestedRelease(app.database, request.query.release);
      if (reply.followsFrom(release)) return reply.code(304).send(null);
      const region = regionOf(release, request.query.region).id;
      const filter = { scope: parseScope(scope), bbox: parseBbox(bbox) };
      const sites = await readSites(app.database, release, region, filter);
      return {
        type: 'FeatureCollection' as const,
        release: release.hash,
        region,
        features: sites.map(({ key, geometry, ...properties }) => ({
          type: 'Feature' as const,
          id: key,
          geometry,
          properties,
        })),
      };
    },
  );
};
