import { Command, InvalidArgumentError, Option } from 'commander';
import { COUNTED_INSTEAD, type CountedInstead } from '../../core/areas/indicator.ts';
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
    births?: [number, number];
    denominator?: CountedInstead;
    vintage?: number;
    sheet?: string;
  };

/** `-2..0`: the label 2023 then stands for the births of 2021, 2022 and 2023. */
function parseBirths(text: string): [number, number] {
  const [, first, last] = /^(-?\d)\.\.(-?\d)$/.exec(text) ?? [];
  const span: [number, number] = [Number(first), Number(last)];
  if (span[0] <= span[1]) return span;
  throw new InvalidArgumentError(`"${text}" should read first..last, such as -2..0 or -3..-1.`);
}

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
      .option(
        '--births <first..last>',
        'birth years of an index of births, counted from its year: -2..0 or -3..-1',
        parseBirths,
      )
      .addOption(
        new Option(
          '--denominator <what>',
          'what the denominators count, where not what the indicator says',
        ).choices(COUNTED_INSTEAD),
      )
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
        ...(options.births === undefined ? {} : { births: options.births }),
        ...(options.denominator === undefined ? {} : { denominator: options.denominator }),
        ...(options.sumRepeats ? { repeats: 'sum' as const } : {}),
        source: await readSource(path, file, options),
      },
      `${options.map.map(map => map.indicator).join(', ')} per ${options.level} from ${file.name}`,
      options,
    );
  });
}
