import underPressure from '@fastify/under-pressure';
import fp from 'fastify-plugin';
import { ProblemError } from '../../../core/problem.ts';

/** Refuses new work (503 with Retry-After) while the event loop lags far behind, so that what runs can end. */
export default fp<{ mostLagMs: number }>(
  async (app, { mostLagMs }) => {
    await app.register(underPressure, {
      maxEventLoopDelay: mostLagMs,
      retryAfter: 5,
      pressureHandler: (_request, reply) => {
        reply.header('retry-after', '5');
        throw new ProblemError('unavailable', 'The server is too busy for a moment; try again in 5 s');
      },
    });
  },
  { name: 'under-pressure' },
);
