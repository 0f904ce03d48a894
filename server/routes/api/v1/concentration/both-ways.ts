import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox';
import { parseScenario } from '../../../../../core/scenario/parse.ts';
import { requestedRelease } from '../../../../releases/catalogue.ts';
import type { Desk } from '../../../../releases/desk.ts';
import { answerOnce, deskFor } from '../answered.ts';
import { notModified, problems } from '../problems.ts';
import { SCENARIO_BYTES } from '../scenarios/schemas.ts';
import { CLOSED } from '../shapes.ts';
import { type Asked, askedOfAreas, askedOfScenario, requireAll } from './asked.ts';
import { AreasParameters, SelectionBody } from './schemas.ts';

/** A question about areas that an address can ask, and that a body can ask of a selection of them or of a scenario. */
type Question<Areas extends TProperties, Own extends TProperties> = {
  /** What the answer is, of the areas of a scope. */
  summary: string;
  /** Which areas, and which of their counts: what a scenario says itself. Default `AreasParameters`. */
  areas?: Areas;
  /** Everything else that is asked. */
  own: Own;
  answer: TSchema;
  /** Where the body has its scenario; default `SelectionBody`, whose member `scenario` it is. */
  body?: { schema: TObject; scenario: string; maxBytes: number };
  /** Answers both ways: `body` has no members for a question by address. */
  make(
    desk: Desk,
    asked: Asked,
    query: Static<TObject<Own>> & Partial<Static<TObject<Areas>>>,
    body: { [member: string]: unknown },
  ): Promise<object>;
};

const BODY = { schema: SelectionBody, scenario: 'scenario', maxBytes: SCENARIO_BYTES };

/** GET and POST of a question: the same parameters, the same answer. */
export function bothWays<Own extends TProperties, Areas extends TProperties = typeof AreasParameters>(
  app: FastifyInstance,
  path: string,
  question: Question<Areas, Own>,
): void {
  const { summary, own, answer, body = BODY, make } = question;
  const areas: TProperties = question.areas ?? AreasParameters;
  const { required = [] } = Type.Object(areas);
  const tags = ['concentration'];
  type Query = Parameters<typeof make>[2] & { release?: string };

  app.get(
    path,
    {
      compress: false,
      schema: {
        tags,
        summary,
        querystring: Type.Object({ ...areas, ...own }, CLOSED),
        response: { 200: answer, ...notModified, ...problems(404, 413, 422) },
      },
    },
    (request, reply) => {
      const { headers, url } = request;
      const query = request.query as Query;
      return answerOnce(app, { headers, url, query }, reply, (release, desk) =>
        make(desk, askedOfAreas(release, query), query, {}),
      );
    },
  );

  app.post(
    path,
    {
      bodyLimit: body.maxBytes,
      schema: {
        tags,
        summary: `${summary}; asked of a selection of areas, or of a scenario`,
        // A scenario says by itself which areas it is about, so that a body that has one needs no level.
        querystring: Type.Object({ ...Type.Partial(Type.Object(areas)).properties, ...own }, CLOSED),
        body: body.schema,
        response: { 200: answer, ...problems(404, 413, 415, 422) },
      },
    },
    async (request: FastifyRequest, reply: FastifyReply) => {
      const query = request.query as Query;
      const given = request.body as { areas?: string[]; [member: string]: unknown };
      const desk = deskFor(app, reply);
      reply.header('cache-control', 'no-store');
      const file = given[body.scenario];
      if (file !== undefined) {
        const said = Object.keys(areas).filter(name => query[name as keyof Query] !== undefined);
        return make(desk, await askedOfScenario(desk, parseScenario(file), given.areas, said), query, given);
      }
      requireAll(query, required);
      const release = await requestedRelease(app.database, query.release);
      return make(desk, askedOfAreas(release, query, given.areas), query, given);
    },
  );
}
