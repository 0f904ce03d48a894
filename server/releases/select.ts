import { AREA_LEVELS, type AreaLevel, isAreaLevel } from '../../core/areas/types.ts';
import { ProblemError } from '../../core/problem.ts';
import type {
  AreasItem,
  CorrectionsItem,
  FacilitiesItem,
  OtherItem,
  Region,
  Release,
  ValuesItem,
} from './types.ts';

/**
 * The region a reader means: the one named, else the release's default.
 * @throws ProblemError `not-found` listing what there is.
 */
export function regionOf(release: Release, id?: string): Region {
  const wanted = id ?? release.defaultRegion;
  const region = release.regions.find(candidate => candidate.id === wanted);
  if (region !== undefined) return region;
  const known = release.regions.map(candidate => candidate.id).join(', ') || 'none';
  throw new ProblemError('not-found', `Region "${wanted ?? ''}" is not in this release; it has: ${known}`, {
    parameter: 'region',
  });
}

export function areasItems(release: Release, region: string): AreasItem[] {
  return release.items.filter((item): item is AreasItem => item.kind === 'areas' && item.region === region);
}

export function valuesItems(release: Release, region: string): ValuesItem[] {
  return release.items.filter((item): item is ValuesItem => item.kind === 'values' && item.region === region);
}

export function facilitiesItems(release: Release, region: string): FacilitiesItem[] {
  return release.items.filter(
    (item): item is FacilitiesItem => item.kind === 'facilities' && item.region === region,
  );
}

export function correctionsItem(release: Release, region: string): CorrectionsItem | null {
  return (
    release.items.find(
      (item): item is CorrectionsItem => item.kind === 'corrections' && item.region === region,
    ) ?? null
  );
}

/** What places come from: the imported sources, and last the places that were added by hand. */
export function facilitySourcesOf(release: Release, region: string): (FacilitiesItem | CorrectionsItem)[] {
  const corrections = correctionsItem(release, region);
  return [...facilitiesItems(release, region), ...(corrections === null ? [] : [corrections])];
}

/** Source of the places that were added by hand; no import may take it. */
export const ADDED_SOURCE = 'added';

/** What is known of where people live, a basis each, in the order of their keys. */
export function homesItems(release: Release, region: string): OtherItem[] {
  return release.items
    .filter((item): item is OtherItem => item.kind === 'homes' && item.region === region)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

export function sitesItem(release: Release, region: string): OtherItem | null {
  return (
    release.items.find((item): item is OtherItem => item.kind === 'sites' && item.region === region) ?? null
  );
}

/** Id of a facilities item's source: what follows `facilities/` in its key. Of the corrections: what was added. */
export function sourceIdOf(item: FacilitiesItem | CorrectionsItem): string {
  if (item.kind === 'corrections') return ADDED_SOURCE;
  return item.key.slice('facilities/'.length);
}

/**
 * The areas of a level: of the vintage named, else of the newest.
 * @throws ProblemError `not-found` naming the levels or vintages there are.
 */
export function areasItemOf(release: Release, region: string, level: AreaLevel, vintage?: number): AreasItem {
  const items = areasItems(release, region);
  const ofLevel = items.filter(item => item.level === level).sort((a, b) => b.vintage - a.vintage);
  const found = vintage === undefined ? ofLevel[0] : ofLevel.find(item => item.vintage === vintage);
  if (found !== undefined) return found;
  if (ofLevel.length > 0) {
    const vintages = ofLevel.map(item => item.vintage).join(', ');
    throw new ProblemError(
      'not-found',
      `Level "${level}" has no vintage ${vintage} in region "${region}"; it has: ${vintages}`,
      { parameter: 'vintage' },
    );
  }
  throw new ProblemError(
    'not-found',
    `Region "${region}" has no areas of level "${level}"; it has: ${levelsOf(items).join(', ') || 'none'}`,
    { parameter: 'level' },
  );
}

/** Levels of a region that have areas, from coarse to fine. */
export function levelsOf(items: readonly AreasItem[]): AreaLevel[] {
  return AREA_LEVELS.filter(level => items.some(item => item.level === level));
}

/** @throws ProblemError `bad-parameter` listing the levels. */
export function levelNamed(text: string, parameter = 'level'): AreaLevel {
  if (isAreaLevel(text)) return text;
  throw new ProblemError(
    'bad-parameter',
    `Level "${text.slice(0, 80)}" is not one of ${AREA_LEVELS.join(', ')}`,
    {
      parameter,
    },
  );
}
