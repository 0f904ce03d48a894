import type { Geometry } from 'geojson';

export const CORRECTION_ACTIONS = ['add', 'change', 'close', 'merge', 'distinct', 'undo'] as const;
export type CorrectionAction = (typeof CORRECTION_ACTIONS)[number];

/** What a correction can say of a place, as it is stored: JSON. */
export type FieldValue = string | number | boolean | null | readonly string[] | Geometry;

/** One field of a place before and after: `original` is what the source said when it was corrected. */
export type FieldChange = { original: FieldValue; to: FieldValue };

/**
 * What corrections do to one place, by field: `name`, `functions`, `areaM2`, `geometry`, `closed`, `mergedInto` (id of
 * the place that stays), `attributes.ID`, and `distinct.ID` for another place that is not the same.
 */
export type Patch = Readonly<Record<string, FieldChange>>;

/** One link of the chain: what was done, and for an undo which change it takes back. */
export type Change = { version: number; undoes: number | null };

/** The changes that hold: those that no undo takes back that itself holds. Changes in the order they were made. */
export function activeChanges(changes: readonly Change[]): Set<number> {
  const undone = new Set<number>();
  const active = new Set<number>();
  for (const { version, undoes } of changes.toReversed()) {
    if (undone.has(version)) continue;
    active.add(version);
    if (undoes !== null) undone.add(undoes);
  }
  return active;
}

/** What all corrections of one place come to: of every field the last change that holds. */
export function foldPatch(
  corrections: readonly { version: number; delta: Patch }[],
  active: ReadonlySet<number>,
): Patch {
  const patch: Record<string, FieldChange> = {};
  for (const { version, delta } of corrections) if (active.has(version)) Object.assign(patch, delta);
  return patch;
}

/** A place as its source tells it, field by field. */
export type FacilityFields = {
  name: string | null;
  functions: readonly string[];
  attributes: Readonly<Record<string, unknown>>;
  areaM2: number | null;
  geometry: Geometry;
};

const ATTRIBUTE = 'attributes.';
export const attributeField = (id: string): string => `${ATTRIBUTE}${id}`;
export const distinctField = (id: string): string => `distinct.${id}`;

/** What a place says in a field of a patch; a place of a source is neither closed nor merged. */
export function fieldOf(place: FacilityFields, field: string): FieldValue {
  if (field.startsWith(ATTRIBUTE)) {
    return (place.attributes[field.slice(ATTRIBUTE.length)] ?? null) as FieldValue;
  }
  switch (field) {
    case 'name':
      return place.name;
    case 'functions':
      return place.functions;
    case 'areaM2':
      return place.areaM2;
    case 'geometry':
      return place.geometry;
    case 'mergedInto':
      return null;
    default:
      return false;
  }
}

/** A place with a patch over it. */
export function patched(place: FacilityFields, patch: Patch): FacilityFields {
  const read = <Value>(field: string, otherwise: Value): Value =>
    field in patch ? (patch[field]!.to as Value) : otherwise;
  const changed = Object.fromEntries(
    Object.entries(patch)
      .filter(([field]) => field.startsWith(ATTRIBUTE))
      .map(([field, { to }]) => [field.slice(ATTRIBUTE.length), to]),
  );
  const attributes = Object.entries({ ...place.attributes, ...changed }).filter(
    ([, value]) => value !== null,
  );
  return {
    name: read('name', place.name),
    functions: read('functions', place.functions),
    attributes: Object.fromEntries(attributes),
    areaM2: read('areaM2', place.areaM2),
    geometry: read('geometry', place.geometry),
  };
}

/** Whether a patch takes its place away: closed, or merged into another. */
export const hides = (patch: Patch): boolean =>
  patch.closed?.to === true || typeof patch.mergedInto?.to === 'string';

/**
 * How a corrected field stands to its source now: `applied` as it was when it was corrected; `changed` the source says
 * something else since, and both are kept; `adopted` the source says what the correction says.
 */
export type FieldState = 'applied' | 'changed' | 'adopted';

export function fieldState(change: FieldChange, now: FieldValue): FieldState {
  if (sameValue(now, change.to)) return 'adopted';
  return sameValue(now, change.original) ? 'applied' : 'changed';
}

export function sameValue(a: FieldValue, b: FieldValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
