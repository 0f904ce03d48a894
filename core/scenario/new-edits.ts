import type { Edit } from './edit.ts';
import { addDwellings } from './edits.ts';
import type { SiteGeometry } from './geometry.ts';
import type { Site } from './place.ts';
import type { SocialKind } from './social-kinds.ts';

const common = { note: '', author: '', enabled: true };

/** What a drawing can be for: homes, no homes, or a place to play or meet. */
export const SITE_PURPOSES = ['build', 'exclude', 'open-facility'] as const;
export type SitePurpose = (typeof SITE_PURPOSES)[number];

export type NewSiteEdit = {
  id: string;
  title: string;
  geometry: SiteGeometry;
  /** Surfaces in the areas; not needed for a facility, which counts where it lies. */
  parts: Site['parts'];
  social: number;
  /** How they are held; without it they count whatever is asked. */
  socialKind?: SocialKind;
  private: number;
  /** What a new facility is for, at least one. */
  functions: readonly string[];
};

/** The edit that a drawing makes, switched on. */
export function newSiteEdit(purpose: SitePurpose, given: NewSiteEdit): Edit {
  const { id, title, geometry, parts } = given;
  const place = { kind: 'site' as const, geometry, split: 'surface' as const, parts };
  switch (purpose) {
    case 'build': {
      const build = addDwellings({ id, areas: [], socialPerArea: given.social, otherPerArea: given.private });
      const kind = given.socialKind === undefined ? {} : { socialKind: given.socialKind };
      return { ...build, ...kind, title, place };
    }
    case 'exclude':
      return { ...common, id, kind: 'exclude', title, place };
    case 'open-facility':
      return {
        ...common,
        id,
        kind: 'open-facility',
        title,
        functions: [...given.functions],
        geometry,
        year: null,
      };
  }
}

/** Other functions for a place of the release; `facility` is its id in the API and the exports: `source/key`; `at` is where it lies, in degrees. */
export const changeFacility = (
  id: string,
  facility: string,
  functions: readonly string[],
  at?: [number, number],
): Edit => ({
  ...common,
  id,
  kind: 'change-facility',
  facility,
  ...(at === undefined ? {} : { at }),
  functions: [...functions],
});

/** A place of the release that goes away. */
export const closeFacility = (id: string, facility: string, at?: [number, number]): Edit => ({
  ...common,
  id,
  kind: 'close-facility',
  facility,
  ...(at === undefined ? {} : { at }),
});
