import type { Edit, EditKind } from '../../core/scenario/edit.ts';

/** How an edit is marked on the map: new is solid, changed outlined, closed hatched; zones have patterns of their own. */
export const LOOKS = ['new', 'changed', 'closed', 'excluded', 'locked'] as const;
export type Look = (typeof LOOKS)[number];
/** Marks that cover whole areas as a pattern. */
export const AREA_LOOKS = ['closed', 'excluded', 'locked'] as const;
export type AreaLook = (typeof AREA_LOOKS)[number];

const looks: Record<EditKind, Look | null> = {
  build: 'new',
  convert: 'changed',
  renovate: 'changed',
  demolish: 'closed',
  move: 'changed',
  'open-facility': 'new',
  'change-facility': 'changed',
  'close-facility': 'closed',
  lock: 'locked',
  exclude: 'excluded',
  // A limit changes nothing that is there.
  capacity: null,
};

export const lookOf = (edit: Edit): Look | null => looks[edit.kind];

/** Looks that occur among the edits, in the order of the legend, and whether any edit is switched off. */
export function looksIn(edits: readonly Edit[]): { looks: Look[]; off: boolean } {
  const found = new Set(edits.map(lookOf));
  return { looks: LOOKS.filter(look => found.has(look)), off: edits.some(edit => !edit.enabled) };
}
