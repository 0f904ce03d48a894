import type { Point } from 'geojson';
import { ATTRIBUTE_IDS } from '../../core/facilities/attributes.ts';
import { attributeField, type FacilityFields, type Patch } from '../../core/facilities/correction.ts';
import { isFacilityFunction } from '../../data/facility-functions.ts';
import { osmAttributes, osmTagOf } from '../../data/osm-facilities.ts';
import type { OsmOrigin } from '../releases/types.ts';
import { osmFunctions } from '../sources/osm/functions.ts';

/** An element as osmChange writes it, and the fields of the patch that it does not say. */
export type OsmEdit = { element: OsmOrigin; created: boolean; unsaid: readonly string[] };

type Tags = Record<string, string>;

/** The keys whose tag makes an element a thing that is there; a prefix says that it is no more. */
const LIFECYCLE_KEYS = ['leisure', 'amenity', 'playground'];

/**
 * A correction of a place of OpenStreetMap as a new version of its element. The shape of a way or relation and a
 * double are left to a person with a map before them.
 */
export function osmEdit(origin: OsmOrigin, patch: Patch): OsmEdit {
  const tags: Tags = { ...origin.tags };
  const unsaid: string[] = [];
  let { lon, lat } = origin;
  for (const [field, { to }] of Object.entries(patch)) {
    if (field === 'name') setTag(tags, 'name', to as string | null);
    else if (field === 'closed') close(tags);
    else if (field === 'functions') {
      if (!retag(tags, to as string[])) unsaid.push(field);
    } else if (field === 'geometry' && origin.type === 'node') {
      [lon, lat] = (to as Point).coordinates as [number, number];
    } else {
      const key = keyOf(field);
      if (key === undefined) unsaid.push(field);
      else setTag(tags, key, to === null ? null : String(to));
    }
  }
  const element: OsmOrigin = { ...origin, tags };
  return {
    element: origin.type === 'node' ? { ...element, lon: lon!, lat: lat! } : element,
    created: false,
    unsaid: unsaid.filter(field => !field.startsWith('distinct.')),
  };
}

/** A place that was added by hand as a new node; null where OpenStreetMap has no tag for what it is for. */
export function osmAddition(id: number, place: FacilityFields): OsmEdit | null {
  if (place.geometry.type !== 'Point') return null;
  const tags: Tags = {};
  if (!retag(tags, place.functions) && Object.keys(tags).length === 0) return null;
  setTag(tags, 'name', place.name);
  for (const attribute of ATTRIBUTE_IDS) {
    const key = keyOf(attributeField(attribute));
    const value = place.attributes[attribute];
    if (key !== undefined && value !== undefined) tags[key] = String(value);
  }
  const [lon, lat] = place.geometry.coordinates as [number, number];
  const unsaid = place.functions.every(one => osmFunctions(tags).some(said => said === one))
    ? []
    : ['functions'];
  return { element: { type: 'node', id: -id, version: 0, tags, lon, lat }, created: true, unsaid };
}

/** Whether two elements differ in what osmChange would upload. */
export function osmDiffers(a: OsmOrigin, b: OsmOrigin): boolean {
  const text = ({ tags, lon, lat }: OsmOrigin) => JSON.stringify([Object.entries(tags).sort(), lon, lat]);
  return text(a) !== text(b);
}

function keyOf(field: string): string | undefined {
  const attribute = ATTRIBUTE_IDS.find(id => attributeField(id) === field);
  return attribute === undefined ? undefined : osmAttributes[attribute]?.[0];
}

function setTag(tags: Tags, key: string, value: string | null): void {
  if (value === null) delete tags[key];
  else tags[key] = value;
}

/** Removing an element hides that something was there: `disused:leisure` says that it is no more. */
function close(tags: Tags): void {
  for (const key of LIFECYCLE_KEYS) {
    const value = tags[key];
    if (value === undefined) continue;
    delete tags[key];
    tags[`disused:${key}`] = value;
  }
}

/** Gives tags for functions an element lacks and takes those that it no longer has; false where tags cannot say it. */
function retag(tags: Tags, wanted: readonly string[]): boolean {
  for (const one of osmFunctions(tags)) {
    const tag = osmTagOf[one];
    if (wanted.includes(one) || tag === undefined) continue;
    for (const [key, value] of Object.entries(tag)) if (tags[key] === value) delete tags[key];
  }
  for (const one of wanted) {
    if (!isFacilityFunction(one) || osmFunctions(tags).includes(one)) continue;
    const tag = Object.entries(osmTagOf[one] ?? {});
    // One key has one value: what is in the way says something else that is true.
    if (tag.some(([key]) => tags[key] !== undefined)) continue;
    for (const [key, value] of tag) tags[key] = value;
  }
  return [...wanted].sort().join() === osmFunctions(tags).join();
}
