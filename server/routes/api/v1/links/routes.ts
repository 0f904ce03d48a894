import { type FastifyPluginAsyncTypebox, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { parseScenario } from '../../../../../core/scenario/parse.ts';
import { openLink, replaceThroughLink, requireEditable } from '../../../../scenarios/links.ts';
import { problems } from '../problems.ts';
import { LinkParams, OpenedLink } from '../scenarios/link-schemas.ts';
import { revisionOf, secretIn } from '../scenarios/preconditions.ts';
import { SCENARIO_BYTES, ScenarioBody } from '../scenarios/schemas.ts';

/** From one address: several people who save by hand, and far fewer than would fill a disk. */
export const MOST_SAVES_A_MINUTE = 60;

const tags = ['scenarios'];

/** What whoever was given a link can do with it, from wherever they are: its secret is all the right there is. */
export const linkRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/links/:link',
    {
      schema: {
        tags,
        summary: 'What a link opens; needs X-Link-Secret',
        params: LinkParams,
        response: { 200: OpenedLink, ...problems(404) },
      },
    },
    async (request, reply) => {
      const key = { id: request.params.link, secret: secretIn(request, 'x-link-secret') };
      const opened = await openLink(app.database, key);
      reply.header('etag', `"${opened.revision}"`).header('cache-control', 'no-store');
      return opened;
    },
  );

  app.put(
    '/links/:link',
    {
      bodyLimit: SCENARIO_BYTES,
      config: { rateLimit: { max: MOST_SAVES_A_MINUTE, timeWindow: '1 minute' } },
      // Whoever has no right to write is answered before a byte of what they send is read.
      onRequest: async request => {
        const { link } = request.params as { link: string };
        await requireEditable(app.database, { id: link, secret: secretIn(request, 'x-link-secret') });
      },
      validatorCompiler: TypeBoxValidatorCompiler,
      schema: {
        tags,
        summary: 'Replace a scenario through its editable link; needs If-Match and X-Link-Secret',
        params: LinkParams,
        body: ScenarioBody,
        response: { 200: OpenedLink, ...problems(403, 404, 412, 413, 415, 428) },
      },
    },
    async (request, reply) => {
      const key = { id: request.params.link, secret: secretIn(request, 'x-link-secret') };
      const revision = revisionOf(request);
      const stored = await replaceThroughLink(app.database, key, revision, parseScenario(request.body));
      reply.header('etag', `"${stored.revision}"`).header('cache-control', 'no-store');
      return stored;
    },
  );
};
