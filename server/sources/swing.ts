import type { AreaLevel } from '../../core/areas/types.ts';

/** Names of levels on Swing platforms such as provincies.incijfers.be, without the vintage some of them carry. */
const SWING_LEVELS: Readonly<Record<string, AreaLevel>> = {
  statsec: 'sector',
  sector: 'sector',
  ggw7: 'neighbourhood',
  wijk: 'neighbourhood',
  deelgemeente: 'submunicipality',
  gemeente: 'municipality',
  provincie: 'province',
  gewest: 'region',
};

/** The column of an upload table that names the level of a row. */
export const SWING_LEVEL_COLUMN = 'geolevel';

/** The level a Swing table means by `statsec2024`, `gemeente` or `ggw7`, or null for one that is not ours. */
export function swingLevel(name: string): AreaLevel | null {
  const plain = name.trim().toLowerCase();
  return SWING_LEVELS[plain] ?? SWING_LEVELS[plain.replace(/(19|20)\d\d$/, '')] ?? null;
}

/** What a Swing platform writes where a number is not there. */
export const SWING_MISSING = {
  '-99996': 'missing',
  '-99997': 'suppressed',
  '-99998': 'notApplicable',
  '-99999': 'notCovered',
} as const;
