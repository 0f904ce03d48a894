import rateLimit from '@fastify/rate-limit';
import fp from 'fastify-plugin';
import { ProblemError } from '../../../core/problem.ts';

export type RateLimitOptions = {
  /** Requests one address may make in a minute. */
  max: number;
};

/** Limits requests per address; unknown paths count too (the `not-found` handler asks for it). */
export default fp<RateLimitOptions>(
  async (app, { max }) => {
    await app.register(rateLimit, {
      max,
      timeWindow: '1 minute',
      cache: 10_000,
      ipv6Subnet: 64,
      enableDraftSpec: true,
      errorResponseBuilder: (_request, context) =>
        new ProblemError(
          'too-many-requests',
          `More than ${context.max} requests in a minute; try again in ${Math.ceil(context.ttl / 1000)} s`,
        ),
    });
  },
  { name: 'rate-limit' },
);
