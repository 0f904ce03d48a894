import type { Edit } from '../scenario/edit.ts';
import { newSiteEdit } from '../scenario/new-edits.ts';
import type { NewPlace } from './site.ts';

/** Edits of a siting have ids that begin so, by which a later one takes their place. */
export const SITING_PREFIX = 'siting-';

/**
 * New places as edits that a planner can change by hand: one a site, with all its functions. `title` and `note` say in
 * the planner's language what a place is and why it is there; `newId` gives an id that no other edit has.
 */
export function sitingEdits(
  places: readonly NewPlace[],
  say: { title: (places: readonly NewPlace[]) => string; note: (places: readonly NewPlace[]) => string },
  newId: () => string,
): Edit[] {
  const sites = Map.groupBy(places, ({ candidate }) => candidate.id);
  return [...sites.values()].map(there => {
    const { lon, lat } = there[0]!.candidate;
    const edit = newSiteEdit('open-facility', {
      id: SITING_PREFIX + newId(),
      title: say.title(there).slice(0, 200),
      geometry: { type: 'Point', coordinates: [lon, lat] },
      parts: [],
      social: 0,
      private: 0,
      functions: there.map(one => one.function),
    });
    return { ...edit, note: say.note(there).slice(0, 2_000) };
  });
}
