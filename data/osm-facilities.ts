import type { AttributeId } from '../core/facilities/attributes.ts';
import type { FacilityFunctionId } from './facility-functions.ts';

/** A tag that an element must have: any value, one of several, or (`not`) none of these. */
export type TagCondition = {
  key: string;
  /** Values, one of which it must have; left out: any but `no`. */
  values?: readonly string[];
  /** True for a tag that must not have such a value. */
  not?: boolean;
};

/** An element that meets every condition is a place with these functions; rules add up. */
export type OsmRule = { when: readonly TagCondition[]; functions: readonly FacilityFunctionId[] };

const tag = (key: string, ...values: string[]): TagCondition =>
  values.length === 0 ? { key } : { key, values };

/**
 * Which elements of OpenStreetMap are places, and what for (OpenStreetMap wiki, "Map features", read 2026).

 */
export const osmRules: readonly OsmRule[] = [
  { when: [tag('leisure', 'playground')], functions: ['play'] },
  { when: [tag('leisure', 'schoolyard')], functions: ['play'] },
  { when: [tag('playground')], functions: ['play'] },
  { when: [tag('leisure', 'pitch')], functions: ['sport', 'recreation'] },
  { when: [tag('leisure', 'fitness_station')], functions: ['sport', 'recreation'] },
  { when: [tag('leisure', 'park')], functions: ['green', 'recreation'] },
  { when: [tag('leisure', 'garden'), tag('access', 'yes', 'public', 'permissive')], functions: ['green'] },
  { when: [tag('leisure', 'garden'), tag('garden:type', 'community', 'botanical')], functions: ['green'] },
  { when: [tag('leisure', 'youth_centre')], functions: ['youth', 'meeting'] },
  { when: [tag('community_centre:for', 'juvenile', 'child;juvenile')], functions: ['youth'] },
  { when: [tag('leisure', 'outdoor_seating')], functions: ['meeting'] },
  { when: [tag('amenity', 'community_centre')], functions: ['meeting'] },
  { when: [tag('amenity', 'social_centre')], functions: ['meeting'] },
  { when: [tag('amenity', 'bench')], functions: ['meeting'] },
  { when: [tag('amenity', 'library')], functions: ['library', 'meeting'] },
  { when: [tag('amenity', 'childcare')], functions: ['childcare'] },
  // In Belgium a `kindergarten` is a nursery school, from two and a half years on.
  { when: [tag('amenity', 'kindergarten')], functions: ['nursery_school'] },
  {
    when: [tag('amenity', 'school'), tag('isced:level', '0', '0;1', '0-1', '0;1;2')],
    functions: ['nursery_school'],
  },
  {
    when: [
      tag('amenity', 'school'),
      { key: 'isced:level', values: ['2', '3', '2;3', '2-3', '4', '3;4', '2;3;4'], not: true },
      { key: 'school', values: ['secondary', 'special_education_needs', 'music', 'adult'], not: true },
    ],
    functions: ['primary_school'],
  },
  { when: [tag('internet_access', 'wlan', 'yes'), tag('internet_access:fee', 'no')], functions: ['wifi'] },
];

/** A name tells of a Huis van het Kind, because OpenStreetMap has no tag for one. */
export const osmNames: readonly { pattern: RegExp; functions: readonly FacilityFunctionId[] }[] = [
  { pattern: /\bhuis van het kind\b/i, functions: ['huis_van_het_kind'] },
];

/** Values of `access` with which a place is not for everybody; schools and childcare are for those who go there. */
export const osmPrivateAccess: readonly string[] = ['no', 'private'];
export const osmOwnPublic: readonly FacilityFunctionId[] = [
  'childcare',
  'nursery_school',
  'primary_school',
  'huis_van_het_kind',
];

/** Where an attribute stands, best first. */
export const osmAttributes: Readonly<Partial<Record<AttributeId, readonly string[]>>> = {
  minAge: ['min_age'],
  maxAge: ['max_age'],
  capacity: ['capacity'],
  opening: ['opening_hours'],
  fee: ['fee'],
  wheelchair: ['wheelchair'],
  lit: ['lit'],
  lastChecked: ['check_date', 'survey:date'],
};

/** The tags that a place of a function gets when it is handed to OpenStreetMap; functions without any are told in a note. */
export const osmTagOf: Readonly<Partial<Record<FacilityFunctionId, Readonly<Record<string, string>>>>> = {
  play: { leisure: 'playground' },
  meeting: { amenity: 'community_centre' },
  sport: { leisure: 'pitch' },
  green: { leisure: 'park' },
  childcare: { amenity: 'childcare' },
  nursery_school: { amenity: 'kindergarten' },
  primary_school: { amenity: 'school' },
  library: { amenity: 'library' },
  youth: { leisure: 'youth_centre' },
  wifi: { internet_access: 'wlan', 'internet_access:fee': 'no' },
};
