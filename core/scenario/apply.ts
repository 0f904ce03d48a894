import type { Edit } from './edit.ts';
import { effectOf } from './effect.ts';

/** The counts a scenario starts from, one cell an area: social dwellings and all dwellings (NaN = missing). */
export type BaselineCounts = {
  codes: readonly string[];
  group: Float64Array;
  total: Float64Array;
};

export type AppliedEdits = {
  /** New columns; the baseline is left as it was. */
  group: Float64Array;
  total: Float64Array;
  /** Codes that edits name and the baseline lacks, each once, in the order met. */
  unknownAreas: string[];
  /** Codes of areas from which edits take more than there is: their counts stop at what there is. */
  overdrawnAreas: string[];
};

/** Applies edits to one baseline; made once and used for every change of the scenario. */
export type EditApplier = (edits: readonly Edit[]) => AppliedEdits;

/**
 * The edits are summed on their own, as whole numbers, before they are added to the baseline, so that their order
 * makes no difference to the last bit.
 */
export function editApplier({ codes, group, total }: BaselineCounts): EditApplier {
  const positions = new Map(codes.map((code, position) => [code, position]));
  // Lists of areas are immutable values: while one slider moves, the areas of all edits are found once.
  const located = new WeakMap<readonly string[], Located>();
  const locate = (areas: readonly string[]): Located => {
    const known = located.get(areas);
    if (known) return known;
    const found = locateAreas(areas, positions);
    located.set(areas, found);
    return found;
  };
  return edits => {
    const newGroup = new Float64Array(codes.length);
    const newTotal = new Float64Array(codes.length);
    const unknown = new Set<string>();
    for (const edit of edits) {
      if (!edit.enabled) continue;
      const { areas, social, total } = effectOf(edit);
      const { at, missing } = locate(areas);
      for (let k = 0; k < at.length; k++) {
        if (at[k]! < 0) continue;
        newGroup[at[k]!]! += social[k]!;
        newTotal[at[k]!]! += total[k]!;
      }
      for (const code of missing) unknown.add(code);
    }
    const overdrawnAreas: string[] = [];
    for (let i = 0; i < codes.length; i++) {
      const social = group[i]! + newGroup[i]!;
      const all = total[i]! + newTotal[i]!;
      // What was published with more social dwellings than dwellings is no overdraft of the edits.
      const most = group[i]! > total[i]! && newTotal[i]! >= newGroup[i]! ? Number.POSITIVE_INFINITY : all;
      newTotal[i] = all < 0 ? 0 : all;
      newGroup[i] = social < 0 ? 0 : social > most ? newTotal[i]! : social;
      if (all < 0 || social < 0 || social > most) overdrawnAreas.push(codes[i]!);
    }
    return { group: newGroup, total: newTotal, unknownAreas: [...unknown], overdrawnAreas };
  };
}

/** Positions of areas in the columns, −1 for one that is not there. */
type Located = { at: Int32Array; missing: string[] };

function locateAreas(areas: readonly string[], positions: ReadonlyMap<string, number>): Located {
  const at = Int32Array.from(areas, code => positions.get(code) ?? -1);
  return { at, missing: areas.filter((_, k) => at[k]! < 0) };
}
