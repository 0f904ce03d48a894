import type { FastifyPluginAsync } from 'fastify';
import { ProblemError } from '../../../../../core/problem.ts';
import { parseScenario } from '../../../../../core/scenario/parse.ts';
import { changeOver, changeThrough } from '../../../../releases/concentration-change.ts';
import { SCENARIO_BYTES } from '../scenarios/schemas.ts';
import { bothWays } from './both-ways.ts';
import { ChangeAnswer, ChangeAreas, ChangeBody, ChangeParameters } from './change-schemas.ts';
import { inferenceOf } from './measuring.ts';
import { originOf } from './origin.ts';

/** The change between years, or between situations. */
export const changeRoutes: FastifyPluginAsync = async app => {
  bothWays(app, '/concentration/change', {
    summary: 'The change of an index between two years, in parts, with what chance says',
    areas: ChangeAreas,
    own: ChangeParameters,
    answer: ChangeAnswer,
    body: { schema: ChangeBody, scenario: 'second', maxBytes: 2 * SCENARIO_BYTES },
    async make(desk, asked, query, body) {
      const { release, question, scenario: second } = asked;
      const { index = 'dissimilarity', approach = 'composition', clamp = false } = query;
      const how = { index, approach, clamp, inference: inferenceOf(query) };
      const { from, to } = query as { from: number; to: number };
      if (second === null && body.first !== undefined) {
        throw new ProblemError('bad-input', '"first" is compared with "second", which the body lacks');
      }
      const { subject, change } =
        second === null
          ? await changeOver(desk, release, { ...question, ...how, from, to })
          : await changeThrough(desk, {
              ...how,
              first: body.first === undefined ? null : parseScenario(body.first),
              second,
              areas: question.areas,
            });
      const { first, second: later, composition, spatial, comparison } = change;
      return {
        ...originOf(asked.release, subject, asked.question.scope),
        ...(second === null ? { from, to } : {}),
        ...{ index, approach, first, second: later, difference: first - later },
        ...{ composition, spatial, comparison },
      };
    },
  });
};
