import type { Command } from 'commander';
import { ProblemError } from '../../../core/problem.ts';
import { measureAccess } from '../../../server/releases/access/areas.ts';
import { loadAreas } from '../../../server/releases/areas.ts';
import { requestedRelease } from '../../../server/releases/catalogue.ts';
import type { Desk } from '../../../server/releases/desk.ts';
import { accessAsked } from '../../../server/routes/api/v1/access/parameters.ts';
import { areasView } from '../../../server/routes/api/v1/access/views.ts';
import { exportAccess } from '../../../server/writers/access/reach.ts';
import { parseRegion } from '../options.ts';
import type { AccessOptions } from './asked.ts';
import { tellFamilies, tellVariety } from './region-around-children.ts';
import { tellSchools } from './region-schools.ts';
import { tellSupply } from './region-supply.ts';
import { distanceAsked, given, writeTold } from './told.ts';

/** The options with which a region is read instead of files; `site` has them too. */
export function addRegionOptions(command: Command): Command {
  return command
    .option('--region <id>', 'instead of files: a region as it was imported (default: the last)', parseRegion)
    .option('--release <hash>', 'of a region: the release to read (default: the current one)')
    .option('--scope <level:code>', 'of a region: only what lies in this area, such as municipality:44021');
}

/** Reach by area of a region: the answer of the API, or a file as it exports. Errors as `measureAccess`. */
export async function tellRegion(options: AccessOptions): Promise<void> {
  for (const name of ['places', 'network', 'poverty'] as const)
    if (options[name] !== undefined) throw forFiles(name);
  const measures = (['schools', 'variety', 'families'] as const).filter(name => options[name]);
  if (measures.length > 1)
    throw new ProblemError('bad-parameter', 'Ask one of --schools, --variety and --families at a time.', {});
  if (options.schools) return tellSchools(options);
  for (const name of ['catchments', 'scenario'] as const)
    if (options[name] !== undefined)
      throw new ProblemError('bad-parameter', `--${name} goes with --schools.`, { parameter: name });
  if (options.variety) return tellVariety(options);
  if (options.families) return tellFamilies(options);
  if (options.supply !== undefined) return tellSupply(options);
  const withinM = distanceAsked(options, 'Reach', ['rows']);
  const [norm, ...others] = options.norm ?? [];
  if (others.length > 0)
    throw new ProblemError('bad-parameter', 'A region is told for one norm at a time.', {});
  const { region, level, scope, ages } = options;
  const parameters = {
    ...given({ region, level, scope, ages, norm, withinM, minAreaM2: options.minArea }),
    ...given({ function: options.function === undefined ? undefined : [options.function] }),
    detour: options.detour,
  };
  const asked = async ({ database }: Desk) => {
    const release = await requestedRelease(database, options.release);
    return { release, question: accessAsked(release, parameters) };
  };
  await writeTold(options, {
    view: async desk => {
      const { release, question } = await asked(desk);
      const answer = await measureAccess(desk, release, question);
      const { codes } = (await loadAreas(desk.database, answer.item)).table;
      return areasView(release, question, answer, codes);
    },
    file: async (desk, format) => {
      const { release, question } = await asked(desk);
      return exportAccess(desk, release, { ...question, format });
    },
  });
}

const forFiles = (name: string): ProblemError =>
  new ProblemError(
    'bad-parameter',
    `--${name} goes with a file of where children live; a region has its own: leave it out, or name the file first.`,
    { parameter: name },
  );

const OF_A_REGION = [
  'region',
  'release',
  'scenario',
  'level',
  'ages',
  'out',
  'rows',
  'schools',
  'catchments',
  'variety',
  'families',
] as const;

/** @throws ProblemError for an option of a region beside a file of where children live */
export function refuseRegionOptions(options: Partial<Record<(typeof OF_A_REGION)[number], unknown>>): void {
  for (const name of OF_A_REGION) {
    if (options[name] === undefined) continue;
    throw new ProblemError(
      'bad-parameter',
      `--${name} is of a region as it was imported; leave the file out, or leave --${name} out.`,
      { parameter: name },
    );
  }
}
