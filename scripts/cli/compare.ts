import { Command, InvalidArgumentError, Option } from 'commander';
import type { AreaLevel } from '../../core/areas/types.ts';
import { parseWeightsChoice, type WeightsChoice } from '../../core/areas/weights-choice.ts';
import { computationPool } from '../../server/computation/pool.ts';
import { requestedRelease } from '../../server/releases/catalogue.ts';
import { parseScope } from '../../server/releases/scope.ts';
import { regionOf } from '../../server/releases/select.ts';
import type { Release } from '../../server/releases/types.ts';
import { type ComparisonExport, exportComparison } from '../../server/writers/comparison.ts';
import { exportBenchmark } from '../../server/writers/comparison-benchmark.ts';
import { exportPair } from '../../server/writers/comparison-pair.ts';
import { EXPORT_FORMATS } from '../../server/writers/registry.ts';
import {
  parseEpsg,
  parseIntervalLevel,
  parseLevel,
  parsePositive,
  parseRegion,
  parseWhole,
  parseYear,
} from './options.ts';
import { writeExport } from './write.ts';

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
  pair?: string[];
  benchmark?: true;
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
    .addOption(
      new Option(
        '--pair <codes...>',
        'instead of the table: the difference first − second of two regions, with its interval and p',
      ).conflicts(['scope', 'cityDensity', 'weights', 'crsMetric', 'benchmark']),
    )
    .option('--benchmark', 'instead of the table: the quartiles of the regions outside --scope')
    .option('--no-geometry', 'leave the polygons out')
    .addOption(new Option('--format <format>', 'file format').choices(EXPORT_FORMATS).default('csv'))
    .option('--out <file>', 'file to write (default: standard output)')
    .action(async (options: Options) => {
      const pair = options.pair === undefined ? null : twoOf(options.pair);
      const computation = computationPool();
      try {
        await writeExport(options, async database => {
          const desk = { database, computation };
          const release = await requestedRelease(database, options.release);
          const asked = questionOf(release, options);
          if (pair === null)
            return (options.benchmark ? exportBenchmark : exportComparison)(desk, release, asked);
          const { measuring: _, scope: __, ...question } = asked;
          const { draws, seed, interval, clamp = false } = options;
          return exportPair(desk, release, {
            ...question,
            ...pair,
            clamp,
            inference: { draws, seed, intervalLevel: interval },
          });
        });
      } finally {
        await computation.close();
      }
    });
}

/** What the options ask of a release. Throws as `regionOf` and `parseScope`. */
function questionOf(release: Release, options: Options): ComparisonExport {
  const { draws, seed, interval, clamp, weights, crsMetric, cityDensity, ...asked } = options;
  return {
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
  };
}

function twoOf(codes: readonly string[]): { first: string; second: string } {
  const [first, second, ...more] = codes;
  if (first !== undefined && second !== undefined && more.length === 0) return { first, second };
  throw new InvalidArgumentError(
    `--pair takes two codes of regions, such as --pair 44021 11002; it got ${codes.length}.`,
  );
}
