import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { readFacilities } from '../../../../releases/facilities.ts';
import { parseScope } from '../../../../releases/scope.ts';
import { regionOf } from '../../../../releases/select.ts';
import type { Release } from '../../../../releases/types.ts';
import { facilityFeature } from '../../../../writers/facilities.ts';
import { answerOnce } from '../answered.ts';
import { parseBbox } from '../geojson.ts';
import { notModified, problems } from '../problems.ts';
import { correctionRoutes } from './corrections.ts';
import { FacilitiesQuery, FacilityFeatures } from './schemas.ts';

export const facilityRoutes: FastifyPluginAsyncTypebox = async app => {
  await app.register(correctionRoutes);
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
    (request, reply) => {
      const { function: functions, source, scope, bbox, name, corrected } = request.query;
      const make = async (release: Release) => {
        const region = regionOf(release, request.query.region).id;
        const filter = {
          functions,
          source,
          scope: parseScope(scope),
          bbox: parseBbox(bbox),
          name,
          corrected,
        };
        const features: object[] = [];
        for await (const facility of readFacilities(app.database, release, region, filter)) {
          features.push(facilityFeature(facility));
        }
        return { type: 'FeatureCollection', release: release.hash, region, features };
      };
      return answerOnce(app, request, reply, make, 'application/geo+json; charset=utf-8');
    },
  );
};
