import { Command, InvalidArgumentError } from 'commander';
import type { AreaLevel } from '../../core/areas/types.ts';
import { indicators } from '../../data/indicators.ts';
import type { TableMap } from '../../server/imports/types.ts';
import type { DecimalSign } from '../../server/readers/number.ts';
import { openFile } from '../../server/readers/registry.ts';
import {
  addSourceOptions,
  collect,
  decimalOption,
  parseLevel,
  parsePair,
  parseRegion,
  parseYear,
  readSource,
  type SourceOptions,
} from './options.ts';
import { importStep, type RegionOptions } from './session.ts';

type Options = SourceOptions &
  RegionOptions & {
    level: AreaLevel;
    id: string;
    year?: number;
    yearColumn?: string;
    map: TableMap[];
    category?: [string, string];
    missing?: string[];
    decimal?: DecimalSign;
    percent?: true;
    sumRepeats?: true;
    vintage?: number;
    sheet?: string;
  };

/** `indicator=column` or `indicator=column/denominator`. */
function parseMap(text: string, previous: TableMap[] = []): TableMap[] {
  const [indicator, columns] = parsePair(text, 'indicator=column or indicator=column/denominator');
  const stored = indicators.filter(entry => entry.derivedFrom === null).map(entry => entry.id);
  if (!stored.includes(indicator)) {
    throw new InvalidArgumentError(
      `"${indicator}" is no indicator that can be imported; known are ${stored.join(', ')}.`,
    );
  }
  const slash = columns.lastIndexOf('/');
  const map =
    slash < 0
      ? { indicator, column: columns }
      : { indicator, column: columns.slice(0, slash), denominatorColumn: columns.slice(slash + 1) };
  return [...previous, map];
}

export function tableCommand(): Command {
  return addSourceOptions(
    new Command('table')
      .description(
        'values by area code: CSV or other delimited text, XLSX, DBF or the properties of a GeoJSON',
      )
      .argument('<file>', 'file with one row an area')
      .requiredOption('--level <level>', 'level of the areas', parseLevel)
      .requiredOption('--id <column>', 'column with the code of the area')
      .option('--year <year>', 'year the values are about', parseYear)
      .option('--year-column <column>', 'column with the year, for a file of several years')
      .requiredOption('--map <indicator=column[/denominator]>', 'what a column holds (repeatable)', parseMap)
      .option('--category <name=column>', 'column with a category, such as age=LEEFTIJD', text =>
        parsePair(text, 'name=column'),
      )
      .option('--missing <value>', 'value that means "missing" (repeatable)', collect)
      .addOption(decimalOption())
      .option('--percent', 'published ratios are percentages')
      .option('--sum-repeats', 'sum rows with the same code instead of refusing them')
      .option(
        '--vintage <year>',
        'edition of the boundaries the codes belong to (default: the newest)',
        parseYear,
      )
      .option('--sheet <name>', 'sheet of a workbook (default: the first)')
      .option('--region <id>', 'study area it belongs to (default: own)', parseRegion),
  ).action(async (path: string, options: Options) => {
    if ((options.year === undefined) === (options.yearColumn === undefined)) {
      throw new InvalidArgumentError('give --year or --year-column, one of the two');
    }
    const file = await openFile(path, options.sheet === undefined ? {} : { sheet: options.sheet });
    await importStep(
      {
        kind: 'table',
        file,
        level: options.level,
        idColumn: options.id,
        maps: options.map,
        ...(options.year === undefined ? {} : { year: options.year }),
        ...(options.yearColumn === undefined ? {} : { yearColumn: options.yearColumn }),
        ...(options.vintage === undefined ? {} : { vintage: options.vintage }),
        ...(options.category === undefined
          ? {}
          : { category: { name: options.category[0], column: options.category[1] } }),
        ...(options.missing === undefined ? {} : { missing: options.missing }),
        ...(options.decimal === undefined ? {} : { decimal: options.decimal }),
        ...(options.percent ? { percent: true } : {}),
        ...(options.sumRepeats ? { repeats: 'sum' as const } : {}),
        source: await readSource(path, file, options),
      },
      `${options.map.map(map => map.indicator).join(', ')} per ${options.level} from ${file.name}`,
      options,
    );
  });
}
