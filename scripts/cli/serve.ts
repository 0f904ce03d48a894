import { Command } from 'commander';
import { stepPrinter } from '../progress.ts';
import { serve } from '../serve.ts';
import { buildWebWhenChanged } from '../web-build.ts';

export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the planner and the API, as npm start does')
    .action(async () => {
      const printer = stepPrinter();
      await buildWebWhenChanged(printer.step);
      await serve(printer);
    });
}
