import { Command, Option } from 'commander';
import { ALL_INDICES, type Concentration, concentration } from '../../core/concentration/evaluate.ts';
import { indexById } from '../../core/concentration/registry.ts';
import { readCounts } from '../../server/readers/counts.ts';
import { openFile } from '../../server/readers/registry.ts';
import { collectList } from './options.ts';

type Options = {
  id: string;
  social: string;
  total: string;
  indices?: string[];
  clamp?: true;
  sheet?: string;
  format: 'json' | 'csv' | 'table';
};

export function concentrationCommand(): Command {
  return new Command('concentration')
    .description('indices of concentration straight from a file, without a database')
    .argument('<file>', 'GeoJSON, shapefile, CSV or XLSX with one record an area')
    .requiredOption('--id <column>', 'column with the code of the area')
    .requiredOption('--social <column>', 'column with the number of social dwellings')
    .requiredOption('--total <column>', 'column with the number of all dwellings, social ones included')
    .option('--indices <ids>', `comma list of indices (default: all): ${ALL_INDICES.join(', ')}`, collectList)
    .option('--clamp', 'lower social dwellings above the total to the total, instead of refusing')
    .option('--sheet <name>', 'sheet of a workbook (default: the first)')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['json', 'csv', 'table']).default('table'),
    )
    .action(async (path: string, options: Options) => {
      const file = await openFile(path, options.sheet === undefined ? {} : { sheet: options.sheet });
      const counts = await readCounts(file, options);
      const result = concentration(counts, options.indices ?? ALL_INDICES, { clamp: options.clamp ?? false });
      process.stdout.write(`${print[options.format](result)}\n`);
    });
}

const print: Record<Options['format'], (result: Concentration) => string> = {
  json: ({ clamped, indices, ...counted }) =>
    JSON.stringify({ ...counted, ...(clamped.length > 0 ? { clamped } : {}), indices }, null, 2),
  csv: ({ zones, dropped, social, total, indices }) =>
    [
      'index,value,undefined_reason,zones,dropped,social,total',
      ...Object.entries(indices).map(([id, outcome]) =>
        [
          id,
          'value' in outcome ? outcome.value : '',
          'value' in outcome ? '' : `"${outcome.reason.replaceAll('"', '""')}"`,
          zones,
          dropped,
          social,
          total,
        ].join(','),
      ),
    ].join('\n'),
  table: ({ zones, dropped, clamped, social, total, indices }) => {
    const ids = Object.keys(indices);
    const width = Math.max(...ids.map(id => id.length));
    return [
      `${zones} zones (${dropped} without dwellings left out), ${social} social dwellings of ${total}`,
      ...(clamped.length > 0 ? [`lowered to the total: ${clamped.join(', ')}`] : []),
      '',
      ...ids.map(id => {
        const outcome = indices[id]!;
        return 'value' in outcome
          ? `${id.padEnd(width)}  ${outcome.value.toFixed(6).padStart(9)}  ${indexById(id).reading(outcome.value).en}`
          : `${id.padEnd(width)}  ${'–'.padStart(9)}  ${outcome.reason}`;
      }),
    ].join('\n');
  },
};
