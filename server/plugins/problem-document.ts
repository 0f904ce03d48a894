import type { ProblemCode } from '../../core/problem.ts';

type Kind = { status: number; title: string };

/** The one table from a kind of problem to its HTTP status and title. */
export const PROBLEM_KINDS: Readonly<Record<ProblemCode, Kind>> = {
  'bad-input': { status: 400, title: 'The input cannot be read' },
  'bad-parameter': { status: 400, title: 'A parameter has a wrong value' },
  'unknown-parameter': { status: 400, title: 'A parameter is not known' },
  'not-found': { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'In conflict with what is there' },
  'precondition-required': { status: 428, title: 'If-Match is needed' },
  'precondition-failed': { status: 412, title: 'Changed by someone else' },
  forbidden: { status: 403, title: 'Not allowed' },
  'too-large': { status: 413, title: 'Too large' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'import-refused': { status: 422, title: 'The import is refused' },
  'undefined-index': { status: 422, title: 'The index is undefined here' },
  'directory-in-use': { status: 409, title: 'The data directory is in use' },
  'not-configured': { status: 503, title: 'Not configured' },
  unavailable: { status: 503, title: 'Not available now' },
  internal: { status: 500, title: 'Something went wrong' },
};

/** An RFC 9457 problem document; further members are the details of the problem. */
export type ProblemDocument = {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  [member: string]: unknown;
};

/**
 * Puts a problem into its document. The five members of the standard win over details of the same name.
 * `status` replaces the status of the kind where HTTP has a more exact one (405, 415).
 */
export function problemDocument(
  code: ProblemCode,
  detail: string,
  instance: string,
  details: Readonly<Record<string, unknown>> = {},
  status: number = PROBLEM_KINDS[code].status,
): ProblemDocument {
  return {
    ...details,
    type: `/problems/${code}`,
    title: PROBLEM_KINDS[code].title,
    status,
    detail,
    instance,
  };
}
