import { Command, Option } from 'commander';
import { ProblemError } from '../../../core/problem.ts';
import { curveProven } from '../../../core/siting/curve.ts';
import { SITING_AIMS, siteProven } from '../../../core/siting/site.ts';
import { addPlacedOptions } from '../access/command.ts';
import { readDemand } from '../access/demand.ts';
import { refuseRegionOptions } from '../access/region.ts';
import { collect, parseNotNegative, parseRegion, parseWhole } from '../options.ts';
import type { SiteOptions } from './asked.ts';
import { printCsv, printCurve, printGeojson, printJson } from './print.ts';
import { readQuestion } from './read.ts';
import { type Search, type SiteAnswer, siteInRegion } from './region.ts';

export function siteCommand(): Command {
  return addPlacedOptions(
    new Command('site')
      .description('where new places do most for children, with proof, straight from files or in a region')
      .argument(
        '[demand]',
        'GeoJSON, shapefile, CSV or XLSX with where children live: points, or areas with polygons; without it, a region as it was imported',
      )
      .option(
        '--candidates <file>',
        'file with the sites where a place could come; of a region lattice:METRES (default: lattice:250), sites, public, green or schoolyards',
      )
      .option(
        '--region <id>',
        'instead of files: a region as it was imported (default: the last)',
        parseRegion,
      )
      .option('--release <hash>', 'of a region: the release to read (default: the current one)')
      .option('--scenario <file>', 'instead of files: after the edits of a .scenario.json file')
      .option('--places <file>', 'file with the places that are there, which are kept')
      .option(
        '--function <id=metres>',
        'what to place and the walk that counts as reach (default: play=400; repeatable)',
        collect,
      )
      .requiredOption('--most <number>', 'the most new places', parseWhole)
      .addOption(
        new Option(
          '--aim <aim>',
          'cover: most children within reach; median: shortest walk on average; centre: shortest longest walk; all: every child with fewest places',
        )
          .choices(SITING_AIMS)
          .default('cover'),
      )
      .option('--poverty-weight <number>', 'a child in poverty counts 1 + this', parseNotNegative, 0)
      .option('--cost <column>', 'column of the candidates with what a place there costs')
      .option('--budget <number>', 'the most that all places may cost', parseNotNegative)
      .option('--spacing <metres>', 'least metres between places of one function', parseNotNegative, 0)
      .option('--together', 'one site may get several functions')
      .option(
        '--scope <file or area>',
        'file of polygons in which every candidate must lie; of a region an area, such as municipality:44021',
      )
      .option('--exclude <file>', 'polygons in which nothing may come')
      .option(
        '--reach <metres>',
        'how far distances are measured; farther counts as this far (default: 5000, or the walk for cover)',
        parseNotNegative,
      )
      .option(
        '--curve',
        'instead of one plan: what 1, 2, 3 … places reach, and how many all children need (JSON)',
      )
      .option('--seed <number>', 'the same seed gives the same answer', parseWhole, 1)
      .option('--gap <share>', 'a gap that is small enough; 0 asks for a proven optimum', parseNotNegative, 0)
      .option('--seconds <number>', 'how long to search at most', parseNotNegative, 30),
  ).action(async (path: string | undefined, options: SiteOptions) => {
    const end = performance.now() + 1000 * options.seconds;
    const search: Search = {
      ...{ seed: options.seed, gap: options.gap },
      secondsLeft: () => (end - performance.now()) / 1000,
      // HiGHS takes a while to load, and most searches end without it.
      solver: async () => (await import('../../../core/solver/highs.ts')).sharedSolver(),
    };
    const answer =
      path === undefined ? await siteInRegion(options, search) : await siteFromFiles(path, options, search);
    const print = { json: printJson, csv: printCsv, geojson: printGeojson }[options.format];
    process.stdout.write(`${'curve' in answer ? printCurve(answer.curve) : print(answer.found)}\n`);
  });
}

async function siteFromFiles(path: string, options: SiteOptions, search: Search): Promise<SiteAnswer> {
  refuseRegionOptions(options);
  if (options.candidates === undefined)
    throw new ProblemError(
      'bad-parameter',
      'A file of where children live needs one of sites: give --candidates.',
      {},
    );
  const question = await readQuestion(await readDemand(path, options), options);
  return options.curve
    ? { curve: await curveProven(question, search) }
    : { found: await siteProven(question, options.aim, search) };
}
