import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { sendEncoded } from '../../../../encoded.ts';
import { requestedRelease } from '../../../../releases/catalogue.ts';
import { readFacilities } from '../../../../releases/facilities.ts';
import { parseScope } from '../../../../releases/scope.ts';
import { regionOf } from '../../../../releases/select.ts';
import { facilityFeature } from '../../../../writers/facilities.ts';
import { parseBbox } from '../geojson.ts';
import { notModified, problems } from '../problems.ts';
import { FacilitiesQuery, FacilityFeatures } from './schemas.ts';

export const facilityRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/facilities',
    {
      compress: false,
      schema: {
        tags: ['facilities'],
        summary: 'Facilities as GeoJSON, by function, source, scope and box',
        querystring: FacilitiesQuery,
        response: { 200: FacilityFeatures, ...notModified, ...problems(404) },
      },
    },
    async (request, reply) => {
      const { function: functions, source, scope, bbox } = request.query;
      const release = await requestedRelease(app.database, request.query.release);
      if (reply.followsFrom(release)) return reply.code(304).send(null);
      const region = regionOf(release, request.query.region).id;
      const filter = { functions, source, scope: parseScope(scope), bbox: parseBbox(bbox) };
      const answer = await app.encodedAnswer(`${release.hash} ${request.url}`, reply, async () => {
        const features: object[] = [];
        for await (const facility of readFacilities(app.database, release, region, filter)) {
          features.push(facilityFeature(facility));
        }
        return { type: 'FeatureCollection', release: release.hash, region, features };
      });
      return sendEncoded(request, reply, { ...answer, type: 'application/geo+json; charset=utf-8' });
    },
  );
};
