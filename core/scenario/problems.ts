import type { Build, Edit } from './edit.ts';
import { isHousing } from './edit.ts';
import { drawnAs } from './edits.ts';
import { effectOf } from './effect.ts';
import { codesOutside, type ScopeOfLevel } from './outside.ts';
import { sitesOverlap } from './overlap.ts';
import { areasOf } from './place.ts';

export const PROBLEM_KINDS = [
  'outside-areas',
  'unknown-area',
  'unknown-facility',
  'outside-scope',
  'locked',
  'excluded',
  'over-capacity',
  'overdrawn',
  'overlap',
] as const;
export type ScenarioProblemKind = (typeof PROBLEM_KINDS)[number];

/** Something a planner should look at; the figures are computed all the same. */
export type ScenarioProblem = {
  kind: ScenarioProblemKind;
  /** Ids of the edits it is about, in their order. */
  edits: string[];
  /** Codes of the areas it is about, in the order met; of all areas where none is listed. */
  areas: string[];
  /** Under `unknown-facility`: what the edit calls the place, `source/key`. */
  facility?: string;
  /** Under `over-capacity`: new dwellings, and the most there is room for. */
  dwellings?: number;
  capacity?: number;
};

export type ProblemGround = ScopeOfLevel & {
  /** Codes of the places of the release; null where they are not known, and then none is missed. */
  facilities: ReadonlySet<string> | null;
  /** As the evaluation found them. */
  overdrawnAreas: readonly string[];
};

/**
 * What is wrong with a scenario's edits, of those that are switched on: sites outside every area, areas that the
 * release lacks or that lie outside the scope, changed or closed places that the release lacks, changes of a locked area after its lock, building in an excluded zone or beyond a
 * capacity, taking more than there is, and projects on the same ground. A zone that was drawn is compared with sites
 * that were drawn; with whole areas only where it was given as whole areas.
 */
export function scenarioProblems(all: readonly Edit[], ground: ProblemGround): ScenarioProblem[] {
  const edits = all.filter(edit => edit.enabled);
  return [
    ...edits.flatMap(edit => placeProblems(edit, ground)),
    ...edits.flatMap(edit => facilityProblems(edit, ground)),
    ...lockProblems(edits),
    ...exclusionProblems(edits),
    ...capacityProblems(edits),
    ...overdraftProblems(edits, ground.overdrawnAreas),
    ...overlapProblems(edits),
  ];
}

/** Areas whose dwellings an edit is about. */
function touched(edit: Edit): readonly string[] {
  if (isHousing(edit)) return areasOf(edit.place);
  return edit.kind === 'move' ? [edit.from, edit.to] : [];
}

function placeProblems(edit: Edit, ground: ProblemGround): ScenarioProblem[] {
  const found: ScenarioProblem[] = [];
  const about = (kind: ScenarioProblemKind, areas: readonly string[]) => {
    found.push({ kind, edits: [edit.id], areas: [...areas] });
  };
  if (isHousing(edit) && edit.place.kind === 'site' && edit.place.parts.length === 0)
    about('outside-areas', []);
  const areas = touched(edit);
  const unknown = areas.filter(code => !ground.codes.has(code));
  if (unknown.length > 0) about('unknown-area', unknown);
  const outside = codesOutside(ground, areas);
  if (outside.length > 0) about('outside-scope', outside);
  return found;
}

function facilityProblems(edit: Edit, { facilities }: ProblemGround): ScenarioProblem[] {
  if (!('facility' in edit) || facilities === null || facilities.has(edit.facility)) return [];
  return [{ kind: 'unknown-facility', edits: [edit.id], areas: [], facility: edit.facility }];
}

/** A lock keeps an area as the edits before it leave it: only later ones may not change it. */
function lockProblems(edits: readonly Edit[]): ScenarioProblem[] {
  const lockedBy = new Map<string, string>();
  return edits.flatMap(edit => {
    if (edit.kind === 'lock') for (const code of edit.areas) lockedBy.set(code, edit.id);
    const areas = effectOf(edit).areas.filter(code => lockedBy.has(code));
    const locks = [...new Set(areas.map(code => lockedBy.get(code)!))];
    return areas.length === 0 ? [] : [{ kind: 'locked' as const, edits: [edit.id, ...locks], areas }];
  });
}

const isBuild = (edit: Edit): edit is Build => edit.kind === 'build';

function exclusionProblems(edits: readonly Edit[]): ScenarioProblem[] {
  const builds = edits.filter(isBuild);
  return edits.flatMap(zone => {
    if (zone.kind !== 'exclude') return [];
    const drawn = drawnAs(zone);
    const excluded = new Set(drawn === null ? areasOf(zone.place) : []);
    return builds.flatMap(build => {
      const site = drawnAs(build);
      const areas = areasOf(build.place).filter(code => excluded.has(code));
      const crosses = drawn !== null && site !== null && sitesOverlap(drawn, site);
      return areas.length > 0 || crosses
        ? [{ kind: 'excluded' as const, edits: [build.id, zone.id], areas }]
        : [];
    });
  });
}

function capacityProblems(edits: readonly Edit[]): ScenarioProblem[] {
  const room = new Map<string, { dwellings: number; edit: string }>();
  for (const edit of edits) {
    if (edit.kind !== 'capacity') continue;
    for (const code of edit.areas) {
      const known = room.get(code);
      if (known === undefined || edit.dwellings < known.dwellings)
        room.set(code, { dwellings: edit.dwellings, edit: edit.id });
    }
  }
  if (room.size === 0) return [];
  const built = new Map<string, { dwellings: number; edits: string[] }>();
  for (const edit of edits.filter(isBuild)) {
    const { areas, total } = effectOf(edit);
    areas.forEach((code, i) => {
      if (!room.has(code) || total[i] === 0) return;
      const sum = built.get(code) ?? { dwellings: 0, edits: [] };
      built.set(code, { dwellings: sum.dwellings + total[i]!, edits: [...sum.edits, edit.id] });
    });
  }
  return [...built].flatMap(([code, { dwellings, edits: ids }]) => {
    const { dwellings: capacity, edit } = room.get(code)!;
    const over = {
      kind: 'over-capacity' as const,
      edits: [...ids, edit],
      areas: [code],
      dwellings,
      capacity,
    };
    return dwellings > capacity ? [over] : [];
  });
}

function overdraftProblems(edits: readonly Edit[], overdrawn: readonly string[]): ScenarioProblem[] {
  const takes = (edit: Edit, code: string): boolean =>
    edit.kind !== 'build' && effectOf(edit).areas.includes(code);
  return overdrawn.map(code => ({
    kind: 'overdrawn',
    edits: edits.filter(edit => takes(edit, code)).map(edit => edit.id),
    areas: [code],
  }));
}

/** Pairs of projects on the same ground; only those drawn as sites. Time: sites squared. */
function overlapProblems(edits: readonly Edit[]): ScenarioProblem[] {
  const sites = edits.filter(isBuild).flatMap(edit => {
    const drawn = drawnAs(edit);
    return drawn === null ? [] : [{ id: edit.id, drawn, areas: areasOf(edit.place) }];
  });
  return sites.flatMap(({ id, drawn, areas }, i) =>
    sites
      .slice(i + 1)
      .filter(other => sitesOverlap(drawn, other.drawn))
      .map(other => ({
        kind: 'overlap' as const,
        edits: [id, other.id],
        areas: areas.filter(code => other.areas.includes(code)),
      })),
  );
}
