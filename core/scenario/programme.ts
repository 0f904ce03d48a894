import { type ExpectedChildren, expectedChildren, familyHomes, ROOM_FOR_CHILDREN } from './children.ts';
import type { ScenarioParameters } from './document.ts';
import type { Edit } from './edit.ts';
import { addHomes, dwellingsIn, type Homes } from './homes.ts';
import { timesCounted } from './place.ts';

/** Bedrooms from which a dwelling is one for a family, unless the scenario says otherwise: one for a child. */
export const FAMILY_BEDROOMS = 2;

/** What the edits that are switched on build and take away, wherever they lie. */
export type Programme = {
  /** Social dwellings that are new as social dwellings: built and converted. */
  newSocial: Homes;
  builtSocial: number;
  convertedSocial: number;
  demolishedSocial: number;
  renovatedSocial: number;
  builtPrivate: number;
  demolishedPrivate: number;
  /** Part of the new social dwellings of specified size that is for families; null while no size is specified. */
  familyShare: number | null;
  /** In the new social dwellings. */
  children: ExpectedChildren;
};

/** Adds up the edits; `parameters` as in the scenario. */
export function programmeOf(edits: readonly Edit[], parameters: ScenarioParameters): Programme {
  const homes: Record<'build' | 'convert' | 'renovate' | 'demolish', Homes> = {
    build: {},
    convert: {},
    renovate: {},
    demolish: {},
  };
  const others = { build: 0, demolish: 0 };
  for (const edit of edits) {
    if (!edit.enabled || !(edit.kind in homes) || !('place' in edit) || !('social' in edit)) continue;
    const times = timesCounted(edit.place);
    homes[edit.kind] = addHomes(homes[edit.kind], edit.social, times);
    if ('private' in edit) others[edit.kind] += times * edit.private;
  }
  const newSocial = addHomes(homes.build, homes.convert);
  const { family, specified } = familyHomes(newSocial, parameters.familyBedrooms ?? FAMILY_BEDROOMS);
  const sized = dwellingsIn(specified);
  return {
    newSocial,
    builtSocial: dwellingsIn(homes.build),
    convertedSocial: dwellingsIn(homes.convert),
    demolishedSocial: dwellingsIn(homes.demolish),
    renovatedSocial: dwellingsIn(homes.renovate),
    builtPrivate: others.build,
    demolishedPrivate: others.demolish,
    familyShare: sized === 0 ? null : dwellingsIn(family) / sized,
    children: expectedChildren(newSocial, parameters.children ?? ROOM_FOR_CHILDREN),
  };
}
