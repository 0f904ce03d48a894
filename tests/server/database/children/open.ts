// Opens the database of the data directory named on the command line and keeps it; `write` as a second argument
// makes it insert rows for as long as it lives, each acknowledged on standard output once it is committed.
import { openDatabase } from '../../../../server/database/open.ts';

const [dataDir = '', task] = process.argv.slice(2);
try {
  const database = await openDatabase({ databaseUrl: null, dataDir });
  process.on('SIGTERM', async () => {
    await database.close();
    process.exit(0);
  });
  if (task === 'write') await database.pool.query('create table written (id integer primary key, text text)');
  console.log('ready');
  for (let id = 1; task === 'write'; id++) {
    await database.pool.query('insert into written values ($1, $2)', [id, 'x'.repeat(500)]);
    console.log(`saved ${id}`);
  }
} catch (error) {
  console.log(`refused ${(error as Error).message}`);
  process.exit(1);
}
