import type { FastifyPluginAsync } from 'fastify';
import { measureConcentration } from '../../../../releases/concentration.ts';
import { subjectAsked } from './asked.ts';
import { bothWays } from './both-ways.ts';
import { MeasuringParameters, measuringOf } from './measuring.ts';
import { originOf } from './origin.ts';
import { ConcentrationAnswer } from './schemas.ts';

/** Indices of the whole of some areas. */
export const indexRoutes: FastifyPluginAsync = async app => {
  bothWays(app, '/concentration', {
    summary: 'Indices of concentration over areas',
    own: MeasuringParameters,
    answer: ConcentrationAnswer,
    async make(desk, asked, query) {
      const measuring = measuringOf(query);
      const subject = await subjectAsked(desk, asked, measuring.clamp);
      const measured = await measureConcentration(desk, subject, measuring);
      const { draws = 0, seed = null } = measuring.inference ?? {};
      return { ...originOf(asked.release, subject, asked.question.scope), ...measured, draws, seed };
    },
  });
};
