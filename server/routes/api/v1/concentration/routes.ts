import type { FastifyPluginAsync } from 'fastify';
import { changeRoutes } from './change.ts';
import { decompositionRoutes } from './decomposition.ts';
import { groupRoutes } from './groups.ts';
import { indexRoutes } from './indices.ts';
import { localRoutes } from './local.ts';

/** The indices, and what lies behind them. */
export const concentrationRoutes: FastifyPluginAsync = async app => {
  await app.register(indexRoutes);
  await app.register(localRoutes);
  await app.register(decompositionRoutes);
  await app.register(changeRoutes);
  await app.register(groupRoutes);
};
