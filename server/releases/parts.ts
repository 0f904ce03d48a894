import { sql } from 'kysely';
import type { Database } from '../database/types.ts';

/** What is stored in rows of at most a megabyte and read whole, in its order; empty where there is none. */
export async function readBytes(
  database: Database,
  table: 'network_parts' | 'homes_parts',
  { region, datasetVersion }: { region: string; datasetVersion: number },
): Promise<Buffer> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select bytes from ${sql.table(table)}
    where region = ${region} and version = ${datasetVersion} order by part`.execute(database.kysely);
  return Buffer.concat(rows.map(({ bytes }) => bytes));
}
