import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { measureFamilies } from '../../../../releases/access/families.ts';
import { measureVariety } from '../../../../releases/access/variety.ts';
import { loadAreas } from '../../../../releases/areas.ts';
import { answerOnce } from '../answered.ts';
import { notModified, problems } from '../problems.ts';
import {
  FamiliesAnswer,
  FamiliesQuery,
  familiesAsked,
  VarietyAnswer,
  VarietyQuery,
  varietyAsked,
} from './around-children-schema.ts';
import { familiesView, varietyView } from './around-children-view.ts';

const tags = ['access'];

/** What families have around them: how many kinds of places, and a family centre. */
export const aroundChildrenRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/access/variety',
    {
      compress: false,
      schema: {
        tags,
        summary: 'How many functions children have within a walk, by area',
        querystring: VarietyQuery,
        response: { 200: VarietyAnswer, ...notModified, ...problems(404, 413) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async (release, desk) => {
        const question = varietyAsked(release, request.query);
        const answer = await measureVariety(desk, release, question);
        const { codes } = (await loadAreas(app.database, answer.item)).table;
        return varietyView(release, question, answer, codes);
      }),
  );

  app.get(
    '/access/families',
    {
      compress: false,
      schema: {
        tags,
        summary: 'Births, and births in deprived families, within a walk of a family centre, by area',
        querystring: FamiliesQuery,
        response: { 200: FamiliesAnswer, ...notModified, ...problems(404, 413) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async (release, desk) => {
        const question = familiesAsked(release, request.query);
        const answer = await measureFamilies(desk, release, question);
        const { codes } = (await loadAreas(app.database, answer.item)).table;
        return familiesView(release, question, answer, codes);
      }),
  );
};
