export type WorkerSettings = {
  /** PGlite's own data directory. */
  directory: string;
  listen: { path: string } | { port: number; host: string };
  password: string;
  maxConnections: number;
  /** A client that keeps a transaction open without a word for this long is disconnected. */
  idleInTransactionMs: number;
};

export type FromWorker = { type: 'progress'; text: string } | { type: 'ready'; port: number };

/** Close: wait up to `drainMs` for other processes to leave, then write everything out and end. */
export type ToWorker = { drainMs: number };
