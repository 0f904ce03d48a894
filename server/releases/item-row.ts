import { type AreaLevel, isAreaLevel } from '../../core/areas/types.ts';
import { ProblemError } from '../../core/problem.ts';
import type { DatasetSource, ReleaseItem } from './types.ts';

/** A row of `dataset_versions` as the database gives it. */
export type ItemRow = {
  id: number;
  region: string;
  kind: string;
  item_key: string;
  level: string | null;
  vintage: number | null;
  parent_level: string | null;
  indicator: string | null;
  year: number | null;
  basis: string | null;
  row_count: number;
  hash: string;
  source: DatasetSource;
  created_at: Date;
};

/** The manifest's item of a row. @throws ProblemError `internal` when the row is not what the schema promises. */
export function itemOf(row: ItemRow): ReleaseItem {
  const base = {
    region: row.region,
    key: row.item_key,
    datasetVersion: row.id,
    hash: row.hash,
    rowCount: row.row_count,
    source: row.source,
    createdAt: row.created_at.toISOString(),
  };
  switch (row.kind) {
    case 'areas':
      return {
        ...base,
        kind: 'areas',
        level: levelOf(row, row.level),
        vintage: present(row, row.vintage),
        parentLevel: row.parent_level === null ? null : levelOf(row, row.parent_level),
      };
    case 'values': {
      const basis = row.basis === 'published_ratio' ? 'published_ratio' : 'counts';
      return {
        ...base,
        kind: 'values',
        indicator: present(row, row.indicator),
        level: levelOf(row, row.level),
        vintage: present(row, row.vintage),
        year: present(row, row.year),
        basis,
      };
    }
    case 'facilities':
    case 'corrections':
      return { ...base, kind: row.kind };
    case 'network':
    case 'homes':
    case 'sites':
      return { ...base, kind: row.kind };
  }
  throw damaged(row);
}

function levelOf(row: ItemRow, level: string | null): AreaLevel {
  if (level === null || !isAreaLevel(level)) throw damaged(row);
  return level;
}

function present<T>(row: ItemRow, value: T | null): T {
  if (value === null) throw damaged(row);
  return value;
}

function damaged(row: ItemRow): ProblemError {
  return new ProblemError('internal', `Dataset version ${row.id} (${row.kind} ${row.item_key}) is not whole`);
}
