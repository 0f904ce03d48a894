import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { createLink, listLinks, revokeLink } from '../../../../scenarios/links.ts';
import { readOwned } from '../../../../scenarios/store.ts';
import { listVersions, readVersion } from '../../../../scenarios/versions.ts';
import { problems } from '../problems.ts';
import { CreatedLink, Links, NewLinkBody, ScenarioLinkParams } from './link-schemas.ts';
import { secretIn } from './preconditions.ts';
import { ScenarioParams, Version, VersionParams, Versions } from './schemas.ts';

const tags = ['scenarios'];
/** The token is not needed on the machine itself. */
const security: Record<string, string[]>[] = [{ administrator: [] }, {}];

/** What the owner of a scenario has besides it: its versions, and the links that were given out. */
export const scenarioSharingRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/scenarios/:id/versions',
    {
      schema: {
        tags,
        summary: 'Versions of a scenario; needs X-Scenario-Secret',
        params: ScenarioParams,
        response: { 200: Versions, ...problems(403, 404) },
      },
    },
    async (request, reply) => {
      const { id } = await readOwned(app.database, {
        id: request.params.id,
        secret: secretIn(request, 'x-scenario-secret'),
      });
      reply.header('cache-control', 'no-store');
      return { versions: await listVersions(app.database, id) };
    },
  );

  app.get(
    '/scenarios/:id/versions/:revision',
    {
      schema: {
        tags,
        summary: 'One version of a scenario; needs X-Scenario-Secret',
        params: VersionParams,
        response: { 200: Version, ...problems(403, 404) },
      },
    },
    async (request, reply) => {
      const { id } = await readOwned(app.database, {
        id: request.params.id,
        secret: secretIn(request, 'x-scenario-secret'),
      });
      reply.header('cache-control', 'no-store');
      return readVersion(app.database, id, request.params.revision);
    },
  );

  app.get(
    '/scenarios/:id/links',
    {
      schema: {
        tags,
        summary: 'Links to a scenario, without their secrets; needs X-Scenario-Secret',
        params: ScenarioParams,
        response: { 200: Links, ...problems(403, 404) },
      },
    },
    async (request, reply) => {
      const { id } = await readOwned(app.database, {
        id: request.params.id,
        secret: secretIn(request, 'x-scenario-secret'),
      });
      reply.header('cache-control', 'no-store');
      return { links: await listLinks(app.database, id) };
    },
  );

  app.post(
    '/scenarios/:id/links',
    {
      onRequest: app.requireWriter,
      schema: {
        tags,
        security,
        summary: 'Make a link to a scenario; needs X-Scenario-Secret',
        params: ScenarioParams,
        body: NewLinkBody,
        response: { 201: CreatedLink, ...problems(403, 404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const owned = await readOwned(app.database, {
        id: request.params.id,
        secret: secretIn(request, 'x-scenario-secret'),
      });
      const { kind, revision = owned.revision } = request.body;
      const link = await createLink(app.database, owned.id, { kind, revision });
      return reply.code(201).header('cache-control', 'no-store').send(link);
    },
  );

  app.delete(
    '/scenarios/:id/links/:link',
    {
      onRequest: app.requireWriter,
      schema: {
        tags,
        security,
        summary: 'Revoke a link for good; needs X-Scenario-Secret',
        params: ScenarioLinkParams,
        response: { 204: Type.Null({ description: 'Revoked' }), ...problems(403, 404) },
      },
    },
    async (request, reply) => {
      const { id } = await readOwned(app.database, {
        id: request.params.id,
        secret: secretIn(request, 'x-scenario-secret'),
      });
      await revokeLink(app.database, id, request.params.link);
      return reply.code(204).send(null);
    },
  );
};
