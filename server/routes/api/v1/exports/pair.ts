import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { parseScenario } from '../../../../../core/scenario/parse.ts';
import type { ScenarioPair } from '../../../../releases/scenario-pair.ts';
import { writers } from '../../../../writers/registry.ts';
import { exportDifference, exportFigures } from '../../../../writers/scenario-pair.ts';
import { problems } from '../problems.ts';
import { SCENARIO_BYTES } from '../scenarios/schemas.ts';
import { DOWNLOAD_TIMEOUT_MS, sendFile } from './download.ts';
import { FiguresQuery, fileResponse, PairBody, ScenarioQuery } from './schemas.ts';

const tags = ['exports'];

const pairIn = ({ first, second }: { first?: unknown; second: unknown }): ScenarioPair => ({
  first: first === undefined ? undefined : parseScenario(first),
  second: parseScenario(second),
});

/** Two scenarios, or now and one, as files: their areas in every format, their figures as tables. */
export const pairRoutes: FastifyPluginAsyncTypebox = async app => {
  for (const { id: format, extension, title, contentType, spatial } of writers) {
    const route = {
      handlerTimeout: DOWNLOAD_TIMEOUT_MS,
      bodyLimit: 2 * SCENARIO_BYTES,
    };
    const response = { 200: fileResponse(contentType), ...problems(404, 413, 415, 422) };

    app.post(
      `/exports/difference.${extension}`,
      {
        ...route,
        schema: {
          tags,
          summary: `The areas of two scenarios, or of now and one, with the difference, as ${title}`,
          querystring: ScenarioQuery,
          body: PairBody,
          response,
        },
      },
      async (request, reply) => {
        const { geometry, clamp } = request.query;
        reply.header('cache-control', 'no-store');
        const asked = { format, geometry: geometry !== 'none', clamp };
        return sendFile(reply, await exportDifference(app, pairIn(request.body), asked));
      },
    );

    // Figures have no place on a map.
    if (spatial) continue;
    app.post(
      `/exports/figures.${extension}`,
      {
        ...route,
        schema: {
          tags,
          summary: `The figures of a scenario, or of two, with the difference, as ${title}`,
          querystring: FiguresQuery,
          body: PairBody,
          response,
        },
      },
      async (request, reply) => {
        reply.header('cache-control', 'no-store');
        const asked = { format, clamp: request.query.clamp };
        return sendFile(reply, await exportFigures(app, pairIn(request.body), asked));
      },
    );
  }
};
