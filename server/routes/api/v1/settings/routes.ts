import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { problems } from '../problems.ts';
import { Nullable } from '../shapes.ts';

const PublicSettings = Type.Object({
  version: Type.String({ description: 'Version of Buurtbalans' }),
  basemapStyle: Nullable(
    Type.String({ description: 'Address of an external MapLibre style; null for our own layers' }),
  ),
  writable: Type.Boolean({
    description: 'Whether this client may store scenarios here and choose a release',
  }),
});

export type SettingsRouteOptions = { version: string; basemapStyle: string | null };

export const settingsRoutes: FastifyPluginAsyncTypebox<SettingsRouteOptions> = async (
  app,
  { version, basemapStyle },
) => {
  app.get(
    '/settings',
    {
      schema: {
        tags: ['service'],
        summary: 'What the web app must know about this server',
        response: { 200: PublicSettings, ...problems() },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return { version, basemapStyle, writable: app.mayWrite(request) };
    },
  );
};
