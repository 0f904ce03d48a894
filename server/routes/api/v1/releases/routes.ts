import { type FastifyPluginAsyncTypebox, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import {
  chooseRelease,
  listReleases,
  releaseByHash,
  requestedRelease,
} from '../../../../releases/catalogue.ts';
import { releaseView } from '../../../../releases/view.ts';
import { notModified, problems } from '../problems.ts';
import { ChosenRelease, HashParams, ReleaseList, ReleaseView } from './schemas.ts';

const tags = ['releases'];

export const releaseRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get(
    '/releases',
    {
      schema: { tags, summary: 'Every release, newest first', response: { 200: ReleaseList, ...problems() } },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-cache');
      return { releases: await listReleases(app.database) };
    },
  );

  app.get(
    '/releases/current',
    {
      schema: {
        tags,
        summary: 'The release that is served now, with all it holds',
        response: { 200: ReleaseView, ...notModified, ...problems(404) },
      },
    },
    async (_request, reply) => {
      const release = await requestedRelease(app.database);
      if (reply.followsFrom(release)) return reply.code(304).send(null);
      return releaseView(app.database, release);
    },
  );

  app.put(
    '/releases/current',
    {
      onRequest: app.requireWriter,
      validatorCompiler: TypeBoxValidatorCompiler,
      schema: {
        tags,
        summary: 'Serve another release from now on: roll back, or forward again',
        security: [{ administrator: [] }, {}],
        body: ChosenRelease,
        response: { 200: ReleaseView, ...problems(403, 404, 413, 415) },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return releaseView(app.database, await chooseRelease(app.database, request.body.hash));
    },
  );

  app.get(
    '/releases/:hash',
    {
      schema: {
        tags,
        summary: 'One release, with all it holds',
        params: HashParams,
        response: { 200: ReleaseView, ...notModified, ...problems(404) },
      },
    },
    async (request, reply) => {
      const release = await releaseByHash(app.database, request.params.hash);
      if (reply.followsFrom(release.hash)) return reply.code(304).send(null);
      return releaseView(app.database, release);
    },
  );
};
