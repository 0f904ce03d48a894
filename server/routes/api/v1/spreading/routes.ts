import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { type FastifyPluginAsyncTypebox, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { ProblemError } from '../../../../../core/problem.ts';
import { parseScenario } from '../../../../../core/scenario/parse.ts';
import type { ReachGround } from '../../../../../core/scenario/reach.ts';
import { DEFAULT_OBJECTIVE } from '../../../../../core/spreading/objectives.ts';
import type { SpreadAsk } from '../../../../../core/spreading/scenario.ts';
import { problemDocument } from '../../../../plugins/problem-document.ts';
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
        response: { 200: SpreadFound, ...problems(404, 409, 413, 415, 422) },
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
      const { release, setting } = await scenarioGround(app, document);
      const { codes, group, total, scope, poverty = null, objective = null, reach = null } = setting;
      const needed = { codes, group, total, scope, poverty, objective, reach: forDistance(ask, reach) };
      const given = [needed, document.edits, ask] as const;
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

/** Places are many, and sent to the other thread only where the plan is weighed against how far they are. */
const forDistance = ({ against }: SpreadAsk, reach: ReachGround | null) =>
  against === 'play_distance' || against === 'meeting_distance' ? reach : null;

/** What keeps a proxy from cutting a stream on which nothing was said for a while. */
const SIGN_OF_LIFE = ': working\n\n';
const SIGN_EVERY_MS = 15_000;

/** Server-sent events, each when it is there; a problem ends them and says why. */
async function* told(events: readonly (readonly [string, () => Promise<object>])[]): AsyncGenerator<string> {
  for (const [name, make] of events) {
    const made = make().then(
      answer => `event: ${name}\ndata: ${JSON.stringify(answer)}\n\n`,
      (error: unknown) => new Failed(error),
    );
    for (;;) {
      yield SIGN_OF_LIFE;
      const said = await Promise.race([made, setTimeout(SIGN_EVERY_MS, null, { ref: false })]);
      if (said === null) continue;
      if (said instanceof Failed) {
        yield said.event();
        return;
      }
      yield said;
      break;
    }
  }
}

/** An error in the words of a problem document (RFC 9457); what is nobody's fault but ours says no more than that. */
class Failed {
  readonly error: unknown;

  constructor(error: unknown) {
    this.error = error;
  }

  event(): string {
    const problem =
      this.error instanceof ProblemError
        ? this.error
        : new ProblemError('internal', 'The search failed on this server; try again, or report it.');
    const document = problemDocument(problem.code, problem.message, '/api/v1/spreading', problem.details);
    return `event: problem\ndata: ${JSON.stringify(document)}\n\n`;
  }
}
