import { type FastifyPluginAsyncTypebox, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { measureSchools } from '../../../../releases/access/schools.ts';
import { answerOnce, deskFor } from '../answered.ts';
import { notModified, problems } from '../problems.ts';
import { SCENARIO_BYTES } from '../scenarios/schemas.ts';
import { schoolsAsked, schoolsOfBody } from './schools-parameters.ts';
import { SchoolsAnswer, SchoolsBody, SchoolsQuery } from './schools-schema.ts';
import { schoolsView } from './schools-view.ts';

const tags = ['access'];

/** Which pupils to expect in which school. */
export const schoolRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/access/schools',
    {
      compress: false,
      schema: {
        tags,
        summary: 'Pupils to expect in each school if all go to the nearest, and how they are mixed',
        querystring: SchoolsQuery,
        response: { 200: SchoolsAnswer, ...notModified, ...problems(404, 413) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async (release, desk) => {
        const question = schoolsAsked(release, request.query);
        return schoolsView(release, question, await measureSchools(desk, release, question));
      }),
  );

  app.post(
    '/access/schools',
    {
      bodyLimit: SCENARIO_BYTES,
      validatorCompiler: TypeBoxValidatorCompiler,
      schema: {
        tags,
        summary: 'The same with drawn catchments, and before and after a scenario',
        body: SchoolsBody,
        response: { 200: SchoolsAnswer, ...problems(404, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { release, question } = await schoolsOfBody(app.database, request.body);
      reply.header('cache-control', 'no-store');
      const answer = await measureSchools(deskFor(app, reply), release, question);
      return schoolsView(release, question, answer);
    },
  );
};
