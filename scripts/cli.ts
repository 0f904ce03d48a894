/** `npm run -s cli -- …`: the command line. Exit code 0, 1 for bad input (one line), 2 for wrong usage. */
import { enableCompileCache } from 'node:module';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { EXIT, exitWith } from './exit.ts';

// Compiled modules are kept between runs, in the system's own folder for it; where that cannot be, nothing changes.
enableCompileCache();

/** Every command and where it stands: only the one that is asked for is loaded, since all of them are 2,000 modules. */
const COMMANDS = new Map<string, () => Promise<Command>>([
  ['import', async () => (await import('./cli/import.ts')).importCommands()],
  ['releases', async () => (await import('./cli/releases.ts')).releasesCommand()],
  ['concentration', async () => (await import('./cli/concentration/command.ts')).concentrationCommand()],
  ['compare', async () => (await import('./cli/compare.ts')).compareCommand()],
  ['spread', async () => (await import('./cli/spread/command.ts')).spreadCommand()],
  ['access', async () => (await import('./cli/access/command.ts')).accessCommand()],
  ['site', async () => (await import('./cli/site/command.ts')).siteCommand()],
  ['evaluate', async () => (await import('./cli/evaluate.ts')).evaluateCommand()],
  ['export', async () => (await import('./cli/export.ts')).exportCommand()],
  ['facilities', async () => (await import('./cli/facilities.ts')).facilityCommands()],
  ['serve', async () => (await import('./cli/serve.ts')).serveCommand()],
  ['demo', async () => (await import('./cli/demo.ts')).demoCommand()],
]);

const program = new Command('cli')
  .usage('COMMAND [options]')
  .description('Buurtbalans: social housing, play and meeting space per area')
  .showHelpAfterError('(--help shows every option)')
  .addHelpText('after', '\nSettings come from the environment: DATA_DIR, DATABASE_URL, PORT, HOST.');

const asked = COMMANDS.get(process.argv[2] ?? '');
for (const load of asked === undefined ? COMMANDS.values() : [asked]) program.addCommand(await load());

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
