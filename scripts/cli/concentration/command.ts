import { Command, Option } from 'commander';
import { parseWeightsChoice } from '../../../core/areas/weights-choice.ts';
import { measureAreas } from '../../../core/concentration/areas.ts';
import { prepareCounts } from '../../../core/concentration/counts.ts';
import { lorenzCurve } from '../../../core/concentration/lorenz.ts';
import { KERNELS } from '../../../core/concentration/pairs.ts';
import { indices } from '../../../core/concentration/registry.ts';
import { spatialIndices } from '../../../core/concentration/spatial-registry.ts';
import { griddedAreas } from '../../../core/concentration/zones.ts';
import { openFile } from '../../../server/readers/registry.ts';
import {
  collect,
  collectList,
  decimalOption,
  parseEpsg,
  parseIntervalLevel,
  parseNotNegative,
  parsePoint,
  parsePositive,
  parseWhole,
} from '../options.ts';
import type { ConcentrationOptions } from './asked.ts';
import { printMeasurement } from './print.ts';
import { printCurve } from './print-curve.ts';
import { readMeasuredAreas } from './read.ts';

export function concentrationCommand(): Command {
  return new Command('concentration')
    .description('indices of concentration straight from a file, without a database')
    .argument('<file>', 'GeoJSON, shapefile, CSV or XLSX with one record an area')
    .requiredOption('--id <column>', 'column with the code of the area')
    .requiredOption('--social <column>', 'column with the number of social dwellings')
    .requiredOption('--total <column>', 'column with the number of all dwellings, social ones included')
    .option(
      '--indices <ids>',
      `comma list (default: all that the file allows): ${[...indices, ...spatialIndices].map(index => index.id).join(', ')}`,
      collectList,
    )
    .option('--clamp', 'lower social dwellings above the total to the total, instead of refusing')
    .option('--missing <value>', 'value that means "missing" (repeatable)', collect)
    .addOption(decimalOption())
    .option('--sheet <name>', 'sheet of a workbook (default: the first)')
    .option(
      '--crs <epsg>',
      'coordinate system of the file (default: what it declares, else a guess)',
      parseEpsg,
    )
    .option(
      '--crs-metric <epsg>',
      'coordinate system in metres to measure in (default: that of the file, or the UTM zone of its middle)',
      parseEpsg,
    )
    .option(
      '--weights <choice>',
      'who is a neighbour: queen, rook, knn:k or distance:m',
      parseWeightsChoice,
      {
        kind: 'queen',
      },
    )
    .option('--radius-km <km>', 'radius of the surroundings of an area', parsePositive, 2)
    .option('--decay-per-km <number>', 'weight exp(−number · km) in the surroundings', parseNotNegative, 2)
    .addOption(
      new Option(
        '--kernel <kernel>',
        'how weight falls within the radius: as --decay-per-km says, not, or (1 − (d/r)²)²',
      )
        .choices(KERNELS)
        .default('exponential'),
    )
    .option(
      '--cutoff-km <km>',
      'leave pairs farther apart out; the error is bounded in the answer',
      parsePositive,
    )
    .option('--centre <x,y>', 'centre in metres (default: the mean of the centroids)', parsePoint)
    .option('--city-part <column>', 'column with 1 for the city part and 0 for the fringe (spread ratio)')
    .option(
      '--city-density <number>',
      'dwellings per hectare from which an area is city part (spread ratio)',
      parsePositive,
    )
    .option('--hectares <column>', 'column with the surface in hectares (default: that of the polygons)')
    .option('--grid <metres>', 'measure on square cells of this side instead of the areas', parsePositive)
    .option(
      '--inference <draws>',
      'draws of chance, such as 999: expected value, corrected value, p',
      parseWhole,
    )
    .option('--seed <number>', 'seed of the draws', parseWhole, 1)
    .option('--interval <level>', 'level of the interval', parseIntervalLevel, 0.95)
    .addOption(
      new Option(
        '--null-model <model>',
        'what is left to chance: who is social, or where areas lie (default: by index)',
      ).choices(['allocation', 'places']),
    )
    .addOption(
      new Option('--lorenz', 'instead of indices: the Lorenz curve, a point for each area').conflicts([
        'indices',
        'inference',
      ]),
    )
    .addOption(
      new Option('--format <format>', 'how to print').choices(['json', 'csv', 'table']).default('table'),
    )
    .action(async (path: string, options: ConcentrationOptions) => {
      const file = await openFile(path, options.sheet === undefined ? {} : { sheet: options.sheet });
      const read = await readMeasuredAreas(file, options);
      const areas = options.grid === undefined ? read : griddedAreas(read, options.grid);
      if (options.lorenz) {
        const { counts } = prepareCounts(areas, { clamp: options.clamp ?? false });
        process.stdout.write(`${printCurve(lorenzCurve(counts), options.format)}\n`);
        return;
      }
      const {
        weights,
        radiusKm,
        decayPerKm,
        kernel,
        cutoffKm = null,
        centre = null,
        cityDensity = null,
      } = options;
      const measured = measureAreas(
        areas,
        { weights, environment: { radiusKm, decayPerKm, kernel }, cutoffKm, centre, cityDensity },
        {
          ...(options.indices === undefined ? {} : { indices: options.indices }),
          clamp: options.clamp ?? false,
          inference:
            options.inference === undefined
              ? null
              : {
                  draws: options.inference,
                  seed: options.seed,
                  intervalLevel: options.interval,
                  ...(options.nullModel === undefined ? {} : { null: options.nullModel }),
                },
        },
      );
      process.stdout.write(
        `${printMeasurement(measured, areas.ground?.metricEpsg ?? null, options.format)}\n`,
      );
    });
}
