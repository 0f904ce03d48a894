import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';

export const facilityRoutes: FastifyPluginAsyncTypebox = async () => {};
