import { column } from '../readers/columns.ts';
import type { FileRecord } from '../readers/types.ts';

/** Reads a column by the name a person gave; null where the record has no such value. */
export type ColumnReader = (record: FileRecord, wanted: string) => unknown;

/**
 * Finds every column once, in the first record, and then reads it by the file's own name.
 * Throws `bad-input` with the columns there are when one is not found.
 */
export function createColumnReader(fileName: string): ColumnReader {
  const names = new Map<string, string>();
  return ({ properties }, wanted) => {
    let name = names.get(wanted);
    if (name === undefined) {
      name = column(Object.keys(properties), wanted, fileName);
      names.set(wanted, name);
    }
    return properties[name] ?? null;
  };
}
