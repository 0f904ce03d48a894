import { Readable } from 'node:stream';
import { Command, InvalidArgumentError, Option } from 'commander';
import { chanceOfScenario } from '../../core/scenario/chance.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { panelFigures } from '../../core/scenario/figures.ts';
import type { ResultsCheck } from '../../core/scenario/results.ts';
import { inThisThread } from '../../server/computation/in-this-thread.ts';
import { checkedResults, evaluateDocument } from '../../server/releases/scenario-evaluation.ts';
import { EXPORT_FORMATS } from '../../server/writers/registry.ts';
import { exportDifference, exportFigures } from '../../server/writers/scenario-pair.ts';
import { collectList } from './options.ts';
import { readScenarioFile } from './scenario-file.ts';
import { withDatabase } from './session.ts';
import { writeExport, writeWhole } from './write.ts';

type EvaluateOptions = {
  indices?: string[];
  clamp?: true;
  chance?: true;
  format: string;
  out?: string;
  against?: string;
  geometry: boolean;
};

const FORMATS = ['json', ...EXPORT_FORMATS] as const;

/** What stands in the file beside what it comes to now, as lines a person reads. */
function resultLines({ equal, differences, unknown, ...check }: ResultsCheck): string[] {
  if (equal) return [`The results in the file (${check.computedAt}) are the same when computed again.`];
  const why = [
    ...(check.releaseChanged ? ['another release'] : []),
    ...(check.versionChanged ? [`version ${check.version} of Buurtbalans`] : []),
  ];
  const from = why.length === 0 ? 'changed outside Buurtbalans' : `computed on ${why.join(' and ')}`;
  return [
    `warning: the results in the file differ from what it comes to now (${from}):`,
    ...differences.map(
      ({ id, moment, inFile, now, by }) =>
        `  ${id} ${moment}: ${inFile} in the file, ${now} now (${by ?? '–'})`,
    ),
    ...unknown.map(id => `  ${id}: not computed here`),
  ];
}

async function printEvaluation(document: ScenarioDocument, options: EvaluateOptions): Promise<void> {
  await withDatabase(async database => {
    const desk = { database, computation: inThisThread };
    const evaluated = await evaluateDocument(desk, document, options);
    const results = await checkedResults(desk, document, evaluated, options);
    const { release, evaluation, contiguity } = evaluated;
    // Before and after of every area is what the other formats are for.
    const { areas, ...figures } = evaluation;
    const answer = {
      release: release.hash,
      ...figures,
      figures: panelFigures(evaluation),
      ...(options.chance
        ? { chance: chanceOfScenario(areas, Object.keys(evaluation.after.indices), contiguity) }
        : {}),
      ...(results === null ? {} : { results }),
    };
    const text = `${JSON.stringify(answer, null, 2)}\n`;
    if (results !== null) for (const line of resultLines(results)) process.stderr.write(`${line}\n`);
    if (options.out === undefined) process.stdout.write(text);
    else await writeWhole(Readable.from([text]), options.out);
  });
}

export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('what a scenario file does to concentration: the same numbers as in the browser')
    .argument('<file>', 'a .scenario.json file')
    .option('--indices <ids>', 'comma list of indices (default: those of the panel)', collectList)
    .option('--clamp', 'lower social dwellings above the total to the total, instead of refusing')
    .option('--chance', 'also the value of each index that chance alone would give')
    .addOption(
      new Option(
        '--format <format>',
        'json: everything but the areas; csv, xlsx: the figures as a table; geojson: the areas with the difference',
      )
        .choices(FORMATS)
        .default('json'),
    )
    .option('--against <file>', 'another .scenario.json, to compare this one with in place of what is now')
    .option('--no-geometry', 'leave the polygons out of GeoJSON')
    .option('--out <file>', 'file to write (default: standard output)')
    .action(async (path: string, options: EvaluateOptions) => {
      const second = await readScenarioFile(path);
      const { format, against } = options;
      if (format === 'json') {
        if (against !== undefined)
          throw new InvalidArgumentError('--against needs --format csv, xlsx or geojson.');
        return printEvaluation(second, options);
      }
      if (options.indices !== undefined || options.chance !== undefined)
        throw new InvalidArgumentError('--indices and --chance go with --format json.');
      const first = against === undefined ? undefined : await readScenarioFile(against);
      const write = format === 'geojson' ? exportDifference : exportFigures;
      return writeExport(options, database =>
        write({ database, computation: inThisThread }, { first, second }, options),
      );
    });
}
