import Type, { type TSchema } from 'typebox';
import { Check, Errors, Pointer } from 'typebox/value';
import { ProblemError } from '../problem.ts';
import {
  MAX_EDITS,
  SCENARIO_FORMAT,
  SCENARIO_VERSION,
  type ScenarioDocument,
  ScenarioSchema,
} from './document.ts';
import { type Edit, type EditKind, editSchemas } from './edit.ts';
import { areasNamed, drawnAs } from './edits.ts';
import { drawingFault } from './geometry.ts';
import { upgraded } from './upgrade.ts';

/** All but the edits, which are looked at one by one so that the message says in which of them something is wrong. */
const HeaderSchema = Type.Object(
  { ...ScenarioSchema.properties, edits: Type.Array(Type.Unknown()) },
  { additionalProperties: false },
);

/**
 * Reads a scenario file that was parsed as JSON. Throws ProblemError `bad-input` that names what is wrong and
 * where: a file of another product, a version of a newer Buurtbalans, a member that is unknown or missing, a
 * number of dwellings that is negative or fractional, an edit id or an area that stands there twice; and
 * `too-large` for more than 10,000 edits. A file of version 1 is brought to this version; otherwise the answer is the
 * input itself, now known to be a scenario.
 */
export function parseScenario(given: unknown): ScenarioDocument {
  const input = upgraded(given);
  if (!isRecord(input) || input.format !== SCENARIO_FORMAT) {
    throw new ProblemError(
      'bad-input',
      `This is not a scenario file of Buurtbalans: "format" is ${shown(isRecord(input) ? input.format : input)} and must be "${SCENARIO_FORMAT}".`,
    );
  }
  if (typeof input.version === 'number' && input.version > SCENARIO_VERSION) {
    throw new ProblemError(
      'bad-input',
      `The scenario file has version ${input.version} and this Buurtbalans reads up to ${SCENARIO_VERSION}; update Buurtbalans to open it.`,
      { version: input.version },
    );
  }
  if (Array.isArray(input.edits) && input.edits.length > MAX_EDITS) {
    throw new ProblemError(
      'too-large',
      `The scenario has ${input.edits.length} edits and ${MAX_EDITS} is the most; split it into several scenarios.`,
      { edits: input.edits.length, maximum: MAX_EDITS },
    );
  }
  requireSchema(HeaderSchema, input, '');
  const document = input as ScenarioDocument;
  const ids = new Set<string>();
  document.edits.forEach((edit, position) => {
    const place = `edits[${position}]`;
    requireEdit(edit, place);
    if (ids.has(edit.id)) {
      throw badMember(
        `${place}.id`,
        `${shown(edit.id)} stands there twice; every edit needs an id of its own`,
      );
    }
    ids.add(edit.id);
  });
  (document.parameters.catchments ?? []).forEach(({ geometry }, position) => {
    const fault = drawingFault(geometry);
    if (fault !== null)
      throw badMember(`parameters.catchments[${position}].geometry`, `${fault.says}; draw it anew`);
  });
  return document;
}

function requireEdit(edit: unknown, place: string): asserts edit is Edit {
  const kind = isRecord(edit) ? edit.kind : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(editSchemas, kind)) {
    const known = Object.keys(editSchemas).join(', ');
    throw badMember(`${place}.kind`, `is ${shown(kind)} and must be one of: ${known}`);
  }
  requireSchema(editSchemas[kind as EditKind], edit, place);
  const known = edit as Edit;
  const drawn = drawnAs(known);
  const fault = drawn === null ? null : drawingFault(drawn);
  if (fault !== null) throw badMember(`${place}.${drawnMember(known)}`, `${fault.says}; draw it anew`);
  const areas = areasNamed(known);
  if (new Set(areas).size < areas.length) {
    const seen = new Set<string>();
    const twice = areas.find(code => seen.has(code) || !seen.add(code));
    throw badMember(`${place}.${areasMember(known)}`, `names ${shown(twice)} twice; name every area once`);
  }
}

/** The member of an edit that holds its drawing. */
const drawnMember = (edit: Edit): string => ('geometry' in edit ? 'geometry' : 'place.geometry');

/** The member of an edit that names its areas. */
function areasMember(edit: Edit): string {
  if (edit.kind === 'move') return 'to';
  if (!('place' in edit)) return 'areas';
  return edit.place.kind === 'areas' ? 'place.areas' : 'place.parts';
}

function requireSchema(schema: TSchema, value: unknown, place: string): void {
  if (Check(schema, value)) return;
  // A closed object reports an unknown member twice; the second report names it.
  const errors = Errors(schema, value).filter(({ keyword }) => keyword !== 'boolean');
  const error = errors.find(({ keyword }) => keyword !== 'anyOf') ?? errors[0]!;
  const path = [place, ...error.instancePath.split('/').slice(1)].filter(part => part !== '');
  const member = path.join('.').replace(/\.(\d+)(?=\.|$)/g, '[$1]');
  if (error.keyword === 'additionalProperties') {
    const unknown = error.params.additionalProperties.map(name => [member, name].filter(Boolean).join('.'));
    throw badMember(unknown.join(', '), 'is not a member of a scenario file; remove it');
  }
  if (error.keyword === 'required') {
    const missing = error.params.requiredProperties.map(name => [member, name].filter(Boolean).join('.'));
    throw badMember(missing.join(', '), 'is missing');
  }
  if (error.keyword === 'enum') {
    const known = error.params.allowedValues.join(', ');
    throw badMember(
      member,
      `is ${shown(Pointer.Get(value, error.instancePath))} and must be one of: ${known}`,
    );
  }
  const found = Pointer.Get(value, error.instancePath);
  throw badMember(member || 'the file', `is ${shown(found)} and ${error.message}`);
}

function badMember(member: string, says: string): ProblemError {
  return new ProblemError('bad-input', `Scenario file: ${member} ${says}.`, { member });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a person recognises it in the file, cut where it is long. */
function shown(value: unknown): string {
  const text = value === undefined ? 'missing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
