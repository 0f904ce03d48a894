import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { parseScenario } from '../../../../../core/scenario/parse.ts';
import { requestedRelease } from '../../../../releases/catalogue.ts';
import { exportAreas } from '../../../../writers/areas.ts';
import { exportComparison } from '../../../../writers/comparison.ts';
import { exportFacilities } from '../../../../writers/facilities.ts';
import { writers } from '../../../../writers/registry.ts';
import { exportScenario } from '../../../../writers/scenario.ts';
import { fileOnce } from '../answered.ts';
import { comparisonOf } from '../comparison/question.ts';
import { FacilitiesQuery } from '../facilities/schemas.ts';
import { parseBbox } from '../geojson.ts';
import { notModified, problems } from '../problems.ts';
import { SCENARIO_BYTES, ScenarioBody } from '../scenarios/schemas.ts';
import { accessExportRoutes } from './access.ts';
import { correctionExportRoutes } from './corrections.ts';
import { DOWNLOAD_TIMEOUT_MS, sendFile } from './download.ts';
import { pairRoutes } from './pair.ts';
import { AreasQuery, ComparisonExportQuery, fileResponse, ScenarioQuery } from './schemas.ts';

const tags = ['exports'];

/** One route for each layer and format, so that the address ends as the file does. */
export const exportRoutes: FastifyPluginAsyncTypebox = async app => {
  await app.register(pairRoutes);
  await app.register(correctionExportRoutes);
  await app.register(accessExportRoutes);
  for (const { id: format, extension, title, contentType } of writers) {
    app.get(
      `/exports/areas.${extension}`,
      {
        handlerTimeout: DOWNLOAD_TIMEOUT_MS,
        schema: {
          tags,
          summary: `Areas of a level with indicators, as ${title}`,
          querystring: AreasQuery,
          response: { 200: fileResponse(contentType), ...notModified, ...problems(404) },
        },
      },
      async (request, reply) => {
        const { indicators, geometry, area, ...query } = request.query;
        const release = await requestedRelease(app.database, query.release);
        if (reply.followsFrom(release)) return reply.code(304).send(null);
        return sendFile(
          reply,
          await exportAreas(app.database, {
            ...query,
            release: release.hash,
            format,
            indicators: indicators?.split(','),
            areas: area,
            geometry: geometry !== 'none',
          }),
        );
      },
    );

    app.get(
      `/exports/facilities.${extension}`,
      {
        handlerTimeout: DOWNLOAD_TIMEOUT_MS,
        schema: {
          tags,
          summary: `Facilities, as ${title}`,
          querystring: FacilitiesQuery,
          response: { 200: fileResponse(contentType), ...notModified, ...problems(404) },
        },
      },
      async (request, reply) => {
        const { function: functions, bbox, ...query } = request.query;
        const release = await requestedRelease(app.database, query.release);
        if (reply.followsFrom(release)) return reply.code(304).send(null);
        return sendFile(
          reply,
          await exportFacilities(app.database, {
            ...query,
            release: release.hash,
            format,
            functions,
            bbox: parseBbox(bbox),
          }),
        );
      },
    );

    app.get(
      `/exports/comparison.${extension}`,
      {
        compress: false,
        handlerTimeout: DOWNLOAD_TIMEOUT_MS,
        schema: {
          tags,
          summary: `Regions side by side, as ${title}`,
          querystring: ComparisonExportQuery,
          response: { 200: fileResponse(contentType), ...notModified, ...problems(404, 413, 422) },
        },
      },
      (request, reply) =>
        // Not a stream, because it is draws that take the time, and one row a region is small.
        fileOnce(app, request, reply, (release, desk) => {
          const question = comparisonOf(release, request.query);
          return exportComparison(desk, release, {
            ...question,
            format,
            geometry: request.query.geometry !== 'none',
          });
        }),
    );

    app.post(
      `/exports/scenario.${extension}`,
      {
        handlerTimeout: DOWNLOAD_TIMEOUT_MS,
        bodyLimit: SCENARIO_BYTES,
        schema: {
          tags,
          summary: `The areas of a scenario before, after and the difference, as ${title}`,
          querystring: ScenarioQuery,
          body: ScenarioBody,
          response: { 200: fileResponse(contentType), ...problems(404, 413, 415, 422) },
        },
      },
      async (request, reply) => {
        const { geometry, clamp } = request.query;
        const document = parseScenario(request.body);
        reply.header('cache-control', 'no-store');
        return sendFile(
          reply,
          await exportScenario(app, { format, document, geometry: geometry !== 'none', clamp }),
        );
      },
    );
  }
};
