import fp from 'fastify-plugin';
import type { Database } from '../database/types.ts';

declare module 'fastify' {
  interface FastifyInstance {
    database: Database;
  }
}

export type DatabaseOptions = { database: Database };

/** Puts the database at hand. Whoever opened it closes it, after the app. */
export default fp<DatabaseOptions>(
  async (app, { database }) => {
    app.decorate('database', database);
  },
  { name: 'database' },
);
