import { type FastifyPluginAsyncTypebox, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { panelFigures } from '../../../../../core/scenario/figures.ts';
import { scenarioJsonSchema } from '../../../../../core/scenario/json-schema.ts';
import { parseScenario } from '../../../../../core/scenario/parse.ts';
import { checkedResults, evaluateDocument } from '../../../../releases/scenario-evaluation.ts';
import {
  createScenario,
  deleteScenario,
  readScenario,
  replaceScenario,
} from '../../../../scenarios/store.ts';
import { deskFor } from '../answered.ts';
import { problems } from '../problems.ts';
import { revisionOf, secretIn } from './preconditions.ts';
import { projectRoutes } from './projects.ts';
import {
  CreatedScenario,
  EvaluateQuery,
  Evaluation,
  JsonSchema,
  SCENARIO_BYTES,
  ScenarioBody,
  ScenarioParams,
  StoredScenario,
} from './schemas.ts';

const tags = ['scenarios'];
/** The token is not needed on the machine itself. */
const security: Record<string, string[]>[] = [{ administrator: [] }, {}];

export const scenarioRoutes: FastifyPluginAsyncTypebox = async app => {
  await app.register(projectRoutes);
  app.get(
    '/scenarios/schema',
    {
      schema: {
        tags,
        summary: 'JSON Schema of the scenario file',
        response: { 200: JsonSchema, ...problems() },
      },
    },
    async (_request, reply) => {
      reply.type('application/schema+json').header('cache-control', 'public, max-age=3600');
      return scenarioJsonSchema();
    },
  );

  app.post(
    '/scenarios/evaluate',
    {
      bodyLimit: SCENARIO_BYTES,
      schema: {
        tags,
        summary: 'What a scenario does to concentration: before, after and the difference',
        querystring: EvaluateQuery,
        body: ScenarioBody,
        response: { 200: Evaluation, ...problems(404, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { indices, clamp, areas: withAreas, chance: withChance } = request.query;
      const document = parseScenario(request.body);
      const options = { indices: indices?.split(','), clamp };
      const evaluated = await evaluateDocument(app, document, options);
      const results = await checkedResults(app, document, evaluated, options);
      const { release, evaluation, contiguity } = evaluated;
      const { areas, ...figures } = evaluation;
      const chance = withChance
        ? await app.computation.run(
            'scenarioChance',
            [areas, Object.keys(evaluation.after.indices), contiguity],
            {
              signal: deskFor(app, reply).signal,
              long: true,
            },
          )
        : null;
      reply.header('cache-control', 'no-store');
      return {
        release: release.hash,
        ...figures,
        figures: panelFigures(evaluation),
        ...(chance === null ? {} : { chance }),
        ...(results === null ? {} : { results }),
        ...(withAreas
          ? {
              areas: {
                index: [...areas.index],
                socialBefore: [...areas.socialBefore],
                totalBefore: [...areas.totalBefore],
                socialAfter: [...areas.socialAfter],
                totalAfter: [...areas.totalAfter],
              },
            }
          : {}),
      };
    },
  );

  app.post(
    '/scenarios',
    {
      onRequest: app.requireWriter,
      bodyLimit: SCENARIO_BYTES,
      validatorCompiler: TypeBoxValidatorCompiler,
      schema: {
        tags,
        security,
        summary: 'Keep a scenario on this server',
        body: ScenarioBody,
        response: { 201: CreatedScenario, ...problems(403, 413, 415) },
      },
    },
    async (request, reply) => {
      const created = await createScenario(app.database, parseScenario(request.body));
      return reply
        .code(201)
        .header('location', `/api/v1/scenarios/${created.id}`)
        .header('etag', `"${created.revision}"`)
        .header('cache-control', 'no-store')
        .send(created);
    },
  );

  app.get(
    '/scenarios/:id',
    {
      schema: {
        tags,
        summary: 'A scenario that is kept here',
        params: ScenarioParams,
        response: { 200: StoredScenario, ...problems(404) },
      },
    },
    async (request, reply) => {
      const stored = await readScenario(app.database, request.params.id);
      reply.header('etag', `"${stored.revision}"`).header('cache-control', 'private, no-cache');
      return stored;
    },
  );

  app.put(
    '/scenarios/:id',
    {
      onRequest: app.requireWriter,
      bodyLimit: SCENARIO_BYTES,
      validatorCompiler: TypeBoxValidatorCompiler,
      schema: {
        tags,
        security,
        summary: 'Replace a scenario; needs If-Match and X-Scenario-Secret',
        params: ScenarioParams,
        body: ScenarioBody,
        response: { 200: StoredScenario, ...problems(403, 404, 412, 413, 415, 428) },
      },
    },
    async (request, reply) => {
      const change = {
        id: request.params.id,
        secret: secretIn(request, 'x-scenario-secret'),
        revision: revisionOf(request),
      };
      const stored = await replaceScenario(app.database, change, parseScenario(request.body));
      reply.header('etag', `"${stored.revision}"`).header('cache-control', 'no-store');
      return stored;
    },
  );

  app.delete(
    '/scenarios/:id',
    {
      onRequest: app.requireWriter,
      schema: {
        tags,
        security,
        summary: 'Delete a scenario for good; needs If-Match and X-Scenario-Secret',
        params: ScenarioParams,
        response: { 204: Type.Null({ description: 'Deleted' }), ...problems(403, 404, 412, 428) },
      },
    },
    async (request, reply) => {
      const change = {
        id: request.params.id,
        secret: secretIn(request, 'x-scenario-secret'),
        revision: revisionOf(request),
      };
      await deleteScenario(app.database, change);
      return reply.code(204).send(null);
    },
  );
};
