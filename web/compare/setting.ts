import type { AreaLevel } from '../../core/areas/types.ts';
import { AREA_LEVELS } from '../../core/areas/types.ts';
import type { AvailableValues, LevelView } from '../data/types.ts';
import { yearShown } from '../layers/availability.ts';

/** Which regions are compared, on which areas and in which year, and what else could be chosen. */
export type ComparisonSetting = {
  of: AreaLevel;
  level: AreaLevel;
  year: number;
  ofChoices: readonly AreaLevel[];
  levelChoices: readonly AreaLevel[];
  years: readonly number[];
};

/** What a region must have imported before anything can be compared. */
export type Lack = 'counts' | 'coarser';

export type Asked = { of: AreaLevel | null; level: AreaLevel | null; year: number | null };

const rank = (level: AreaLevel) => AREA_LEVELS.indexOf(level);

/**
 * What was asked for as far as the data allow, otherwise municipalities on the finest areas in the newest year.
 * Regions are at least two, and coarser than the areas they are measured on; a grid stands outside the hierarchy.
 */
export function comparisonSetting(
  levels: readonly LevelView[],
  available: readonly AvailableValues[],
  asked: Asked,
): ComparisonSetting | Lack {
  const counted = AREA_LEVELS.filter(
    level =>
      level !== 'grid' && available.some(one => one.level === level && one.basis !== 'published_ratio'),
  );
  const finest = counted.at(-1);
  if (finest === undefined) return 'counts';
  const ofChoices = AREA_LEVELS.filter(
    level => rank(level) < rank(finest) && levels.some(one => one.id === level),
  );
  const several = ofChoices.filter(level => (levels.find(one => one.id === level)?.count ?? 0) > 1);
  const fallback = ['municipality' as const, 'province' as const].find(level => several.includes(level));
  const usual = fallback ?? several.at(-1) ?? ofChoices.at(-1);
  if (usual === undefined) return 'coarser';
  const of = asked.of !== null && ofChoices.includes(asked.of) ? asked.of : usual;
  const levelChoices = counted.filter(level => rank(level) > rank(of));
  const level = asked.level !== null && levelChoices.includes(asked.level) ? asked.level : finest;
  const years = [
    ...new Set(
      available.filter(one => one.level === level && one.basis !== 'published_ratio').map(one => one.year),
    ),
  ].sort((a, b) => a - b);
  return { of, level, year: yearShown(asked.year, years) ?? 0, ofChoices, levelChoices, years };
}
