import { sql } from 'kysely';
import { AREA_LEVELS } from '../../core/areas/types.ts';
import { ATTRIBUTE_IDS, agesFault, isAttribute, readAttribute } from '../../core/facilities/attributes.ts';
import {
  attributeField,
  distinctField,
  type FacilityFields,
  type FieldChange,
  type FieldValue,
  fieldOf,
  type Patch,
  sameValue,
} from '../../core/facilities/correction.ts';
import { middleOf, movedTo } from '../../core/facilities/moved.ts';
import { ProblemError } from '../../core/problem.ts';
import { FACILITY_FUNCTION_IDS, isFacilityFunction } from '../../data/facility-functions.ts';
import type { Database } from '../database/types.ts';
import { ADDED_SOURCE, areasItems } from '../releases/select.ts';
import type { Release } from '../releases/types.ts';
import { type CorrectedPlace, readPlace } from './place.ts';
import type { CorrectionRequest, PlaceChanges } from './types.ts';

/** What a change does to one place. */
export type PlannedDelta = { source: string; key: string; delta: Patch };

export type Ground = { database: Database; release: Release; region: string };

/**
 * What a correction comes to, field by field, against the places of a release. `newKey` names a place that is added.
 * @throws ProblemError `bad-parameter` for what cannot be so, `not-found` for a place that is not there.
 */
export async function planCorrection(
  ground: Ground,
  request: Exclude<CorrectionRequest, { action: 'undo' }>,
  newKey: string,
): Promise<PlannedDelta[]> {
  switch (request.action) {
    case 'add':
      return [{ source: ADDED_SOURCE, key: newKey, delta: await addition(ground, request) }];
    case 'change':
      return [await alteration(ground, request.facility, request)];
    case 'close': {
      const place = await placeAt(ground, request.facility);
      return [at(place, { closed: { original: false, to: true } })];
    }
    case 'merge':
      return merging(ground, request.facility, request.duplicate);
    case 'distinct': {
      const [a, b] = await twoPlaces(ground, request.facility, request.duplicate);
      const mark: FieldChange = { original: false, to: true };
      return [
        at(a, { [distinctField(request.duplicate)]: mark }),
        at(b, { [distinctField(request.facility)]: mark }),
      ];
    }
  }
}

const placeAt = ({ database, release, region }: Ground, id: string) =>
  readPlace(database, release, region, id);
const at = ({ source, key }: CorrectedPlace, delta: Patch): PlannedDelta => ({ source, key, delta });

async function twoPlaces(ground: Ground, first: string, second: string) {
  if (first === second) {
    throw new ProblemError('bad-parameter', `"${first.slice(0, 80)}" is one place: name two different ones`);
  }
  return Promise.all([placeAt(ground, first), placeAt(ground, second)]);
}

/** The one that stays takes what it lacks from the other: functions, and each attribute, name and surface it has none of. */
async function merging(ground: Ground, kept: string, duplicate: string): Promise<PlannedDelta[]> {
  const [place, other] = await twoPlaces(ground, kept, duplicate);
  const lacks = Object.fromEntries(
    Object.entries(other.served.attributes).filter(
      ([id]) => isAttribute(id) && !(id in place.served.attributes),
    ),
  );
  const wanted: FacilityFields = {
    ...place.served,
    name: place.served.name ?? other.served.name,
    functions: [...new Set([...place.served.functions, ...other.served.functions])].sort(),
    areaM2: place.served.areaM2 ?? other.served.areaM2,
    attributes: { ...place.served.attributes, ...lacks },
  };
  // The ages of one place and those of another can be in no order together.
  if (agesFault(wanted.attributes) !== null)
    wanted.attributes = { ...wanted.attributes, ...agesOf(place.served) };
  const mergedInto: FieldChange = { original: null, to: kept };
  return [at(place, differences(place, wanted)), at(other, { mergedInto })];
}

const agesOf = ({ attributes }: FacilityFields) => ({
  minAge: attributes.minAge ?? null,
  maxAge: attributes.maxAge ?? null,
});

async function addition(ground: Ground, changes: PlaceChanges): Promise<Patch> {
  const { lon, lat, functions } = changes;
  if (lon === undefined || lat === undefined || functions === undefined) {
    throw new ProblemError('bad-parameter', 'A new place needs functions, lon and lat');
  }
  const blank: FacilityFields = {
    name: null,
    functions: [],
    attributes: {},
    areaM2: null,
    geometry: { type: 'Point', coordinates: [lon, lat] },
  };
  const wanted = await wantedFields(ground, blank, changes);
  const told: [string, FieldValue][] = [
    ['name', wanted.name],
    ['functions', wanted.functions],
    ['areaM2', wanted.areaM2],
    ['geometry', wanted.geometry],
    ...Object.entries(wanted.attributes).map(([id, value]): [string, FieldValue] => [
      attributeField(id),
      value as FieldValue,
    ]),
  ];
  return Object.fromEntries(told.map(([field, to]) => [field, { original: null, to }]));
}

async function alteration(ground: Ground, id: string, changes: PlaceChanges): Promise<PlannedDelta> {
  const place = await placeAt(ground, id);
  const delta = differences(place, await wantedFields(ground, place.served, changes), fieldsNamed(changes));
  if (Object.keys(delta).length > 0) return at(place, delta);
  throw new ProblemError('bad-parameter', `"${id.slice(0, 80)}" is like that already: nothing to correct`);
}

/** Fields that were named on purpose, so that saying the same again settles what the source changed since. */
function fieldsNamed({ name, functions, areaM2, lon, attributes }: PlaceChanges): Set<string> {
  return new Set([
    ...(name === undefined ? [] : ['name']),
    ...(functions === undefined ? [] : ['functions']),
    ...(areaM2 === undefined ? [] : ['areaM2']),
    ...(lon === undefined ? [] : ['geometry']),
    ...Object.keys(attributes ?? {}).map(attributeField),
  ]);
}

/** What is wanted and is not so; and what was named and stands over an original that has changed since. */
function differences(
  { original, patch, served }: CorrectedPlace & { served: FacilityFields },
  wanted: FacilityFields,
  named: ReadonlySet<string> = new Set(),
): Patch {
  const attributes = new Set([...Object.keys(served.attributes), ...Object.keys(wanted.attributes)]);
  const fields = ['name', 'functions', 'areaM2', 'geometry', ...[...attributes].map(attributeField)];
  const delta: Record<string, FieldChange> = {};
  for (const field of fields) {
    const to = fieldOf(wanted, field);
    const now = original === null ? null : fieldOf(original, field);
    const settled = field in patch && named.has(field) && !sameValue(patch[field]!.original, now);
    if (!sameValue(to, fieldOf(served, field)) || settled) delta[field] = { original: now, to };
  }
  return delta;
}

async function wantedFields(
  ground: Ground,
  served: FacilityFields,
  changes: PlaceChanges,
): Promise<FacilityFields> {
  const { name, functions, areaM2, lon, lat } = changes;
  if ((lon === undefined) !== (lat === undefined)) {
    throw new ProblemError('bad-parameter', 'A place lies at lon and lat: give both');
  }
  if (areaM2 !== undefined && areaM2 !== null && !(areaM2 > 0)) {
    throw new ProblemError(
      'bad-parameter',
      `areaM2 is ${areaM2}; give m² above 0, or null when it is not known`,
    );
  }
  const wanted = {
    name: name === undefined ? served.name : name === null || name.trim() === '' ? null : name.trim(),
    functions: functions === undefined ? served.functions : functionsIn(functions),
    areaM2: areaM2 === undefined ? served.areaM2 : areaM2,
    attributes: attributesIn(served.attributes, changes.attributes ?? {}),
    geometry: served.geometry,
  };
  if (lon === undefined || lat === undefined) return wanted;
  const [fromLon, fromLat] = middleOf(served.geometry);
  await requireInside(ground, lon, lat);
  // The same middle again is no move: the shape keeps its last decimals.
  if (fromLon !== lon || fromLat !== lat) wanted.geometry = movedTo(served.geometry, lon, lat);
  return wanted;
}

function functionsIn(functions: readonly string[]): string[] {
  const unknown = functions.find(id => !isFacilityFunction(id));
  if (unknown !== undefined) {
    throw new ProblemError(
      'bad-parameter',
      `There is no function "${unknown.slice(0, 80)}"; there are: ${FACILITY_FUNCTION_IDS.join(', ')}`,
    );
  }
  if (functions.length === 0)
    throw new ProblemError('bad-parameter', 'A place is for something: give a function');
  return [...new Set(functions)].sort();
}

function attributesIn(
  served: FacilityFields['attributes'],
  changes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const wanted: Record<string, unknown> = { ...served };
  for (const [id, given] of Object.entries(changes)) {
    if (!isAttribute(id)) {
      throw new ProblemError(
        'bad-parameter',
        `There is no attribute "${id.slice(0, 40)}"; there are: ${ATTRIBUTE_IDS.join(', ')}`,
      );
    }
    const read = readAttribute(id, given);
    if ('fault' in read) throw new ProblemError('bad-parameter', `${id} ${read.fault}`);
    if (read.value === null) delete wanted[id];
    else wanted[id] = read.value;
  }
  const fault = agesFault(wanted);
  if (fault !== null) throw new ProblemError('bad-parameter', `The place ${fault}`);
  return wanted;
}

/** A place that somebody puts down lies in an area of the region, where that has areas: not in the sea. */
async function requireInside({ database, release, region }: Ground, lon: number, lat: number): Promise<void> {
  const items = areasItems(release, region);
  const item = AREA_LEVELS.map(level => items.find(one => one.level === level)).find(
    one => one !== undefined,
  );
  if (item === undefined) return;
  const { rows } = await sql<{ inside: boolean }>`
    select exists (
      select from areas where region = ${region} and version = ${item.datasetVersion}
        and ST_Intersects(geom, ST_SetSRID(ST_MakePoint(${lon}::float8, ${lat}::float8), 4326))) as inside`.execute(
    database.kysely,
  );
  if (rows[0]?.inside) return;
  throw new ProblemError(
    'bad-parameter',
    `${lat}, ${lon} (latitude, longitude) lies in no ${item.level} of region "${region}": check the coordinates`,
  );
}
