import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { measureAccess } from '../../../../releases/access/areas.ts';
import { measureAround, measureProfile } from '../../../../releases/access/around.ts';
import { measureNorms } from '../../../../releases/access/norms.ts';
import { loadAreas } from '../../../../releases/areas.ts';
import { parseScope } from '../../../../releases/scope.ts';
import { regionOf } from '../../../../releases/select.ts';
import { answerOnce } from '../answered.ts';
import { AreaParams } from '../areas/schemas.ts';
import { notModified, problems } from '../problems.ts';
import { AreasQuery, AroundQuery, accessAsked, NormsQuery, ProfileQuery, WITHIN_M } from './parameters.ts';
import { AreasAnswer, AroundAnswer, NormsAnswer, ProfileAnswer } from './schemas.ts';
import { accessOrigin, areasView, reachedView } from './views.ts';

const tags = ['access'];

/** Who reaches what on foot. */
export const accessRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/access/norms',
    {
      compress: false,
      schema: {
        tags,
        summary: 'The norm presets, and how far each is met in a scope',
        querystring: NormsQuery,
        response: { 200: NormsAnswer, ...notModified, ...problems(404, 413) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async (release, desk) => {
        const region = regionOf(release, request.query.region).id;
        const scope = parseScope(request.query.scope);
        const { detour } = request.query;
        const { norms, ...told } = await measureNorms(desk, release, { region, scope, detour });
        return { ...accessOrigin(release, told), scope, norms };
      }),
  );

  app.get(
    '/access/areas',
    {
      compress: false,
      schema: {
        tags,
        summary: 'Distance to the nearest place and the children within a distance, area by area',
        querystring: AreasQuery,
        response: { 200: AreasAnswer, ...notModified, ...problems(404, 413) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async (release, desk) => {
        const question = accessAsked(release, request.query);
        const answer = await measureAccess(desk, release, question);
        const { codes } = (await loadAreas(app.database, answer.item)).table;
        return areasView(release, question, answer, codes);
      }),
  );

  app.get(
    '/access/areas/:level/:code',
    {
      compress: false,
      schema: {
        tags,
        summary: 'What the children of one area have near, function by function',
        params: AreaParams,
        querystring: ProfileQuery,
        response: { 200: ProfileAnswer, ...notModified, ...problems(404, 413) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async (release, desk) => {
        const region = regionOf(release, request.query.region).id;
        const { withinM = WITHIN_M, detour } = request.query;
        const area = request.params;
        const answer = await measureProfile(desk, release, { region, area, withinM, detour });
        return {
          ...accessOrigin(release, answer),
          ...area,
          withinM,
          counts: answer.children,
          functions: answer.functions.map(({ nearest, ...profile }) => ({
            ...profile,
            nearest: nearest && reachedView(nearest),
          })),
        };
      }),
  );

  app.get(
    '/access/around',
    {
      compress: false,
      schema: {
        tags,
        summary: 'Who reaches a point on foot, what is reached from it, and the isochrones both ways',
        querystring: AroundQuery,
        response: { 200: AroundAnswer, ...notModified, ...problems(404, 413) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async (release, desk) => {
        const region = regionOf(release, request.query.region).id;
        const { lon, lat, withinM = WITHIN_M, function: functions = [], detour } = request.query;
        const answer = await measureAround(desk, release, { region, lon, lat, withinM, functions, detour });
        return {
          ...accessOrigin(release, answer),
          ...{ at: { lon, lat }, withinM },
          counts: answer.children,
          places: answer.places.map(reachedView),
          from: answer.from,
          to: answer.to,
        };
      }),
  );
};
