import { type FastifyPluginAsyncTypebox, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { walkingBy } from '../../../../../core/access/walking.ts';
import { parseScenario } from '../../../../../core/scenario/parse.ts';
import { type CandidateChoice, type SitingAsk, sitingAsked } from '../../../../releases/access/siting.ts';
import { deskFor } from '../answered.ts';
import { problems } from '../problems.ts';
import { SCENARIO_BYTES } from '../scenarios/schemas.ts';
import { SitingBody, SitingFound } from './schemas.ts';

/** Side of the lattice where nothing else is asked for. */
const SIDE_M = 250;

export const sitingRoutes: FastifyPluginAsyncTypebox = async app => {
  app.post(
    '/siting',
    {
      bodyLimit: SCENARIO_BYTES,
      validatorCompiler: TypeBoxValidatorCompiler,
      schema: {
        tags: ['access'],
        summary: 'Where new places reach most children of a scenario, with a bound and the reason of each',
        body: SitingBody,
        response: { 200: SitingFound, ...problems(404, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario, ask: given } = request.body;
      const ask: SitingAsk = {
        aim: 'cover',
        povertyWeight: 0,
        spacingM: 0,
        budget: null,
        together: false,
        ...given,
        candidates: (given.candidates ?? { kind: 'lattice', sideM: SIDE_M }) as CandidateChoice,
      };
      const desk = deskFor(app, reply);
      const { release, asked } = await sitingAsked(desk, parseScenario(scenario), ask);
      const options = { signal: desk.signal, long: true };
      const siting = await app.computation.run('siteWithin', [asked], options);
      const curve = ask.aim === 'cover' ? await app.computation.run('curveWithin', [asked], options) : null;
      reply.header('cache-control', 'no-store');
      return { release: release.hash, walking: walkingBy(asked.walks), siting, curve };
    },
  );
};
