import { ProblemError } from '../../core/problem.ts';
import { cleanGeometry } from './geometry.ts';
import { shown } from './shown.ts';
import { decodeText, repairTexts } from './text-repair.ts';
import type { FileRecord } from './types.ts';

/** Members of a plain record that may hold its geometry, the first found counts (Opendatasoft, Gent). */
const GEOMETRY_MEMBERS = ['geometry', 'geo_shape'];

/**
 * JSON.parse on the bytes of one value.
 * @throws ProblemError bad-input naming `where` and the byte of the file where the value goes wrong, or starts
 */
export function parseSlice(bytes: Buffer, offset: number, where: string): unknown {
  const text = decodeText(bytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const sentence = reason.replace(/,? (?:\.\.\.|").*$/s, '').replace(/ (?:in JSON )?at position.*$/s, '');
    // V8 does not always say where in the text it stopped.
    const position = /at position (\d+)/.exec(reason)?.[1];
    const byte =
      position === undefined ? offset : offset + Buffer.byteLength(text.slice(0, Number(position)));
    const place = position === undefined ? `(it starts at byte ${byte})` : `at byte ${byte}`;
    throw new ProblemError('bad-input', `${where} is not valid JSON ${place}: ${sentence}`, { byte }, cause);
  }
}

/**
 * A GeoJSON Feature as a record. Its `id` becomes the property `id` when the properties have none.
 * @throws ProblemError bad-input when it is no Feature
 */
export function featureRecord(value: unknown, number: number, name: string): FileRecord {
  const where = `${name}: feature ${number}`;
  if (!isObject(value) || value.type !== 'Feature') {
    const found = isObject(value) ? `an object with type ${shown(value.type)}` : shown(value);
    const esri =
      isObject(value) && isObject(value.attributes) ? ' (this looks like Esri JSON; export as GeoJSON)' : '';
    throw new ProblemError('bad-input', `${where} is ${found}, not a Feature${esri}`, { feature: number });
  }
  const properties = value.properties ?? {};
  if (!isObject(properties)) {
    throw new ProblemError('bad-input', `${where}: properties is ${shown(properties)}, not an object`, {
      feature: number,
    });
  }
  if (value.id !== undefined && !Object.hasOwn(properties, 'id')) properties.id = value.id;
  repairTexts(properties);
  return { number, properties, geometry: cleanGeometry(value.geometry, where) };
}

/**
 * One element of a JSON array: a Feature, or a record whose members are the properties and whose geometry is a
 * geometry or a nested Feature.
 */
export function looseRecord(value: unknown, number: number, name: string): FileRecord {
  if (!isObject(value)) {
    throw new ProblemError('bad-input', `${name}: record ${number} is ${shown(value)}, not an object`, {
      feature: number,
    });
  }
  if (value.type === 'Feature') return featureRecord(value, number, name);
  const member = GEOMETRY_MEMBERS.find(key => isObject(value[key]));
  const { [member ?? '']: shape, ...properties } = value;
  repairTexts(properties);
  return { number, properties, geometry: nestedGeometry(shape, `${name}: record ${number}`) };
}

/** The geometry of a value that is a geometry or a Feature around one. */
export function nestedGeometry(shape: unknown, where: string): FileRecord['geometry'] {
  return cleanGeometry(isObject(shape) && shape.type === 'Feature' ? shape.geometry : shape, where);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
