import { ProblemError } from '../../../core/problem.ts';
import { createCellReader, inferDecimal } from '../../../server/imports/cells.ts';
import { column } from '../../../server/readers/columns.ts';
import type { DecimalSign } from '../../../server/readers/number.ts';
import type { OpenedFile } from '../../../server/readers/types.ts';

export type ReadAs = { missing?: readonly string[] | undefined; decimal?: DecimalSign | undefined };

/**
 * Columns of numbers by name, and one of texts, in the order of the records; NaN where a cell is blank.
 * @throws ProblemError `bad-input` naming the row and the value.
 */
export async function columnsOf(
  file: OpenedFile,
  id: string,
  names: readonly string[],
  { missing = [], decimal }: ReadAs,
): Promise<{ codes: string[]; numbers: Map<string, Float64Array> }> {
  const codes: string[] = [];
  const cells = new Map(names.map(name => [name, [] as unknown[]]));
  for await (const { properties } of file.records()) {
    const fields = Object.keys(properties);
    codes.push(String(properties[column(fields, id, file.name)] ?? '').trim());
    for (const name of names) cells.get(name)!.push(properties[column(fields, name, file.name)]);
  }
  const numbers = new Map<string, Float64Array>();
  for (const [name, values] of cells) {
    const read = createCellReader(missing, decimal ?? inferDecimal(values));
    numbers.set(
      name,
      Float64Array.from(values, (value, row) => {
        const cell = read(value);
        if (cell.status !== 'problem') return cell.value ?? Number.NaN;
        throw new ProblemError(
          'bad-input',
          `${file.name}: row ${row + 1} (${codes[row]}), ${name}: ${cell.message}`,
        );
      }),
    );
  }
  return { codes, numbers };
}
