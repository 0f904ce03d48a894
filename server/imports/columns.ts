import { ProblemError } from '../../core/problem.ts';
import { column } from '../readers/columns.ts';
import type { FileRecord, OpenedFile } from '../readers/types.ts';

/** Reads columns by the names a person gave. */
export type ColumnReader = {
  /** Null where the record has no such value. */
  read(record: FileRecord, wanted: string): unknown;
  /** Throws `bad-input`, with the columns there are, for a column that no record had. */
  requireFound(): void;
};

/**
 * Finds every column once and then reads it by the file's own name. A GeoJSON feature may leave out a property that
 * others have, so there a column is missing only when no feature has it; in a table the first row tells.
 */
export function createColumnReader({
  name: fileName,
  format,
}: Pick<OpenedFile, 'name' | 'format'>): ColumnReader {
  const names = new Map<string, string>();
  const missing = new Map<string, ProblemError>();
  const mayBeSparse = format === 'geojson';
  const find = (fields: readonly string[], wanted: string): string | null => {
    try {
      const name = column(fields, wanted, fileName);
      missing.delete(wanted);
      names.set(wanted, name);
      return name;
    } catch (error) {
      if (!mayBeSparse || !(error instanceof ProblemError)) throw error;
      if (!missing.has(wanted)) missing.set(wanted, error);
      return null;
    }
  };
  return {
    read({ properties }, wanted) {
      const name = names.get(wanted) ?? find(Object.keys(properties), wanted);
      return name === null ? null : (properties[name] ?? null);
    },
    requireFound() {
      for (const error of missing.values()) throw error;
    },
  };
}
