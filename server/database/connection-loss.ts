import type pg from 'pg';

/** Codes of a connection that cannot be made or was ended: of Node.js, and classes 08 and 57P of PostgreSQL. */
const CODES = /^(ECONN|EPIPE|ETIMEDOUT|ENOENT|08|57P)/;
/** `pg` gives these without a code. */
const MESSAGES =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Whether an error says that the database went away, or cannot be reached. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return CODES.test(code) || MESSAGES.test(error.message);
}

/**
 * A connection that is dropped fails the query that is on it, and is replaced at the next one. It also emits `error`,
 * on the pool while it is idle and on itself while it is in use: without listeners that ends the process.
 */
export function outliveConnections(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', client => {
    client.on('error', () => undefined);
  });
}
