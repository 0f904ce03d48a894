/** `npm run -s cli -- …`: the command line. Exit code 0, 1 for bad input (one line), 2 for wrong usage. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { accessCommand } from './cli/access/command.ts';
import { compareCommand } from './cli/compare.ts';
import { concentrationCommand } from './cli/concentration/command.ts';
import { demoCommand } from './cli/demo.ts';
import { evaluateCommand } from './cli/evaluate.ts';
import { exportCommand } from './cli/export.ts';
import { facilityCommands } from './cli/facilities.ts';
import { areasCommand } from './cli/import-areas.ts';
import { facilitiesCommand } from './cli/import-facilities.ts';
import { networkCommand } from './cli/import-network.ts';
import { tableCommand } from './cli/import-table.ts';
import { releasesCommand } from './cli/releases.ts';
import { serveCommand } from './cli/serve.ts';
import { siteCommand } from './cli/site/command.ts';
import { spreadCommand } from './cli/spread/command.ts';
import { EXIT, exitWith } from './exit.ts';

const program = new Command('cli')
  .usage('COMMAND [options]')
  .description('Buurtbalans: social housing, play and meeting space per area')
  .showHelpAfterError('(--help shows every option)')
  .addHelpText('after', '\nSettings come from the environment: DATA_DIR, DATABASE_URL, PORT, HOST.');

program
  .command('import')
  .description("import a publisher's file into a new release, whole or not at all")
  .addCommand(areasCommand())
  .addCommand(tableCommand())
  .addCommand(facilitiesCommand())
  .addCommand(networkCommand());
for (const command of [
  releasesCommand(),
  concentrationCommand(),
  compareCommand(),
  spreadCommand(),
  accessCommand(),
  siteCommand(),
  evaluateCommand(),
  exportCommand(),
  facilityCommands(),
  serveCommand(),
  demoCommand(),
]) {
  program.addCommand(command);
}

/** Commander's own exits become ours: 0 for help, 2 for wrong usage; settings hold for every subcommand. */
function throughOurExits(command: Command): void {
  command.exitOverride();
  command.showHelpAfterError('(--help shows every option)');
  for (const child of command.commands) throughOurExits(child);
}
throughOurExits(program);

// A reader that went away, as in `cli export … | head`, is no error of ours.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  // Commander prints its own errors before it throws; one that a command threw has not been printed yet.
  if (error instanceof InvalidArgumentError) process.stderr.write(`error: ${error.message}\n`);
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage);
  exitWith(error);
}
