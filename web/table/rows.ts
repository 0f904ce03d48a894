import { VALUE_STATUS } from '../../core/areas/types.ts';
import type { AreaColumns, Values } from '../data/columns.ts';

export type Column = 'name' | 'parent' | 'value' | 'numerator' | 'denominator' | 'after' | 'difference';
export type Sort = { column: Column; down: boolean };

export type TableInput = {
  areas: AreaColumns;
  values: Values | undefined;
  inside: Uint8Array;
  parentName: (index: number) => string;
  /** Columns of a scenario, one cell an area; NaN outside its scope. */
  after: Float64Array | null;
  difference: Float64Array | null;
};

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Area indices in scope whose name or code holds the text; accents and capitals do not matter. */
export function filterRows(
  { areas, inside }: TableInput,
  text: string,
  only: ReadonlySet<string> | null,
): number[] {
  const wanted = fold(text.trim());
  const found: number[] = [];
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] !== 1) continue;
    const code = areas.codes[i] ?? '';
    if (only !== null && !only.has(code)) continue;
    if (wanted === '' || fold(areas.names[i] ?? '').includes(wanted) || fold(code).startsWith(wanted))
      found.push(i);
  }
  return found;
}

function numbersOf(input: TableInput, column: Column): Float64Array | null {
  switch (column) {
    case 'value':
    case 'numerator':
    case 'denominator':
      return input.values?.[column] ?? null;
    case 'after':
    case 'difference':
      return input[column];
    default:
      return null;
  }
}

/** Sorts area indices; areas without a number come last whichever way the sort goes. */
export function sortRows(rows: readonly number[], input: TableInput, { column, down }: Sort): number[] {
  const turn = down ? -1 : 1;
  if (column === 'name' || column === 'parent') {
    const text = (i: number) => (column === 'name' ? (input.areas.names[i] ?? '') : input.parentName(i));
    const texts = new Map(rows.map(i => [i, text(i)]));
    const compare = new Intl.Collator('nl', { numeric: true }).compare;
    return [...rows].sort((a, b) => turn * compare(texts.get(a) ?? '', texts.get(b) ?? '') || a - b);
  }
  const numbers = numbersOf(input, column);
  if (numbers === null) return [...rows];
  const hidden = (i: number) => (input.values?.status[i] ?? VALUE_STATUS.ok) !== VALUE_STATUS.ok;
  const at = (i: number) => (hidden(i) ? Number.NaN : (numbers[i] ?? Number.NaN));
  return [...rows].sort((a, b) => {
    const x = at(a);
    const y = at(b);
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return turn * (x - y) || a - b;
  });
}
