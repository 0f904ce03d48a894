import type { CompareColumn } from '../state/view.ts';

/** Columns of the table, in order; the spread ratio only where a rule for the city part is set. */
export function comparedColumns(withSpread: boolean): CompareColumn[] {
  const columns: CompareColumn[] = ['name', 'value', 'expected', 'corrected'];
  if (withSpread) columns.push('spread');
  return [...columns, 'zones', 'dwellings', 'social', 'poverty', 'rate'];
}
