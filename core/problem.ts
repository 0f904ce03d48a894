/** Machine-readable kinds of problems; the last path segment of the RFC 9457 `type`. */
export type ProblemCode =
  | 'bad-input'
  | 'bad-parameter'
  | 'unknown-parameter'
  | 'not-found'
  | 'conflict'
  | 'precondition-required'
  | 'precondition-failed'
  | 'forbidden'
  | 'too-large'
  | 'too-many-requests'
  | 'import-refused'
  | 'undefined-index'
  | 'directory-in-use'
  | 'not-configured'
  | 'unavailable'
  | 'internal';

/**
 * The one error type of the product. `message` names the value and the way out in one line, because it is
 * what the command line prints; `details` are extra members of the RFC 9457 problem document.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ProblemCode,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}
