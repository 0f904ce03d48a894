import { Command } from 'commander';
import { areasCommand } from './import-areas.ts';
import { facilitiesCommand } from './import-facilities.ts';
import { homesCommand } from './import-homes.ts';
import { networkCommand } from './import-network.ts';
import { tableCommand } from './import-table.ts';

/** `cli import …`: what a publisher's file can be read as. */
export function importCommands(): Command {
  return new Command('import')
    .description("import a publisher's file into a new release, whole or not at all")
    .addCommand(areasCommand())
    .addCommand(tableCommand())
    .addCommand(facilitiesCommand())
    .addCommand(networkCommand())
    .addCommand(homesCommand());
}
