import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ProblemError } from '../../../../../core/problem.ts';
import { parseScenario } from '../../../../../core/scenario/document.ts';
import { requestedRelease } from '../../../../releases/catalogue.ts';
import { measureConcentration } from '../../../../releases/concentration.ts';
import { scenarioSubject, subjectOf } from '../../../../releases/measured-areas.ts';
import { answerOnce, deskFor } from '../answered.ts';
import { notModified, problems } from '../problems.ts';
import { SCENARIO_BYTES } from '../scenarios/schemas.ts';
import { measuringOf } from './measuring.ts';
import { originOf, questionOf } from './origin.ts';
import {
  ConcentrationAnswer,
  ConcentrationBody,
  ConcentrationQuery,
  PostedConcentrationQuery,
} from './schemas.ts';

const tags = ['concentration'];

/** What a scenario says itself and the address may not say otherwise. */
const OF_THE_SCENARIO = ['release', 'region', 'level', 'vintage', 'year', 'scope'] as const;

export const concentrationRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/concentration',
    {
      compress: false,
      schema: {
        tags,
        summary: 'Indices of concentration over the areas of a scope',
        querystring: ConcentrationQuery,
        response: { 200: ConcentrationAnswer, ...notModified, ...problems(404, 413, 422) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async (release, desk) => {
        const question = questionOf(release, request.query);
        const measuring = measuringOf(request.query);
        const subject = await subjectOf(desk, release, question);
        const measured = await measureConcentration(desk, subject, measuring);
        const { draws = 0, seed = null } = measuring.inference ?? {};
        return { ...originOf(release, subject, question.scope), ...measured, draws, seed };
      }),
  );

  app.post(
    '/concentration',
    {
      bodyLimit: SCENARIO_BYTES,
      schema: {
        tags,
        summary: 'Indices of a selection of areas, or of the areas of a scenario after its edits',
        querystring: PostedConcentrationQuery,
        body: ConcentrationBody,
        response: { 200: ConcentrationAnswer, ...problems(404, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const desk = deskFor(app, reply);
      const { areas, scenario } = request.body;
      const measuring = measuringOf(request.query);
      reply.header('cache-control', 'no-store');
      const { draws = 0, seed = null } = measuring.inference ?? {};
      if (scenario !== undefined) {
        const said = OF_THE_SCENARIO.filter(name => request.query[name] !== undefined);
        if (said.length > 0) {
          throw new ProblemError(
            'bad-parameter',
            `A scenario says its own ${said.join(', ')}; leave ${said.length === 1 ? 'it' : 'them'} out of the address`,
            { parameter: said[0] },
          );
        }
        const document = parseScenario(scenario);
        const { release, ...subject } = await scenarioSubject(desk, document, {
          areas,
          clamp: measuring.clamp,
        });
        const measured = await measureConcentration(desk, subject, measuring);
        return { ...originOf(release, subject, document.baseline.scope), ...measured, draws, seed };
      }
      const { level } = request.query;
      if (level === undefined) {
        throw new ProblemError('bad-parameter', 'Give the level of the areas, such as level=sector', {
          parameter: 'level',
        });
      }
      const release = await requestedRelease(app.database, request.query.release);
      const question = { ...questionOf(release, { ...request.query, level }), areas };
      const subject = await subjectOf(desk, release, question);
      const measured = await measureConcentration(desk, subject, measuring);
      return { ...originOf(release, subject, question.scope), ...measured, draws, seed };
    },
  );
};
