import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';

export const siteRoutes: FastifyPluginAsyncTypebox = async () => {};
