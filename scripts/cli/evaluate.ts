import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { panelFigures } from '../../core/scenario/figures.ts';
import { parseScenario } from '../../core/scenario/parse.ts';
import { evaluateDocument } from '../../server/releases/scenario-evaluation.ts';
import { collectList } from './options.ts';
import { withDatabase } from './session.ts';

/**
 * Reads a scenario file.
 * @throws ProblemError `bad-input` naming the file and what is wrong with it.
 */
export async function readScenarioFile(path: string): Promise<ScenarioDocument> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ProblemError('bad-input', `${path} cannot be read: ${error.code ?? error.message}`);
  });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new ProblemError('bad-input', `${path} is no JSON: ${(error as Error).message}`);
  }
  return parseScenario(parsed);
}

export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('what a scenario file does to concentration: the same numbers as in the browser')
    .argument('<file>', 'a .scenario.json file')
    .option('--indices <ids>', 'comma list of indices (default: those of the panel)', collectList)
    .option('--clamp', 'lower social dwellings above the total to the total, instead of refusing')
    .action(async (path: string, options: { indices?: string[]; clamp?: true }) => {
      const document = await readScenarioFile(path);
      await withDatabase(async database => {
        const { release, evaluation } = await evaluateDocument(database, document, options);
        // Before and after of every area is what `export scenario` is for.
        const { areas: _, ...figures } = evaluation;
        const answer = { release: release.hash, ...figures, figures: panelFigures(evaluation) };
        process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
      });
    });
}
