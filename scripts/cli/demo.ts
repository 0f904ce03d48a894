import { Command } from 'commander';
import { loadDemo } from '../../server/instance.ts';
import { stepPrinter } from '../progress.ts';
import { withDatabase } from './session.ts';

export function demoCommand(): Command {
  return new Command('demo')
    .description('load the demo region, a fictional province, beside what is there')
    .action(() =>
      withDatabase(async database => {
        const printer = stepPrinter(process.stderr);
        const result = await loadDemo(database, { onProgress: printer.step });
        printer.end();
        console.log(`${result.unchanged ? 'already there: release' : 'release'} ${result.release}`);
      }),
    );
}
