import type { FastifyPluginAsync } from 'fastify';
import { ProblemError } from '../../../../../core/problem.ts';
import { measureGroupsOf } from '../../../../releases/concentration-groups.ts';
import { bothWays } from './both-ways.ts';
import { GroupsAnswer, GroupsAreas, GroupsParameters } from './groups-schemas.ts';
import { originOf } from './origin.ts';

/** Several groups at once. */
export const groupRoutes: FastifyPluginAsync = async app => {
  bothWays(app, '/concentration/groups', {
    summary: 'Indices of several groups, the categories of one dimension of a count',
    areas: GroupsAreas,
    own: GroupsParameters,
    answer: GroupsAnswer,
    async make(desk, asked, { indicator = 'dwellings', dimension, distortion: wanted, metricEpsg }) {
      if (asked.scenario !== null) {
        throw new ProblemError(
          'bad-parameter',
          'A scenario adds social and other dwellings and does not say of which group the others are; ask groups of areas, without a scenario',
          { parameter: 'scenario' },
        );
      }
      const { source, categories, measured, distortion } = await measureGroupsOf(desk, asked.release, {
        ...asked.question,
        indicator,
        dimension,
        distortion: wanted,
        metricEpsg,
      });
      const { zones, dropped, sums, indices } = measured;
      return {
        ...originOf(asked.release, { source }, asked.question.scope),
        dimension,
        zones,
        dropped,
        groups: categories.map((category, k) => ({ category, sum: sums[k] })),
        indices: {
          ...indices,
          ...(distortion === null ? {} : { global_distortion: { value: distortion } }),
        },
      };
    },
  });
};
