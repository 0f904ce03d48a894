import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';

export const scenarioRoutes: FastifyPluginAsyncTypebox = async () => {};
