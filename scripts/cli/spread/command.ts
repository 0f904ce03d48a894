import { Command, InvalidArgumentError, Option } from 'commander';
import { ProblemError } from '../../../core/problem.ts';
import { indexAim, meanAim } from '../../../core/spreading/aims.ts';
import type { BedroomMix } from '../../../core/spreading/bedrooms.ts';
import { frontierOf } from '../../../core/spreading/frontier.ts';
import { DEFAULT_OBJECTIVE, objectiveIds } from '../../../core/spreading/objectives.ts';
import { type PlanSpace, planBy, WAYS } from '../../../core/spreading/plan-by.ts';
import { isSmoothed, smoothedIds } from '../../../core/spreading/smoothed-dissimilarity.ts';
import type { Spread, SpreadProblem } from '../../../core/spreading/types.ts';
import { openFile } from '../../../server/readers/registry.ts';
import type { OpenedFile } from '../../../server/readers/types.ts';
import { collect, collectList, decimalOption, parseEpsg, parseNotNegative, parseWhole } from '../options.ts';
import type { SpreadOptions } from './asked.ts';
import { readCouplings, withCouplings } from './couplings.ts';
import { printCsv, printExisting, printFrontier, printGeojson, printJson } from './print.ts';
import { leaveLimit, readProblem } from './read.ts';
import { findCoupled, provePoints } from './solver.ts';

export function spreadCommand(): Command {
  return withCouplings(new Command('spread'))
    .description(
      'where new social dwellings go so that an index falls most, with proof, straight from a file',
    )
    .argument('<file>', 'GeoJSON, shapefile, CSV or XLSX with one record an area')
    .requiredOption('--id <column>', 'column with the code of the area')
    .requiredOption('--social <column>', 'column with the number of social dwellings')
    .requiredOption('--total <column>', 'column with the number of all dwellings, social ones included')
    .requiredOption(
      '--dwellings <number>',
      'new social dwellings to place; they count in both columns',
      parseWhole,
    )
    .option(
      '--dwellings-most <number>',
      'upper end of a range that begins with --dwellings: the best number in it is placed',
      parseWhole,
    )
    .addOption(
      new Option(
        '--way <way>',
        'build new dwellings; or with at most --dwellings: convert existing ones to social use, or move social ones between areas',
      )
        .choices([...WAYS])
        .default('build'),
    )
    .option(
      '--objective <id>',
      `what is made small: ${objectiveIds.join(', ')} (any atkinson_b); a weighted sum such as 0.7*hutchens+0.3*isolation; or two in order, dissimilarity,isolation, where the first may give some percent: dissimilarity~2%,isolation; with polygons also ${smoothedIds.join(', ')}`,
      DEFAULT_OBJECTIVE,
    )
    .option(
      '--capacity <column>',
      'column with the most new dwellings an area has room for (blank: no limit)',
    )
    .option('--per-area <number>', 'the most new dwellings in any area', parseWhole)
    .option('--min-project <number>', 'an area gets none, or at least so many', parseWhole)
    .option(
      '--max-share <share>',
      'share of social dwellings that no area may pass by building',
      parseNotNegative,
    )
    .option(
      '--quota <file>',
      'table with the columns quota, min, max; and area, a row each, unless --part-of says what areas are part of',
    )
    .option(
      '--part-of <column>',
      'column with what the area is part of, such as its municipality, for --quota',
    )
    .option(
      '--bedrooms <parts>',
      'parts of the new dwellings by number of bedrooms, such as 1:0.4,3:0.2 (studio, 1, 2, 3, 4, 5+); the rest has no size yet (JSON)',
      parseBedrooms,
    )
    .option('--locked <codes>', 'comma list of areas that get none', collectList)
    .option(
      '--frontier <column>',
      'instead of one plan: plans between the objective and the mean of this column over the new dwellings (JSON)',
    )
    .option('--points <number>', 'the most plans of a frontier', parseWhole, 25)
    .option('--exact', 'every plan of the frontier proven by the solver, within --seconds together')
    .option(
      '--prices <number>',
      'what the index would be lower by with so many dwellings more allowed by each constraint, and what plain plans give (JSON)',
      parseWhole,
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
    .addOption(
      new Option('--format <format>', 'how to print').choices(['json', 'geojson', 'csv']).default('json'),
    )
    .action(async (path: string, options: SpreadOptions) => {
      refuseMixed(options);
      const file = await openFile(path, options.sheet === undefined ? {} : { sheet: options.sheet });
      const { problem: asked, figure, space } = await readProblem(file, options);
      const coupled = await readCouplings(file, asked, options);
      if (coupled !== null) {
        const found = await findCoupled(coupled, options);
        await print(file, coupled, found, options, space);
        return;
      }
      if (options.frontier !== undefined && figure !== null) {
        const aims = [indexAim(asked, options.objective), meanAim(asked, options.frontier, figure)] as const;
        const found = frontierOf(asked, ...aims, options.points);
        const weighed = { objective: options.objective, against: options.frontier, figure };
        const plans = options.exact
          ? { ...found, points: await provePoints(asked, weighed, found.points, options.seconds) }
          : found;
        process.stdout.write(`${printFrontier(asked, [aims[0].id, aims[1].id], plans)}\n`);
        return;
      }
      const { objective, way, dwellingsMost: most = null } = options;
      const { problem, plan } = planBy(asked, { objective, way, most, leave: leaveLimit(asked) }, space);
      if (way !== 'build') {
        process.stdout.write(`${printExisting(problem, plan, way)}\n`);
        return;
      }
      await print(file, problem, plan, options, space);
    });
}

function parseBedrooms(text: string): BedroomMix {
  const mix: BedroomMix = {};
  for (const one of text.split(',')) {
    const [, size, part] = /^\s*(studio|[1-4]|5\+)\s*:\s*(0?\.\d+|[01])\s*$/.exec(one) ?? [];
    if (size === undefined || part === undefined)
      throw new InvalidArgumentError('give sizes and parts, such as 1:0.4,3:0.2.');
    mix[size as keyof BedroomMix] = Number(part);
  }
  return mix;
}

async function print(
  file: OpenedFile,
  problem: SpreadProblem,
  plan: Spread,
  { format, prices, crs, bedrooms }: SpreadOptions,
  space: PlanSpace,
): Promise<void> {
  if (format === 'csv') process.stdout.write(`${printCsv(problem, plan)}\n`);
  else if (format === 'json') process.stdout.write(`${printJson(problem, plan, prices, space, bedrooms)}\n`);
  else {
    // Turf takes a while to load, and only this format needs it.
    const { geometriesInDegrees } = await import('./geojson.ts');
    const geometries = await geometriesInDegrees(file, crs);
    process.stdout.write(`${printGeojson(problem, plan, geometries)}\n`);
  }
}

/** What says nothing together is refused rather than left out in silence. */
function refuseMixed({
  way,
  dwellingsMost,
  frontier,
  exact,
  format,
  prices,
  objective,
  bedrooms,
  familyShare,
}: SpreadOptions): void {
  const only = (option: string, what: string) =>
    new ProblemError('bad-parameter', `${option} goes with ${what}; leave one of them out.`);
  const building = '--way build';
  const asked = bedrooms !== undefined;
  if (asked && (way !== 'build' || frontier !== undefined))
    throw only('--bedrooms', 'one plan of new dwellings');
  if (asked && format !== 'json') throw only('--bedrooms', '--format json');
  if (asked && familyShare !== undefined) throw only('--bedrooms', 'no --family-share');
  if (exact && frontier === undefined) throw only('--exact', '--frontier');
  if (isSmoothed(objective) && prices !== undefined) throw only('--prices', 'an objective without polygons');
  if (way !== 'build' && dwellingsMost !== undefined) throw only('--dwellings-most', building);
  if (way !== 'build' && frontier !== undefined) throw only('--frontier', building);
  if (way !== 'build' && prices !== undefined) throw only('--prices', building);
  if (way !== 'build' && format !== 'json') throw only(`--format ${format}`, building);
  if (frontier !== undefined && dwellingsMost !== undefined)
    throw only('--frontier', 'one number of dwellings');
}
