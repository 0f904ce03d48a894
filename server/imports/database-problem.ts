import { ProblemError } from '../../core/problem.ts';
import { isConnectionLoss } from '../database/connection-loss.ts';

/** SQLSTATE codes of PostgreSQL (appendix A of its manual) for which a person can do something. */
const SENTENCES: Readonly<Record<string, string>> = {
  '53100': 'the disk of the database is full: make room and import again',
  '53200': 'the database is out of memory: stop other programs, or import fewer areas at a time',
  '57P01': 'the server is closing: start it and import again',
  '25006': 'the database is read-only: set DATABASE_URL to the primary server',
  '42501': 'the database user may not write: grant it the rights of the owner',
};

/** A connection that broke, or that cannot be made any more, says less. */
const GONE = 'the server is closing, or its database went away: start it and import again';

/** Errors of the file system under an embedded database come without a SQLSTATE. */
const DISK_FULL = /ENOSPC|no space left on device|disk full/i;

/** An error of the database as a problem with a way out; any other error as it is. */
export function databaseProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ProblemError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const sentence =
    SENTENCES[DISK_FULL.test(error.message) ? '53100' : code] ?? (isConnectionLoss(error) ? GONE : undefined);
  return sentence === undefined
    ? error
    : new ProblemError('unavailable', `${sentence}; nothing was imported`, {}, error);
}
