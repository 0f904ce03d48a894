import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { ProblemError } from '../../../core/problem.ts';
import { writeWhole } from '../write.ts';
import type { AccessOptions } from './asked.ts';

/**
 * Writes an answer about a region: whole as JSON, or its rows as CSV.
 * @throws ProblemError `bad-parameter` for a format that it has not
 */
export async function writeTold(
  { format, out }: Pick<AccessOptions, 'format' | 'out'>,
  answer: object,
  rows: () => object[],
): Promise<void> {
  if (format === 'geojson')
    throw new ProblemError('bad-parameter', 'This answer is written as json or csv, not as geojson.', {
      parameter: 'format',
    });
  const text = format === 'json' ? JSON.stringify(answer, null, 2) : Papa.unparse(rows(), { newline: '\n' });
  if (out === undefined) process.stdout.write(`${text}\n`);
  else await writeWhole(Readable.from([`${text}\n`]), out);
}
