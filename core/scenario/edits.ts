import { SCENARIO_FORMAT, SCENARIO_VERSION, type ScenarioDocument } from './document.ts';
import type { Build, Edit } from './edit.ts';
import type { SiteGeometry } from './geometry.ts';
import { areasOf } from './place.ts';

/** What a planner fills in for new dwellings in whole areas; the rest has a default. */
export type NewDwellings = {
  id: string;
  areas: readonly string[];
  socialPerArea: number;
  otherPerArea?: number;
  note?: string;
};

/** New dwellings, the same numbers in each area, switched on. The id comes from outside: this stays deterministic. */
export function addDwellings(given: NewDwellings): Build {
  return {
    id: given.id,
    kind: 'build',
    title: '',
    place: { kind: 'areas', areas: [...given.areas], split: 'each' },
    social: { unspecified: given.socialPerArea },
    private: given.otherPerArea ?? 0,
    year: null,
    status: 'idea',
    note: given.note ?? '',
    author: '',
    enabled: true,
  };
}

/** Kinds of edits that whole areas are enough for. */
export const AREA_EDIT_KINDS = [
  'build',
  'convert',
  'renovate',
  'demolish',
  'move',
  'lock',
  'exclude',
  'capacity',
] as const;
export type AreaEditKind = (typeof AREA_EDIT_KINDS)[number];

export type NewAreaEdit = { id: string; areas: readonly string[]; dwellings: number };

/**
 * An edit of whole areas, switched on: `dwellings` social ones in each, under `capacity` the most of all kinds. A move
 * goes from the first area to the second, and needs both.
 */
export function newAreaEdit(kind: AreaEditKind, { id, areas, dwellings }: NewAreaEdit): Edit {
  const common = { id, note: '', author: '', enabled: true };
  const social = { unspecified: dwellings };
  const housing = {
    ...common,
    title: '',
    place: { kind: 'areas' as const, areas: [...areas], split: 'each' as const },
    social,
    year: null,
  };
  switch (kind) {
    case 'build':
      return { ...housing, kind, private: 0, status: 'idea' };
    case 'demolish':
      return { ...housing, kind, private: 0 };
    case 'convert':
    case 'renovate':
      return { ...housing, kind };
    case 'move':
      return { ...common, kind, from: areas[0]!, to: areas[1]!, social };
    case 'lock':
      return { ...common, kind, areas: [...areas] };
    case 'exclude':
      return { ...common, kind, title: '', place: housing.place };
    case 'capacity':
      return { ...common, kind, areas: [...areas], dwellings };
  }
}

const none: readonly string[] = [];
const movedAreas = new WeakMap<Edit, readonly string[]>();

/** Every area an edit names, the same array every time. */
export function areasNamed(edit: Edit): readonly string[] {
  if ('place' in edit) return areasOf(edit.place);
  if ('areas' in edit) return edit.areas;
  if (edit.kind !== 'move') return none;
  const known = movedAreas.get(edit) ?? [edit.from, edit.to];
  movedAreas.set(edit, known);
  return known;
}

/** What an edit was drawn as; null for one of whole areas, and for one that has no place. */
export function drawnAs(edit: Edit): SiteGeometry | null {
  if ('geometry' in edit) return edit.geometry;
  return 'place' in edit && edit.place.kind === 'site' ? edit.place.geometry : null;
}

export type ScenarioStart = Pick<ScenarioDocument, 'id' | 'title' | 'baseline'> & { now: string };

/** An empty scenario on a baseline; `now` is an ISO instant in UTC, `2026-11-23T12:00:00Z`. */
export function newScenario({ id, title, baseline, now }: ScenarioStart): ScenarioDocument {
  return {
    format: SCENARIO_FORMAT,
    version: SCENARIO_VERSION,
    id,
    title,
    note: '',
    createdAt: now,
    updatedAt: now,
    baseline,
    parameters: {},
    edits: [],
  };
}

export type BranchStart = Pick<ScenarioDocument, 'id' | 'title'> & { now: string };

/** A scenario of its own that begins as another one is, and says of which version. */
export function branchOf(from: ScenarioDocument, { id, title, now }: BranchStart): ScenarioDocument {
  const origin = { id: from.id, title: from.title, updatedAt: from.updatedAt };
  return { ...from, id, title, createdAt: now, updatedAt: now, origin };
}
