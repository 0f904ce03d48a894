import { type FastifyPluginAsyncTypebox, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { walkingBy } from '../../../../../core/access/walking.ts';
import { ProblemError } from '../../../../../core/problem.ts';
import { readSiteGeometry, type SiteGeometry } from '../../../../../core/scenario/geometry.ts';
import { parseScenario } from '../../../../../core/scenario/parse.ts';
import type { Siting } from '../../../../../core/siting/site.ts';
import type { SitingNews } from '../../../../computation/siting.ts';
import type { CandidateChoice } from '../../../../releases/access/candidates.ts';
import { type SitingAsk, sitingAsked } from '../../../../releases/access/siting.ts';
import { deskFor } from '../answered.ts';
import { eventOf, sendEvents, wantsEvents } from '../events.ts';
import { problems } from '../problems.ts';
import { SCENARIO_BYTES } from '../scenarios/schemas.ts';
import { SitingFound } from './found-schemas.ts';
import { SitingBody } from './schemas.ts';

/** Side of the lattice where nothing else is asked for. */
const SIDE_M = 250;

const zoneIn = (given: unknown): SiteGeometry => {
  const zone = readSiteGeometry(given, 'an excluded zone');
  if (zone.type !== 'Point') return zone;
  throw new ProblemError('bad-input', 'an excluded zone is a point, which keeps nothing out; give a polygon');
};

export const sitingRoutes: FastifyPluginAsyncTypebox = async app => {
  app.post(
    '/siting',
    {
      bodyLimit: SCENARIO_BYTES,
      validatorCompiler: TypeBoxValidatorCompiler,
      schema: {
        tags: ['access'],
        summary:
          'Where new places reach most children of a scenario, with a bound and the reason of each; with Accept: text/event-stream the events `progress`, `siting`, `curve` and `problem` as they come',
        body: SitingBody,
        response: { 200: SitingFound, ...problems(404, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario, ask: given } = request.body;
      const ask: SitingAsk = {
        aim: 'cover',
        povertyWeight: 0,
        capacity: null,
        spacingM: 0,
        budget: null,
        together: false,
        ...given,
        excluded: (given.excluded ?? []).map(one => zoneIn(one)),
        candidates: (given.candidates ?? { kind: 'lattice', sideM: SIDE_M }) as CandidateChoice,
      };
      const desk = deskFor(app, reply);
      const { release, asked } = await sitingAsked(desk, parseScenario(scenario), ask);
      const options = { signal: desk.signal, long: true };
      const walking = walkingBy(asked.walks);
      reply.header('cache-control', 'no-store');
      const find = (onNews?: (news: unknown) => void): Promise<Siting> =>
        app.computation.run('siteWithin', [asked], { ...options, ...(onNews && { onNews }) });
      const draw = () => app.computation.run('curveWithin', [asked], options);
      if (wantsEvents(request)) {
        return sendEvents(reply as FastifyReply, request.url, [
          async tell => {
            const siting = await find(news => tell(eventOf('progress', news as SitingNews)));
            return eventOf('siting', { release: release.hash, walking, ...siting });
          },
          async () => eventOf('curve', { curve: ask.aim === 'cover' ? await draw() : null }),
        ]);
      }
      const siting = await find();
      return { release: release.hash, walking, siting, curve: ask.aim === 'cover' ? await draw() : null };
    },
  );
};
