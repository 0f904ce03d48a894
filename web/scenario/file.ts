import { ProblemError } from '../../core/problem.ts';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { parseScenario } from '../../core/scenario/parse.ts';

/** A scenario file of this size holds far more than the most edits there may be. */
const maxFileBytes = 20_000_000;

/** Reads a scenario file. Throws ProblemError that says what is wrong with it; `faultOf` tells which kind that is. */
export function parseScenarioFile(text: string): ScenarioDocument {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (cause) {
    throw new ProblemError('bad-input', 'The file is no JSON.', { json: false }, cause);
  }
  return parseScenario(given);
}

export async function readScenarioFile(file: File): Promise<ScenarioDocument> {
  if (file.size > maxFileBytes) throw new ProblemError('too-large', `The file has ${file.size} bytes.`);
  return parseScenarioFile(await file.text());
}

/** A title as a part of a file's name that every system accepts. */
export function fileStem(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[^\w -]+/g, '')
    .trim()
    .replace(/\s+/g, '-')
    .toLowerCase();
  return plain === '' ? 'scenario' : plain.slice(0, 60);
}

export const fileNameOf = (title: string): string => `${fileStem(title)}.scenario.json`;

/** Hands a file to the person, as the browser does for downloads. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function downloadScenario(scenario: ScenarioDocument): void {
  const text = `${JSON.stringify(scenario, null, 2)}\n`;
  saveFile(fileNameOf(scenario.title), new Blob([text], { type: 'application/json' }));
}
