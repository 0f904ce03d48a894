import { type FastifyPluginAsyncTypebox, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { distancesAfter } from '../../../../../core/scenario/distances.ts';
import type { ScenarioDocument } from '../../../../../core/scenario/document.ts';
import type { EvaluationSetting } from '../../../../../core/scenario/evaluate.ts';
import { parseScenario } from '../../../../../core/scenario/parse.ts';
import type { ReachGround } from '../../../../../core/scenario/reach.ts';
import { NO_COUPLINGS, needsSolver } from '../../../../../core/spreading/coupled/ask.ts';
import type { Figures } from '../../../../../core/spreading/coupled/types.ts';
import { DEFAULT_OBJECTIVE } from '../../../../../core/spreading/objectives.ts';
import type { SpreadAsk } from '../../../../../core/spreading/scenario.ts';
import { isSmoothed } from '../../../../../core/spreading/smoothed-dissimilarity.ts';
import type { RunOptions } from '../../../../computation/pool.ts';
import { scenarioGround } from '../../../../releases/scenario-evaluation.ts';
import { deskFor } from '../answered.ts';
import { eventOf, type Making, sendEvents, wantsEvents } from '../events.ts';
import { problems } from '../problems.ts';
import { SCENARIO_BYTES } from '../scenarios/schemas.ts';
import { SpreadBody, SpreadFound } from './schemas.ts';

export const spreadingRoutes: FastifyPluginAsyncTypebox = async app => {
  app.post(
    '/spreading',
    {
      bodyLimit: SCENARIO_BYTES,
      // Ajv would read null as 0.
      validatorCompiler: TypeBoxValidatorCompiler,
      schema: {
        tags: ['scenarios'],
        summary:
          'Where new social dwellings of a scenario go so that an index falls most; with Accept: text/event-stream the events `progress` (of a search by the solver), `plan`, `beside` and `problem` as they come',
        body: SpreadBody,
        response: { 200: SpreadFound, ...problems(404, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario, ask: asked } = request.body;
      const { couplings } = asked;
      const ask: SpreadAsk = {
        objective: DEFAULT_OBJECTIVE,
        perArea: null,
        maxShare: null,
        minProject: 1,
        ...asked,
        couplings: couplings == null ? null : { ...NO_COUPLINGS, ...couplings },
      };
      const document = parseScenario(scenario);
      const { release, setting } = await scenarioGround(app, document, groundFor(ask));
      const { codes, group, total, scope, poverty = null, objective = null, reach = null } = setting;
      const { households = null } = setting;
      const contiguity = isSmoothed(ask.objective) ? (setting.contiguity ?? null) : null;
      const needed = {
        codes,
        group,
        total,
        scope,
        poverty,
        households,
        objective,
        reach: forDistance(ask, reach),
        contiguity,
      };
      const given = [needed, document.edits, ask] as const;
      const { signal } = deskFor(app, reply);
      const options: RunOptions = { signal, long: true };
      reply.header('cache-control', 'no-store');
      const hash = release.hash;
      const asEvents = wantsEvents(request);
      const stream = (makings: readonly Making[]) => sendEvents(reply as FastifyReply, request.url, makings);

      if (needsSolver(ask)) {
        const figures = figuresOf(setting, document, ask);
        const find = (onNews?: (news: unknown) => void) =>
          app.computation.run('coupledSpread', [...given, figures], {
            ...options,
            ...(onNews === undefined ? {} : { onNews }),
          });
        if (!asEvents) return { release: hash, ...(await find()) };
        return stream([
          async tell => {
            const found = await find(news => tell(eventOf('progress', news as object)));
            return eventOf('plan', { release: hash, ...found.plan }) + eventOf('beside', found.beside);
          },
        ]);
      }
      const plan = () => app.computation.run('spread', [...given], options);
      const beside = () =>
        app.computation.run(ask.provenFrontier ? 'provenBeside' : 'besideSpread', [...given], options);
      if (!asEvents) return { release: hash, plan: await plan(), beside: await beside() };
      return stream([
        async () => eventOf('plan', { release: hash, ...(await plan()) }),
        async () => eventOf('beside', await beside()),
      ]);
    },
  );
};

/** Who touches whom is found only for an objective that asks. */
const groundFor = ({ objective }: SpreadAsk) => (isSmoothed(objective) ? { indices: ['moran_i'] } : {});

/** Places are many, and sent to the other thread only where the plan is weighed against how far they are. */
const forDistance = ({ against }: SpreadAsk, reach: ReachGround | null) =>
  against === 'play_distance' || against === 'meeting_distance' ? reach : null;

/** Columns of the level that objectives and norms need, after the scenario's own places. */
function figuresOf(
  { reach, poverty }: EvaluationSetting,
  { edits, parameters }: ScenarioDocument,
  { objective, couplings }: SpreadAsk,
): Figures {
  const isFar = couplings?.playNormMetres != null || objective.endsWith('_distance');
  const metres = reach == null || !isFar ? null : distancesAfter(reach, edits, parameters.detour);
  return {
    ...(metres === null ? {} : { playMetres: metres.play, meetingMetres: metres.meeting }),
    ...(poverty == null ? {} : { childPoverty: poverty }),
  };
}
