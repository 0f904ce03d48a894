import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { measureWeb, type WebAnswer } from '../../../../releases/access/web.ts';
import { parseScope } from '../../../../releases/scope.ts';
import { regionOf } from '../../../../releases/select.ts';
import { answerOnce } from '../answered.ts';
import { Features } from '../geojson.ts';
import { notModified, problems } from '../problems.ts';
import { CLOSED, OneOf, RegionQuery, ScopeParameter } from '../shapes.ts';
import { agesIn, DetourParameter, FunctionParameter, within } from './parameters.ts';
import { WalkingView } from './schemas.ts';

/** A walk with a child of ten minutes or so. */
export const WEB_M = 800;

const WebQuery = Type.Object(
  {
    ...RegionQuery,
    scope: ScopeParameter,
    function: FunctionParameter,
    withinM: within(`Longest walk between two neighbours in metres; default ${WEB_M}`),
    ages: Type.Optional(
      Type.String({
        pattern: '^\\d{1,3}-\\d{1,3}$',
        description: 'Places for some of these ages, such as 6-11; one that names no ages is for all',
      }),
    ),
    detour: DetourParameter,
  },
  CLOSED,
);

const Web = Type.Object({
  ...Features(
    Type.Object({
      from: Type.String({ description: 'Id of a place, as in /facilities' }),
      to: Type.String(),
      metres: Type.Number(),
      by: OneOf(['network', 'straight-line']),
    }),
  ).properties,
  walking: WalkingView,
  withinM: Type.Number(),
  functions: Type.Array(Type.String()),
  counts: Type.Object({
    places: Type.Integer(),
    alone: Type.Integer({ description: 'Places without a neighbour within the distance' }),
    groups: Type.Integer({ description: 'Groups of two places or more that hang together' }),
    largest: Type.Integer({ description: 'Places of the largest group' }),
    routes: Type.Integer(),
    straight: Type.Integer({ description: 'Routes that are straight lines' }),
    metres: Type.Number({ description: 'Of all routes together' }),
  }),
});

/** The web of places and the routes between them. */
export const webRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/access/web',
    {
      compress: false,
      schema: {
        tags: ['access'],
        summary: 'The web of places: each joined to its neighbours by the shortest walk, as GeoJSON',
        querystring: WebQuery,
        response: { 200: Web, ...notModified, ...problems(404, 413) },
      },
    },
    (request, reply) =>
      answerOnce(app, request, reply, async (release, desk) => {
        const {
          region: named,
          scope,
          function: functions = ['play'],
          withinM = WEB_M,
          ages,
          detour,
        } = request.query;
        const region = regionOf(release, named).id;
        const asked = {
          ...{ region, scope: parseScope(scope), functions, withinM, detour },
          ages: ages === undefined ? null : agesIn(ages),
        };
        const answer = await measureWeb(desk, release, asked);
        return {
          type: 'FeatureCollection',
          ...{ release: release.hash, region, walking: answer.walking, withinM, functions },
          counts: countsOf(answer),
          features: answer.routes.map(({ from, to, metres, by, line }) => ({
            type: 'Feature',
            id: `${answer.places[from]!.id} ${answer.places[to]!.id}`,
            geometry: line,
            properties: { from: answer.places[from]!.id, to: answer.places[to]!.id, metres, by },
          })),
        };
      }),
  );
};

function countsOf({ places, routes, group }: WebAnswer) {
  const sizes = [...Map.groupBy(group, number => number).values()].map(members => members.length);
  return {
    places: places.length,
    alone: sizes.filter(size => size === 1).length,
    groups: sizes.filter(size => size > 1).length,
    largest: sizes.reduce((most, size) => Math.max(most, size), 0),
    routes: routes.length,
    straight: routes.filter(({ by }) => by === 'straight-line').length,
    metres: routes.reduce((sum, { metres }) => sum + metres, 0),
  };
}
