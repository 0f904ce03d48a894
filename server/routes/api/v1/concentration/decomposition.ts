import type { FastifyPluginAsync } from 'fastify';
import { decompose } from '../../../../releases/concentration-decomposition.ts';
import { levelNamed } from '../../../../releases/select.ts';
import { subjectAsked } from './asked.ts';
import { bothWays } from './both-ways.ts';
import { DecompositionAnswer, DecompositionParameters } from './decomposition-schemas.ts';
import { originOf } from './origin.ts';

/** The parts of a division. */
export const decompositionRoutes: FastifyPluginAsync = async app => {
  bothWays(app, '/concentration/decomposition', {
    summary: 'Mutual information and Theil’s H of areas between and within coarser levels',
    own: DecompositionParameters,
    answer: DecompositionAnswer,
    async make(desk, asked, query) {
      const divisions = query.divisions.split(',').map(level => levelNamed(level, 'divisions'));
      const subject = await subjectAsked(desk, asked);
      const { total, between, within, parts } = await decompose(desk, asked.release, subject, divisions);
      return {
        ...originOf(asked.release, subject, asked.question.scope),
        total,
        between: between.map((information, d) => ({ division: divisions[d], ...information })),
        within,
        parts,
      };
    },
  });
};
