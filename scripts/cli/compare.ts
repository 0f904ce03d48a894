import { Command, Option } from 'commander';
import type { AreaLevel } from '../../core/areas/types.ts';
import { parseWeightsChoice, type WeightsChoice } from '../../core/areas/weights-choice.ts';
import { computationPool } from '../../server/computation/pool.ts';
import { requestedRelease } from '../../server/releases/catalogue.ts';
import { parseScope } from '../../server/releases/scope.ts';
import { regionOf } from '../../server/releases/select.ts';
import { exportComparison } from '../../server/writers/comparison.ts';
import { EXPORT_FORMATS } from '../../server/writers/registry.ts';
import { writeExport } from './export.ts';
import {
  parseEpsg,
  parseIntervalLevel,
  parseLevel,
  parsePositive,
  parseRegion,
  parseWhole,
  parseYear,
} from './options.ts';

type Options = {
  of: AreaLevel;
  level: AreaLevel;
  index: string;
  indicator: string;
  year?: number;
  vintage?: number;
  release?: string;
  region?: string;
  scope?: string;
  cityDensity?: number;
  clamp?: true;
  weights: WeightsChoice;
  crsMetric?: number;
  draws: number;
  seed: number;
  interval: number;
  geometry: boolean;
  format: string;
  out?: string;
};

export function compareCommand(): Command {
  return new Command('compare')
    .description('one index of every region of a level, side by side: the table of the page Vergelijk')
    .requiredOption('--of <level>', 'level of the regions, such as municipality', parseLevel)
    .requiredOption('--level <level>', 'level of the areas that are measured, such as sector', parseLevel)
    .option('--index <id>', 'index to compare by', 'dissimilarity')
    .option('--indicator <id>', 'ratio whose counts are compared', 'social_share')
    .option('--year <year>', 'year of the counts (default: the newest)', parseYear)
    .option('--vintage <year>', 'edition of the boundaries (default: the newest)', parseYear)
    .option('--release <hash>', 'release to read (default: the current one)')
    .option('--region <id>', 'study area (default: the one imported into last)', parseRegion)
    .option('--scope <level:code>', "one's own regions, such as province:40000; the others are the benchmark")
    .option(
      '--city-density <number>',
      'dwellings per hectare from which an area is city part (spread ratio)',
      parsePositive,
    )
    .option('--clamp', 'lower social dwellings above the total to the total, instead of refusing')
    .option(
      '--weights <choice>',
      'who is a neighbour: queen, rook, knn:k or distance:m',
      parseWeightsChoice,
      {
        kind: 'queen',
      },
    )
    .option(
      '--crs-metric <epsg>',
      'coordinate system in metres to measure in (default: the UTM zone of the middle of the level)',
      parseEpsg,
    )
    .option('--draws <number>', 'draws of chance; 0 for none', parseWhole, 999)
    .option('--seed <number>', 'seed of the draws', parseWhole, 1)
    .option('--interval <level>', 'level of the interval', parseIntervalLevel, 0.95)
    .option('--no-geometry', 'leave the polygons out')
    .addOption(new Option('--format <format>', 'file format').choices(EXPORT_FORMATS).default('csv'))
    .option('--out <file>', 'file to write (default: standard output)')
    .action(async (options: Options) => {
      const { draws, seed, interval, clamp, weights, crsMetric, cityDensity, ...asked } = options;
      const computation = computationPool();
      try {
        await writeExport(options, async database => {
          const release = await requestedRelease(database, asked.release);
          return exportComparison({ database, computation }, release, {
            ...asked,
            region: regionOf(release, asked.region).id,
            scope: parseScope(asked.scope),
            measuring: {
              clamp,
              weights,
              cityDensity,
              metricEpsg: crsMetric,
              inference: draws === 0 ? null : { draws, seed, intervalLevel: interval },
            },
          });
        });
      } finally {
        await computation.close();
      }
    });
}
