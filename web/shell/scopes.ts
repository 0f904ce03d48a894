import { codePositions } from '../../core/areas/hierarchy.ts';
import { AREA_LEVELS, type AreaRef } from '../../core/areas/types.ts';
import { sentence } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { type Scene, useScene } from '../state/scene.tsx';

export type ScopeOption = { id: string; ref: AreaRef | null; title: string; detail: string };

/** Beyond this many areas a level is one to search in, not to choose from. */
const mostOptions = 700;

export const scopeId = (scope: AreaRef | null) => (scope === null ? '' : `${scope.level}:${scope.code}`);

/** Name of a scope, also of one that is not offered, such as the only province of a region. */
export function nameOfScope({ columns }: Scene, scope: AreaRef): string {
  const table = columns.get(scope.level);
  const at = table === undefined ? undefined : codePositions(table).get(scope.code);
  return at === undefined ? scope.code : (table?.names[at] ?? scope.code);
}

/** The whole region and the areas of every level above the finest: whoever looks at one sector needs no scope. */
export function useScopeOptions(): ScopeOption[] {
  const { t, text, language } = useWords();
  const scene = useScene();
  const title = (id: string) => {
    const level = scene.levels.find(one => one.id === id);
    return level === undefined ? id : text(level.title);
  };
  const whole = { id: '', ref: null, title: sentence(t('app.wholeRegion')), detail: scene.region.title };
  const present = AREA_LEVELS.filter(level => level !== 'grid' && scene.columns.has(level));
  const byName = new Intl.Collator(language, { numeric: true }).compare;
  const areas = present.slice(0, -1).flatMap(level => {
    const { codes, names } = scene.columns.get(level) ?? { codes: [], names: [] };
    if (codes.length > mostOptions || codes.length < 2) return [];
    return codes
      .map((code, i) => ({
        id: `${level}:${code}`,
        ref: { level, code },
        title: names[i] ?? code,
        detail: title(level),
      }))
      .sort((a, b) => byName(a.title, b.title));
  });
  return [whole, ...areas];
}

/** A scope in the address or in a scenario that this region does not have; null while that is not known yet. */
export function missingScope({ scope, columns, levels }: Scene): AreaRef | null {
  if (scope === null || columns.size < levels.length) return null;
  const table = columns.get(scope.level);
  return table !== undefined && codePositions(table).has(scope.code) ? null : scope;
}
