/**
 * A process that imports and is killed on the way. Prints the state it finds as one line of JSON, imports a grid of
 * areas, and sends itself SIGKILL some milliseconds after a step of the import begins.
 * Arguments: data directory or database URL, the text the step's progress starts with, milliseconds.
 */
import { openDatabase } from '../../server/database/open.ts';
import { runImport } from '../../server/imports/run.ts';
import { gridStep } from './grid.ts';
import { readState } from './state.ts';

const [where = '', step = '', delay = '0'] = process.argv.slice(2);
const database = await openDatabase(
  where.startsWith('postgres') ? { databaseUrl: where, dataDir: '' } : { databaseUrl: null, dataDir: where },
);
console.log(JSON.stringify(await readState(database)));
const kill = () => process.kill(process.pid, 'SIGKILL');
await runImport(
  database,
  // A region of its own for every kill, so that partitions are made on the way too.
  { region: `killed-${process.pid}`, message: 'killed', steps: [gridStep(40)] },
  {
    onProgress: text => {
      if (!text.startsWith(step)) return;
      if (delay === '0') kill();
      else setTimeout(kill, Number(delay));
    },
  },
);
kill();
