import type { AreaLevel } from '../../core/areas/types.ts';
import { selectedCodes } from '../state/selection.ts';
import { setView, useView } from '../state/view.ts';

/** Chooses a region or lets it go; the one chosen last is the one whose details are shown. */
export function toggleRegion(level: AreaLevel, code: string): void {
  const { selection, pinned } = useView.getState();
  const codes = selectedCodes(selection, level);
  const had = codes.includes(code);
  const next = had ? codes.filter(one => one !== code) : [...codes, code];
  const last = next.at(-1);
  const letGo = had && pinned?.code === code;
  setView({
    selection: next.length === 0 ? null : { level, codes: next },
    pinned: had && !letGo ? pinned : last === undefined ? null : { level, code: had ? last : code },
  });
}

export function chooseRegions(level: AreaLevel, codes: readonly string[]): void {
  const first = codes[0];
  setView({
    selection: first === undefined ? null : { level, codes },
    pinned: first === undefined ? null : { level, code: first },
  });
}

/** Compares regions of another level: what was chosen among the old ones is let go. */
export const chooseOf = (of: AreaLevel) => setView({ of, selection: null, pinned: null });
