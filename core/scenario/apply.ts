import type { Edit } from './document.ts';

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
};

/** Applies edits to one baseline; made once and used for every change of the scenario. */
export type EditApplier = (edits: readonly Edit[]) => AppliedEdits;

/**
 * New dwellings count in the social column and in the total. The edits are summed on their own, as whole
 * numbers, before they are added to the baseline, so that their order makes no difference to the last bit.
 */
export function editApplier({ codes, group, total }: BaselineCounts): EditApplier {
  const positions = new Map(codes.map((code, position) => [code, position]));
  // Edits are immutable values: while one slider moves, the areas of all others are found once.
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
      const { at, missing } = locate(edit.areas);
      const all = edit.socialPerArea + edit.otherPerArea;
      for (let k = 0; k < at.length; k++) {
        newGroup[at[k]!]! += edit.socialPerArea;
        newTotal[at[k]!]! += all;
      }
      for (const code of missing) unknown.add(code);
    }
    for (let i = 0; i < codes.length; i++) {
      newGroup[i]! += group[i]!;
      newTotal[i]! += total[i]!;
    }
    return { group: newGroup, total: newTotal, unknownAreas: [...unknown] };
  };
}

type Located = { at: Int32Array; missing: string[] };

function locateAreas(areas: readonly string[], positions: ReadonlyMap<string, number>): Located {
  const at: number[] = [];
  const missing: string[] = [];
  for (const code of areas) {
    const position = positions.get(code);
    if (position === undefined) missing.push(code);
    else at.push(position);
  }
  return { at: Int32Array.from(at), missing };
}
