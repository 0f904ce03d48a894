import Type from 'typebox';
import { Check } from 'typebox/value';
import { ProblemError } from '../problem.ts';
import { readSiteGeometry, type SiteGeometry } from './geometry.ts';
import { DwellingsSchema } from './homes.ts';
import { SOCIAL_KINDS, type SocialKind } from './social-kinds.ts';

/** Most projects one file may bring. */
export const MAX_PROJECTS = 1_000;

/** A housing project as another program has it: where it is, what it is called and how many dwellings it brings. */
export type GivenProject = {
  title: string;
  geometry: SiteGeometry;
  social: number;
  /** How the social dwellings are held, where the file says so. */
  socialKind?: SocialKind;
  private: number;
};

const FeatureSchema = Type.Object({
  type: Type.Literal('Feature'),
  geometry: Type.Unknown(),
  properties: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]),
});

/** Names a property may have, in the order of trust; letters' case does not count. A shapefile keeps ten characters. */
const NAMES = {
  title: ['title', 'titel', 'name', 'naam', 'project'],
  social: ['social', 'sociaal', 'social_dwellings', 'sociale_woningen', 'social_dwe', 'sociale_wo'],
  socialKind: ['social_kind', 'socialkind', 'social_kin'],
  private: ['private', 'privaat', 'private_dwellings', 'private_woningen', 'private_dw', 'private_wo'],
} as const;

function property(properties: Record<string, unknown>, names: readonly string[]): unknown {
  for (const name of names) {
    const found = Object.keys(properties).find(key => key.toLowerCase() === name);
    if (found !== undefined && properties[found] !== null) return properties[found];
  }
  return undefined;
}

/**
 * Reads projects from a GeoJSON FeatureCollection or Feature that was parsed as JSON: points, polygons and
 * multipolygons in WGS84. A number of dwellings that is not given is 0. Throws ProblemError `bad-input` that names the
 * feature and what is wrong with it, `too-large` for more than 1,000; nothing is taken from a file with a fault.
 */
export function readProjects(input: unknown): GivenProject[] {
  const { type, features } = (input ?? {}) as { type?: unknown; features?: unknown };
  const all = type === 'Feature' ? [input] : type === 'FeatureCollection' ? features : null;
  if (!Array.isArray(all)) {
    throw new ProblemError(
      'bad-input',
      'This is no GeoJSON of projects: it must be a Feature or FeatureCollection.',
    );
  }
  if (all.length === 0) throw new ProblemError('bad-input', 'The file has no features.');
  if (all.length > MAX_PROJECTS) {
    throw new ProblemError(
      'too-large',
      `The file has ${all.length} features and ${MAX_PROJECTS} is the most.`,
    );
  }
  return all.map((feature: unknown, index) => {
    const place = `feature ${index + 1}`;
    if (!Check(FeatureSchema, feature)) {
      throw new ProblemError('bad-input', `${place} is no GeoJSON feature`, { feature: index + 1 });
    }
    const geometry = readSiteGeometry(feature.geometry, place);
    const properties = feature.properties ?? {};
    const dwellings = (kind: 'social' | 'private'): number => {
      const given = property(properties, NAMES[kind]) ?? 0;
      if (Check(DwellingsSchema, given)) return given;
      throw new ProblemError(
        'bad-input',
        `${place} has ${JSON.stringify(given)} ${kind} dwellings; a whole number from 0 is needed.`,
        { feature: index + 1 },
      );
    };
    const socialKind = kindOf(property(properties, NAMES.socialKind), place, index);
    const title = property(properties, NAMES.title);
    return {
      title: title === undefined ? '' : String(title).slice(0, 200),
      geometry,
      social: dwellings('social'),
      ...(socialKind === undefined ? {} : { socialKind }),
      private: dwellings('private'),
    };
  });
}

function kindOf(given: unknown, place: string, index: number): SocialKind | undefined {
  if (given === undefined || given === '') return undefined;
  const kind = SOCIAL_KINDS.find(one => one === given);
  if (kind !== undefined) return kind;
  throw new ProblemError(
    'bad-input',
    `${place} has social dwellings of the kind ${JSON.stringify(given)}; it must be one of ${SOCIAL_KINDS.join(', ')}.`,
    { feature: index + 1 },
  );
}
