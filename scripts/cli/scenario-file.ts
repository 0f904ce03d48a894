import { readFile } from 'node:fs/promises';
import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { parseScenario } from '../../core/scenario/parse.ts';

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
