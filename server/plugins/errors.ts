import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { nearestName } from '../../core/nearest-name.ts';
import { ProblemError } from '../../core/problem.ts';
import { isConnectionLoss } from '../database/connection-loss.ts';
import { type ProblemDocument, problemDocument } from './problem-document.ts';

/** Every error becomes an RFC 9457 problem document; what we did not foresee is logged and not shown. */
export default fp(
  async app => {
    app.setErrorHandler<FastifyError>((error, request, reply) => {
      const problem = documentOf(error, request);
      if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
      return sendProblem(reply, problem);
    });
  },
  { name: 'errors' },
);

export function sendProblem(reply: FastifyReply, problem: ProblemDocument): FastifyReply {
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .removeHeader('etag')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

export function documentOf(error: FastifyError | ProblemError, request: FastifyRequest): ProblemDocument {
  const instance = request.url;
  if (error instanceof ProblemError) {
    return problemDocument(error.code, error.message, instance, error.details);
  }
  if (error.validation !== undefined) return validationProblem(error, request);
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problemDocument('too-large', 'The body is larger than this address accepts', instance);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problemDocument(
        'bad-input',
        `Content-Type "${request.headers['content-type'] ?? ''}" is not accepted; send application/json`,
        instance,
        {},
        415,
      );
    case 'FST_ERR_HANDLER_TIMEOUT':
      return problemDocument('unavailable', 'The answer took too long; ask for less at once', instance);
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return problemDocument('bad-input', error.message, instance, {}, error.statusCode);
  }
  if (isConnectionLoss(error)) {
    return problemDocument(
      'unavailable',
      'The database does not answer; the log of the server tells more',
      instance,
    );
  }
  return problemDocument(
    'internal',
    `Something went wrong; the log of the server tells more under request ${request.id}`,
    instance,
    { request: request.id },
  );
}

function validationProblem(error: FastifyError, request: FastifyRequest): ProblemDocument {
  const first = error.validation?.[0];
  const where = error.validationContext ?? 'request';
  if (where === 'querystring') {
    // A mistyped name often leaves a needed one missing as well; the typing error is what to tell.
    const known = knownParameters(request);
    const name = Object.keys(request.query as object).find(given => !known.includes(given));
    if (name !== undefined) return unknownParameter(name, known, request.url);
  }
  const path = first?.instancePath.slice(1).replaceAll('/', '.') ?? '';
  if (where === 'body') {
    const at = path === '' ? 'The body' : `"${path}" in the body`;
    const unknown = first?.params?.additionalProperty;
    const wrong =
      unknown === undefined
        ? (first?.message ?? 'is not valid')
        : `has a member "${String(unknown).slice(0, 80)}", which is not known`;
    return problemDocument('bad-input', `${at} ${wrong}`, request.url);
  }
  const name = path || String(first?.params?.missingProperty ?? first?.params?.requiredProperties ?? '');
  const value = path === '' ? undefined : valueAt(request, where, path);
  const allowed = Array.isArray(first?.params?.allowedValues)
    ? `: ${first.params.allowedValues.join(', ')}`
    : '';
  const shown =
    value === undefined ? 'is missing' : `is "${value}"; it ${first?.message ?? 'is not valid'}${allowed}`;
  return problemDocument('bad-parameter', `Parameter "${name}" ${shown}`, request.url, { parameter: name });
}

function unknownParameter(name: string, known: string[], instance: string): ProblemDocument {
  const nearest = nearestName(name, known);
  const hint = nearest === null ? `known here: ${known.join(', ') || 'none'}` : `did you mean "${nearest}"?`;
  const details = { parameter: name.slice(0, 80), known };
  return problemDocument(
    'unknown-parameter',
    `Parameter "${name.slice(0, 80)}" is not known; ${hint}`,
    instance,
    details,
  );
}

function valueAt(request: FastifyRequest, where: string, path: string): string | undefined {
  const part = where === 'params' ? request.params : where === 'headers' ? request.headers : request.query;
  const value = (part as Record<string, unknown>)[path.split('.')[0] ?? ''];
  return value === undefined ? undefined : String(value).slice(0, 200);
}

function knownParameters(request: FastifyRequest): string[] {
  const schema = request.routeOptions.schema?.querystring as { properties?: object } | undefined;
  return Object.keys(schema?.properties ?? {});
}
