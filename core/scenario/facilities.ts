import type { Geometry } from 'geojson';
import type { Edit } from './edit.ts';

/** What a place is gone to for, and the ids of its functions in the data. */
export const REACH_FUNCTIONS = ['play', 'meeting'] as const;
export type ReachFunction = (typeof REACH_FUNCTIONS)[number];

/** A place of the release; `code` is what edits call it: `source/key`. */
export type Facility = { code: string; functions: readonly string[]; geometry: Geometry };

/** The places with one function after the edits, and what that differs from before. */
export type FacilityChange = {
  /** Positions in the release's list of places that no longer have the function. */
  lost: number[];
  /** Places that have it now: opened, or changed. */
  gained: Geometry[];
};

type FacilityEdit = Extract<Edit, { kind: 'open-facility' | 'change-facility' | 'close-facility' }>;

const isOfFacility = (edit: Edit): edit is FacilityEdit =>
  edit.kind === 'open-facility' || edit.kind === 'change-facility' || edit.kind === 'close-facility';

/** The edits of places that are switched on. */
export const facilityEdits = (edits: readonly Edit[]): FacilityEdit[] =>
  edits.filter(isOfFacility).filter(edit => edit.enabled);

/** What edits do to the places with one function; of several edits of one place the last counts. */
export function facilityChange(
  facilities: readonly Facility[],
  positions: ReadonlyMap<string, number>,
  edits: readonly FacilityEdit[],
  wanted: string,
): FacilityChange {
  const after = new Map<number, boolean>();
  const gained: Geometry[] = [];
  for (const edit of edits) {
    if (edit.kind === 'open-facility') {
      if (edit.functions.includes(wanted)) gained.push(edit.geometry);
      continue;
    }
    const position = positions.get(edit.facility);
    if (position === undefined) continue;
    after.set(position, edit.kind === 'change-facility' && edit.functions.includes(wanted));
  }
  const lost: number[] = [];
  for (const [position, has] of after) {
    const { functions, geometry } = facilities[position]!;
    const had = functions.includes(wanted);
    if (had && !has) lost.push(position);
    if (has && !had) gained.push(geometry);
  }
  return { lost, gained };
}

/** Functions of the places that an evaluation needs: those that are reached, and all where an edit names a place. */
export function functionsNeeded(edits: readonly Edit[]): readonly string[] | 'all' {
  return edits.some(edit => 'facility' in edit) ? 'all' : REACH_FUNCTIONS;
}
