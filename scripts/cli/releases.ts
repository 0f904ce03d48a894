import { Command } from 'commander';
import { chooseRelease, listReleases, requestedRelease } from '../../server/releases/catalogue.ts';
import { withDatabase } from './session.ts';

export function releasesCommand(): Command {
  const command = new Command('releases').description('the releases there are, newest first');
  command
    .command('list', { isDefault: true })
    .description('every release, newest first; the current one has a star')
    .action(() =>
      withDatabase(async database => {
        for (const release of await listReleases(database)) {
          const date = release.createdAt.slice(0, 16).replace('T', ' ');
          console.log(`${release.current ? '*' : ' '} ${release.hash}  ${date}  ${release.message}`);
        }
      }),
    );
  command
    .command('show')
    .description('what a release holds')
    .argument('[hash]', 'hash of the release (default: the current one)')
    .action((hash: string | undefined) =>
      withDatabase(async database => {
        const release = await requestedRelease(database, hash);
        console.log(`release ${release.hash}: ${release.message}`);
        for (const item of release.items) {
          const by = item.source.publisher === null ? '' : `, ${item.source.publisher}`;
          console.log(`${item.region}/${item.key}  ${item.rowCount} rows  ${item.source.title}${by}`);
        }
      }),
    );
  command
    .command('use')
    .description('serve another release from now on: roll back, or forward again')
    .argument('<hash>', 'hash of the release')
    .action((hash: string) =>
      withDatabase(async database => {
        const release = await chooseRelease(database, hash);
        console.log(`now serving release ${release.hash}: ${release.message}`);
      }),
    );
  return command;
}
