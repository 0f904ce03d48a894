import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';

export const concentrationRoutes: FastifyPluginAsyncTypebox = async () => {};
