import fp from 'fastify-plugin';
import { type ComputationPool, computationPool } from '../computation/pool.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Where indices are computed, beside the event loop. */
    computation: ComputationPool;
  }
}

/** Puts the threads that compute at hand and ends them with the app. */
export default fp(
  async app => {
    const pool = computationPool();
    app.decorate('computation', pool);
    app.addHook('onClose', () => pool.close());
  },
  { name: 'computation' },
);
