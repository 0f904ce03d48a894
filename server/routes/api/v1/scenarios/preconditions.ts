import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../../../../core/problem.ts';

/** The secret in a header; one that is too long to be any counts as none. */
export function secretIn(
  request: FastifyRequest,
  header: 'x-scenario-secret' | 'x-link-secret',
): string | undefined {
  const secret = request.headers[header];
  return typeof secret === 'string' && secret.length <= 200 ? secret : undefined;
}

/** Revision named by If-Match: the ETag as it was given, or `*` for whatever is there. */
export function revisionOf(request: FastifyRequest): number | '*' {
  const header = request.headers['if-match']?.trim();
  if (header === undefined || header === '') {
    throw new ProblemError(
      'precondition-required',
      'If-Match is needed: send the ETag of the revision you changed, such as If-Match: "3"',
    );
  }
  if (header === '*') return '*';
  const revision = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (revision !== undefined) return Number(revision);
  throw new ProblemError('bad-parameter', `If-Match ${header.slice(0, 40)} is not an ETag such as "3"`, {
    parameter: 'If-Match',
  });
}
