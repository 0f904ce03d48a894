import type { AreaLevel } from '../../core/areas/types.ts';
import { setView, useView, type View } from './view.ts';

const none: readonly string[] = [];

/** The selected codes at a level; a selection of another level does not count and is kept for when it returns. */
export function selectedCodes(selection: View['selection'], level: AreaLevel): readonly string[] {
  return selection?.level === level ? selection.codes : none;
}

export function select(level: AreaLevel, codes: readonly string[]): void {
  setView({ selection: codes.length === 0 ? null : { level, codes } });
}

/** Adds codes to the selection without doubling any. */
export function addToSelection(level: AreaLevel, codes: readonly string[]): void {
  select(level, [...new Set([...selectedCodes(useView.getState().selection, level), ...codes])]);
}

/** Adds an area or takes it out; answers whether it is selected now. */
export function toggleSelected(level: AreaLevel, code: string): boolean {
  const codes = selectedCodes(useView.getState().selection, level);
  const had = codes.includes(code);
  select(level, had ? codes.filter(one => one !== code) : [...codes, code]);
  return !had;
}
