import { type AreaTables, ancestorsOf, codePositions } from '../../core/areas/hierarchy.ts';
import type { AreaLevel, AreaRef, AreaTable } from '../../core/areas/types.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { effectOf } from '../../core/scenario/effect.ts';

/** What a scenario adds, and how much of it lies outside its scope, where it counts for nothing. */
export type Outside = {
  /** Codes of the areas outside the scope, each once. */
  codes: readonly string[];
  edits: number;
  dwellings: number;
  /** Everything that is added, inside and outside. */
  added: number;
};

/** The codes that lie outside; one that the level lacks is no place at all and is told elsewhere. */
export function codesOutside(areas: AreaTable, inside: Uint8Array, codes: readonly string[]): string[] {
  const at = codePositions(areas);
  return codes.filter(code => inside[at.get(code) ?? -1] === 0);
}

/** Of the edits that are switched on. `inside` is 1 for each area of the scope. */
export function outsideOf(areas: AreaTable, inside: Uint8Array, edits: readonly Edit[]): Outside {
  const found = { codes: new Set<string>(), edits: 0, dwellings: 0, added: 0 };
  for (const edit of edits.filter(one => one.enabled)) {
    const { areas: named, social } = effectOf(edit);
    const outside = new Set(codesOutside(areas, inside, named));
    for (const code of outside) found.codes.add(code);
    found.edits += outside.size > 0 ? 1 : 0;
    named.forEach((code, k) => {
      const added = Math.max(0, social[k]!);
      found.added += added;
      if (outside.has(code)) found.dwellings += added;
    });
  }
  return { ...found, codes: [...found.codes] };
}

/** The nearest area above a scope that holds all these areas too, or null for the whole region. */
export function scopeAround(
  tables: AreaTables,
  scope: AreaRef,
  level: AreaLevel,
  codes: readonly string[],
): AreaRef | null {
  const lines = codes.map(code => ancestorsOf(tables, { level, code }));
  const holds = (wider: AreaRef) =>
    lines.every(line => line.some(one => one.level === wider.level && one.code === wider.code));
  return ancestorsOf(tables, scope).find(holds) ?? null;
}
