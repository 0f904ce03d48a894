import { readFileSync, writeFileSync } from 'node:fs';
import { methodologyMarkdown } from '../core/concentration/methodology.ts';

const FILE = new URL('../docs/methodology.md', import.meta.url);
const BEGIN = '<!-- indices: written by scripts/methodology.ts -->';
const END = '<!-- /indices -->';

/** The methodology with its section on indices written anew from the registry. */
export function withIndexSection(page: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`docs/methodology.md lacks "${BEGIN}" … "${END}".`);
  return `${before}${BEGIN}\n\n${methodologyMarkdown()}\n\n${END}${after}`;
}

if (import.meta.main) writeFileSync(FILE, withIndexSection(readFileSync(FILE, 'utf8')));
