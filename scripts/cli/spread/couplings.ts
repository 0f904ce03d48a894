import { type Command, InvalidArgumentError } from 'commander';
import { ProblemError } from '../../../core/problem.ts';
import {
  type CouplingsAsk,
  coupledBy,
  NO_COUPLINGS,
  needsSolver,
  type SiteAsk,
} from '../../../core/spreading/coupled/ask.ts';
import { LINEAR_OBJECTIVES } from '../../../core/spreading/coupled/objective.ts';
import { SITE_COLUMNS, sitesFromRows } from '../../../core/spreading/coupled/site-list.ts';
import type { CoupledProblem, Figures } from '../../../core/spreading/coupled/types.ts';
import type { SpreadProblem } from '../../../core/spreading/types.ts';
import { openFile } from '../../../server/readers/registry.ts';
import type { OpenedFile } from '../../../server/readers/types.ts';
import { parseNotNegative, parsePositive, parseWhole } from '../options.ts';
import type { CouplingOptions, SpreadOptions } from './asked.ts';
import { columnsOf } from './columns.ts';

/** Options that need the solver. */
export function withCouplings(command: Command): Command {
  return command
    .option('--budget <euros>', 'what all new dwellings may cost together', parseNotNegative)
    .option('--cost <column>', 'column with the euros for a dwelling in each area')
    .option('--cost-per-dwelling <euros>', 'euros for a dwelling where --cost is blank', parseNotNegative)
    .option(
      '--cost-per-project <euros>',
      'euros once for every area or site that is built in',
      parseNotNegative,
    )
    .option('--max-projects <number>', 'the most areas or sites that are built in', parseWhole)
    .option('--family-share <share>', 'least share of the new dwellings for families, 0–1', parseNotNegative)
    .option('--family-per-area <number>', 'the most family dwellings in any area', parseWhole)
    .option('--family-cost <euros>', 'euros a family dwelling costs more', parseNotNegative)
    .option('--per-year <numbers>', 'comma list: the most dwellings completed in each year', parseWholes)
    .option(
      '--available-from <column>',
      'column with the year from which an area can be built in (1 or blank: the first)',
    )
    .option('--play-metres <column>', 'column with the metres on foot to a place to play')
    .option('--play-norm <metres>', 'areas farther from play than this take none', parseNotNegative)
    .option('--play-cost <euros>', '… or get a place to play for so much of the budget', parseNotNegative)
    .option('--meeting-metres <column>', 'column with the metres on foot to a place to meet')
    .option('--child-poverty <column>', 'column with the child-poverty index')
    .option(
      '--sites <file>',
      'table of building sites with the columns site, area, and any of most, least, cost, project_cost, from',
    )
    .option('--seconds <number>', 'the search ends with the best plan so far', parsePositive, 60)
    .option('--gap <part>', 'a gap that is small enough', parseNotNegative, 1e-4)
    .addHelpText(
      'after',
      `\nA budget, a number of projects, family dwellings, years, play and sites are answered by a solver (HiGHS), whose bound and gap are printed. With it the objective may also be ${LINEAR_OBJECTIVES.join(', ')}.`,
    );
}

function parseWholes(text: string): number[] {
  const numbers = text.split(',').map(parseWhole);
  if (numbers.length > 100) throw new InvalidArgumentError('give at most 100 years.');
  return numbers;
}

/** The problem with what ties its areas together; null where nothing needs the solver. Errors as `coupledBy` and `columnsOf`. */
export async function readCouplings(
  file: OpenedFile,
  problem: SpreadProblem,
  options: SpreadOptions,
): Promise<CoupledProblem | null> {
  const { cost, availableFrom, playMetres, meetingMetres, childPoverty } = options;
  const asked: CouplingsAsk = {
    ...NO_COUPLINGS,
    budgetEuros: options.budget ?? null,
    eurosPerDwelling: options.costPerDwelling ?? 0,
    eurosPerProject: options.costPerProject ?? 0,
    maxProjects: options.maxProjects ?? null,
    familyShare: options.familyShare ?? null,
    familyPerArea: options.familyPerArea ?? null,
    eurosMorePerFamily: options.familyCost ?? 0,
    perYear: options.perYear ?? null,
    playNormMetres: options.playNorm ?? null,
    eurosPerPlayPlace: options.playCost ?? null,
    sites: options.sites === undefined ? null : await readSites(await openFile(options.sites), options),
  };
  refuseIdle(options);
  if (!needsSolver({ objective: options.objective, couplings: asked })) return null;
  const names = [cost, availableFrom, playMetres, meetingMetres, childPoverty].filter(
    name => name !== undefined,
  );
  const { codes, numbers } = await columnsOf(file, options.id, names, options);
  const byArea = (name: string | undefined): Record<string, number> =>
    Object.fromEntries(
      codes.flatMap((code, row) => {
        const value = name === undefined ? Number.NaN : numbers.get(name)![row]!;
        return Number.isNaN(value) ? [] : [[code, value]];
      }),
    );
  const figures: Figures = {
    ...(playMetres === undefined ? {} : { playMetres: numbers.get(playMetres)! }),
    ...(meetingMetres === undefined ? {} : { meetingMetres: numbers.get(meetingMetres)! }),
    ...(childPoverty === undefined ? {} : { childPoverty: numbers.get(childPoverty)! }),
  };
  const couplings = { ...asked, eurosByArea: byArea(cost), availableFrom: byArea(availableFrom) };
  return coupledBy(problem, couplings, figures);
}

/** An option that another one gives its sense is refused without it, rather than left out in silence. */
function refuseIdle(options: SpreadOptions): void {
  const { objective } = options;
  const costs = options.budget !== undefined || objective === 'cost_per_dwelling';
  const needs: [keyof CouplingOptions, boolean, string][] = [
    ['cost', costs, '--budget or --objective cost_per_dwelling'],
    ['costPerDwelling', costs, '--budget or --objective cost_per_dwelling'],
    ['costPerProject', costs, '--budget or --objective cost_per_dwelling'],
    ['familyCost', options.familyShare !== undefined && costs, '--family-share and --budget'],
    ['familyPerArea', options.familyShare !== undefined, '--family-share'],
    ['availableFrom', options.perYear !== undefined, '--per-year'],
    ['playNorm', options.playMetres !== undefined, '--play-metres'],
    ['playCost', options.playNorm !== undefined && options.budget !== undefined, '--play-norm and --budget'],
  ];
  for (const [option, has, other] of needs) {
    if (options[option] === undefined || has) continue;
    const name = option.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
    throw new ProblemError(
      'bad-parameter',
      `--${name} says nothing without ${other}; give both, or leave it out.`,
    );
  }
}

/** Sites of a table; its numbers are read as those of every other table. Errors as `sitesFromRows` and `columnsOf`. */
async function readSites(file: OpenedFile, options: SpreadOptions): Promise<SiteAsk[]> {
  const areas: string[] = [];
  let fields: string[] = [];
  for await (const { properties } of file.records()) {
    fields = Object.keys(properties);
    areas.push(String(properties.area ?? '').trim());
  }
  const numbered = SITE_COLUMNS.slice(2).filter(name => fields.includes(name));
  const { codes, numbers } = await columnsOf(file, 'site', numbered, options);
  const rows = codes.map((site, row) => ({
    site,
    area: areas[row],
    ...Object.fromEntries(numbered.map(name => [name, numbers.get(name)![row]])),
  }));
  return sitesFromRows(rows).map(site => {
    if (site.area !== null) return { ...site, area: site.area };
    throw new ProblemError('bad-input', `${file.name}: site ${site.code} has no area; give one.`);
  });
}
