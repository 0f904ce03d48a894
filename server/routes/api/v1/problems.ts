import { Type } from 'typebox';

/** RFC 9457; further members give the details of the problem. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: '/problems/{code}' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'One line that names the value and the way out' }),
    instance: Type.String(),
  },
  { additionalProperties: true, description: 'A problem (RFC 9457)' },
);

const body = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

const PROBLEMS = {
  400: body('A parameter or the body is not right'),
  403: body('Writing is not allowed from here'),
  404: body('Not found'),
  409: body('Not possible beside what is there'),
  412: body('Changed by someone else in the meantime'),
  413: body('The body is too large'),
  415: body('The body is not JSON'),
  422: body('Understood, but not possible with these figures'),
  428: body('If-Match is needed'),
  429: body('Too many requests'),
  503: body('Not available now'),
} as const;

/** What a client gets that already holds the answer (If-None-Match); part of every answer that follows from a release. */
export const notModified = { 304: Type.Null({ description: 'The client already holds this answer' }) };

/** Problem responses of a route: those named, and the ones any route can give. */
export function problems<Status extends keyof typeof PROBLEMS>(...statuses: Status[]) {
  const picked = Object.fromEntries(
    [...statuses, 400 as const, 429 as const, 503 as const].map(status => [status, PROBLEMS[status]]),
  );
  return picked as { [S in Status | 400 | 429 | 503]: (typeof PROBLEMS)[S] };
}
