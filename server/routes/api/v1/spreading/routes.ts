import { Readable } from 'node:stream';
import { type FastifyPluginAsyncTypebox, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { ProblemError } from '../../../../../core/problem.ts';
import { parseScenario } from '../../../../../core/scenario/parse.ts';
import { DEFAULT_OBJECTIVE } from '../../../../../core/spreading/objectives.ts';
import type { SpreadAsk } from '../../../../../core/spreading/scenario.ts';
import { scenarioGround } from '../../../../releases/scenario-evaluation.ts';
import { deskFor } from '../answered.ts';
import { problems } from '../problems.ts';
import { SCENARIO_BYTES } from '../scenarios/schemas.ts';
import { SpreadBody, SpreadFound } from './schemas.ts';

const EVENTS = 'text/event-stream';

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
          'Where new social dwellings of a scenario go so that an index falls most; with Accept: text/event-stream the events `plan`, `beside` and `problem` as they come',
        body: SpreadBody,
        response: { 200: SpreadFound, ...problems(404, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { scenario, ask: asked } = request.body;
      const ask: SpreadAsk = {
        objective: DEFAULT_OBJECTIVE,
        perArea: null,
        maxShare: null,
        minProject: 1,
        ...asked,
      };
      const document = parseScenario(scenario);
      const { release, setting } = await scenarioGround(app.database, document);
      const { codes, group, total, scope, poverty = null } = setting;
      const given = [{ codes, group, total, scope, poverty }, document.edits, ask] as const;
      const { signal } = deskFor(app, reply);
      const options = { signal, long: true };
      const plan = () => app.computation.run('spread', [...given], options);
      const beside = () => app.computation.run('besideSpread', [...given], options);
      reply.header('cache-control', 'no-store');
      if (request.headers.accept?.includes(EVENTS)) {
        const events = told([
          ['plan', async () => ({ release: release.hash, ...(await plan()) })],
          ['beside', beside],
        ]);
        return (reply as FastifyReply).type(EVENTS).send(Readable.from(events));
      }
      return { release: release.hash, plan: await plan(), beside: await beside() };
    },
  );
};

/** Server-sent events, each when it is there; a problem ends them and says why. */
async function* told(events: readonly (readonly [string, () => Promise<object>])[]): AsyncGenerator<string> {
  // A comment at once, so that the asker knows that it is being worked on.
  yield ': working\n\n';
  for (const [name, make] of events) {
    try {
      yield `event: ${name}\ndata: ${JSON.stringify(await make())}\n\n`;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { code, message, details } = error;
      yield `event: problem\ndata: ${JSON.stringify({ type: `/problems/${code}`, detail: message, ...details })}\n\n`;
      return;
    }
  }
}
