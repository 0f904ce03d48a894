import { Command, Option } from 'commander';
import { REACH_STEPS_M } from '../../../core/access/coverage.ts';
import { normPresets } from '../../../core/access/norm-presets.ts';
import { ProblemError } from '../../../core/problem.ts';
import { DETOUR } from '../../../core/scenario/reach.ts';
import {
  collect,
  collectList,
  decimalOption,
  parseEpsg,
  parseLevel,
  parseNotNegative,
  parsePositive,
} from '../options.ts';
import type { AccessOptions } from './asked.ts';
import { readDemand } from './demand.ts';
import { measureFile } from './measure.ts';
import { readPlaces } from './places.ts';
import { printCsv, printGeojson, printJson } from './print.ts';
import { addRegionOptions, refuseRegionOptions, tellRegion } from './region.ts';
import { readWalks } from './walks.ts';

const FORMATS = ['json', 'geojson', 'csv', 'xlsx'];

const metres = (text: string, before: number[] = []): number[] => [
  ...before,
  ...text.split(',').map(each => parseNotNegative(each)),
];

/** The options with which files of children and of places are read; `site` has them too. */
export function addPlacedOptions(
  command: Command,
  formats: readonly string[] = ['json', 'geojson', 'csv'],
): Command {
  return command
    .option('--id <column>', 'column with the id of where children live', 'id')
    .option('--children <column>', 'column with the number of children', 'children')
    .option('--poverty <column>', 'column with how many of them are in poverty, by what the source counts')
    .option('--place-id <column>', 'column with the id of a place', 'id')
    .option('--functions <column>', 'column of the places with their functions, a comma between them')
    .option('--area <column>', 'column of the places with their surface in square metres')
    .option('--capacity <column>', 'column with the children there is room for (blank: not known)')
    .option('--staff <column>', 'column with their staff in full-time equivalents (blank: not known)')
    .option('--lon <column>', 'column with the longitude, in a table without geometry', 'lon')
    .option('--lat <column>', 'column with the latitude', 'lat')
    .option('--detour <factor>', 'how much longer a walk is than a straight line', parsePositive, DETOUR)
    .option('--network <file>', 'OpenStreetMap or edges to walk on (default: straight lines)')
    .option('--missing <value>', 'value that means "missing" (repeatable)', collect)
    .addOption(decimalOption())
    .option(
      '--crs <epsg>',
      'coordinate system of the files (default: what they declare, else a guess)',
      parseEpsg,
    )
    .addOption(new Option('--format <format>', 'how to print').choices(formats).default('json'));
}

const printers = { json: printJson, csv: printCsv, geojson: printGeojson };

export function accessCommand(): Command {
  return addRegionOptions(
    addPlacedOptions(
      new Command('access')
        .description('which children have a place within a walk, straight from files or of a region')
        .argument(
          '[demand]',
          'GeoJSON, shapefile, CSV or XLSX with where children live: points, or areas with polygons; without it, a region as it was imported',
        )
        .option('--places <file>', 'file with the places, beside one with where children live')
        .option('--function <id>', 'what a place must be for (default: that of the norm, else play)')
        .option('--min-area <m2>', 'the least surface of a place that counts', parseNotNegative)
        .option(
          '--within <metres>',
          `distances on foot, a comma between them (default: ${REACH_STEPS_M.join(', ')})`,
          metres,
        )
        .option(
          '--norm <ids>',
          `also the norms ${normPresets
            .filter(({ rule }) => rule.kind === 'reach')
            .map(({ id }) => id)
            .join(', ')}`,
          collectList,
        )
        .addOption(
          new Option(
            '--supply <kind>',
            'also what each child can reach of the room, staff or surface of places (two-step floating catchment); of a region that alone',
          ).choices(['capacity', 'staff', 'area']),
        )
        .addOption(
          new Option('--decay <kind>', 'how places count by distance in it')
            .choices(['even', 'gaussian'])
            .default('even'),
        )
        .option('--most-per-head <number>', 'the most supply a place can give one child', parsePositive)
        .option('--choosing', 'children divide over the places in reach (three-step floating catchment)'),
      FORMATS,
    ),
  )
    .option('--schools', 'of a region: the pupils to expect in each school, from the nearest homes')
    .option('--catchments <file>', 'with --schools: polygons whose pupils go to the school named in "school"')
    .option('--scenario <file>', 'with --schools: also after the edits of a .scenario.json file')
    .option('--variety', 'of a region: how many functions (those named, a comma between them) are near')
    .option('--families', 'of a region: births in deprived families within reach of a family centre')
    .option('--level <level>', 'of a region: the areas that are told (default: the finest)', parseLevel)
    .option('--ages <from-to>', 'of a region: ages such as 6-11, or all (default: those of the norm)')
    .option('--rows <what>', 'of a region, in a file: areas, or places, numbers or distances where told')
    .option('--out <file>', 'of a region: file to write (default: standard output)')
    .action(async (path: string | undefined, options: AccessOptions) => {
      if (path === undefined) return tellRegion(options);
      const { places: placesPath } = options;
      refuseRegionOptions(options);
      if (options.format === 'xlsx') throw noWorkbook();
      if (placesPath === undefined)
        throw new ProblemError(
          'bad-parameter',
          'A file of where children live needs one of places: give --places.',
          {},
        );
      const demand = await readDemand(path, options);
      const places = await readPlaces(placesPath, options, [options.function ?? 'play']);
      const measured = measureFile(demand, places, await readWalks(options), options);
      const print = printers[options.format];
      process.stdout.write(`${print(demand, places, measured)}\n`);
    });
}

const noWorkbook = (): ProblemError =>
  new ProblemError('bad-parameter', 'A workbook is written of a region; of files print csv or geojson.', {
    parameter: 'format',
  });
