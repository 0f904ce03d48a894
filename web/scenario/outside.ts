import { type AreaTables, ancestorsOf, codePositions } from '../../core/areas/hierarchy.ts';
import type { AreaLevel, AreaRef } from '../../core/areas/types.ts';
import { codesOutside } from '../../core/scenario/outside.ts';
import { useScene } from '../state/scene.tsx';

/** Which of some codes lie outside the area in view. */
export function useOutside(): (codes: readonly string[]) => string[] {
  const { areas, inside } = useScene();
  return named => {
    if (areas === undefined) return [];
    const codes = codePositions(areas);
    return codesOutside({ codes, scope: { has: code => inside[codes.get(code) ?? -1] === 1 } }, named);
  };
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
