import type { CountsInput } from '../../core/concentration/counts.ts';
import { ProblemError } from '../../core/problem.ts';
import { column } from './columns.ts';
import { numberProblem, parseNumber } from './number.ts';
import type { OpenedFile } from './types.ts';

export type CountColumns = { id: string; social: string; total: string };

/**
 * Social dwellings and all dwellings per area, straight from a file; a blank cell is a missing count (NaN).
 * @throws ProblemError `bad-input` naming the row or feature and the value: no such column, an empty code, a text
 *   where a number belongs; or when the file has no rows.
 */
export async function readCounts(file: OpenedFile, wanted: CountColumns): Promise<CountsInput> {
  const codes: string[] = [];
  const group: number[] = [];
  const total: number[] = [];
  const place = file.spatial ? 'feature' : 'row';
  let names: CountColumns | null = null;
  for await (const { number, properties } of file.records()) {
    if (names === null) {
      const fields = Object.keys(properties);
      names = {
        id: column(fields, wanted.id, file.name),
        social: column(fields, wanted.social, file.name),
        total: column(fields, wanted.total, file.name),
      };
    }
    const code = String(properties[names.id] ?? '').trim();
    if (code === '') {
      throw new ProblemError(
        'bad-input',
        `${file.name}: ${place} ${number} has no ${wanted.id}; give every area a code`,
      );
    }
    codes.push(code);
    group.push(
      countOf(properties[names.social], `${file.name}: ${place} ${number} (${code}), ${names.social}`),
    );
    total.push(
      countOf(properties[names.total], `${file.name}: ${place} ${number} (${code}), ${names.total}`),
    );
  }
  if (codes.length === 0)
    throw new ProblemError('bad-input', `${file.name} holds no ${place}s; is it the right file?`);
  return { codes, group, total };
}

function countOf(value: unknown, where: string): number {
  const count = parseNumber(value);
  if (count === null) return Number.NaN;
  if (Number.isNaN(count)) throw new ProblemError('bad-input', `${where}: ${numberProblem(value)}`);
  return count;
}
