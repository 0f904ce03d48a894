import type { AreaLevel } from '../../core/areas/types.ts';
import type { ColumnsByLevel } from '../layers/scope.ts';

export type FoundArea = {
  id: string;
  level: AreaLevel;
  code: string;
  name: string;
  parent: string | null;
  bbox: [number, number, number, number];
};

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Areas of every level whose name holds the text or whose code begins with it; coarse levels and names that
 * begin with it come first. Accents and capitals do not matter. Nothing typed finds nothing.
 */
export function findAreas(columns: ColumnsByLevel, typed: string, limit: number): FoundArea[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return [];
  const found: { area: FoundArea; order: number }[] = [];
  let coarseness = 0;
  for (const [level, { codes, names, parentLevel, parentCodes, bbox }] of columns) {
    const parents = parentLevel === null ? undefined : columns.get(parentLevel);
    for (let i = 0; i < codes.length; i++) {
      const name = names[i] ?? '';
      const code = codes[i] ?? '';
      const at = fold(name).indexOf(wanted);
      if (at < 0 && !fold(code).startsWith(wanted)) continue;
      const parentAt = parents?.codes.indexOf(parentCodes[i] ?? '') ?? -1;
      const area = {
        id: `${level}:${code}`,
        level,
        code,
        name,
        parent: parents?.names[parentAt] ?? null,
        bbox: bbox[i] ?? [0, 0, 0, 0],
      } satisfies FoundArea;
      found.push({ area, order: (at === 0 ? 0 : 100) + coarseness });
    }
    coarseness++;
  }
  return found
    .sort((a, b) => a.order - b.order || a.area.name.localeCompare(b.area.name))
    .slice(0, limit)
    .map(({ area }) => area);
}
