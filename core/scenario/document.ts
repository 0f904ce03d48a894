import Type, { type Static, type TSchema } from 'typebox';
import { Check, Errors, Pointer } from 'typebox/value';
import { AREA_LEVELS } from '../areas/types.ts';
import { ProblemError } from '../problem.ts';

export const SCENARIO_FORMAT = 'buurtbalans-scenario';
export const SCENARIO_VERSION = 1;
/** Most edits one file may hold. */
export const MAX_EDITS = 10_000;
/** Most areas one edit may name: twice the statistical sectors of Flanders. */
export const MAX_AREAS_PER_EDIT = 20_000;
/** Most dwellings one edit may add to an area. */
export const MAX_DWELLINGS_PER_AREA = 1_000_000;

const closed = { additionalProperties: false } as const;
const Id = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });
const Code = Type.String({ minLength: 1, maxLength: 100 });
const Dwellings = Type.Integer({ minimum: 0, maximum: MAX_DWELLINGS_PER_AREA });
const Instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$' });
const Year = Type.Integer({ minimum: 1800, maximum: 2200 });
const LevelSchema = Type.Enum(AREA_LEVELS);

/** New dwellings in whole areas: each named area gets the same numbers. */
export const AddDwellingsSchema = Type.Object(
  {
    id: Id,
    kind: Type.Literal('add'),
    areas: Type.Array(Code, { minItems: 1, maxItems: MAX_AREAS_PER_EDIT }),
    /** Social dwellings added to each area; they count in its total too. */
    socialPerArea: Dwellings,
    /** Other dwellings added to each area. */
    otherPerArea: Dwellings,
    note: Type.String({ maxLength: 2_000 }),
    enabled: Type.Boolean(),
  },
  closed,
);

/** One edit; a later kind is one more member of this union. */
export const EditSchema = Type.Union([AddDwellingsSchema]);

/** What a scenario is measured against: one release of one region, and the counts of one indicator in it. */
export const BaselineSchema = Type.Object(
  {
    region: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,30}$' }),
    /** Hash of the release the scenario was made on. */
    release: Type.String({ pattern: '^[0-9a-f]{8,128}$' }),
    /** Hash of the areas version, which says whether the codes still mean the same polygons. */
    areasHash: Type.String({ pattern: '^[0-9a-f]{8,128}$' }),
    level: LevelSchema,
    vintage: Year,
    indicator: Type.Literal('social_share'),
    year: Year,
    /** The area whose descendants are looked at, or null for the whole region. */
    scope: Type.Union([Type.Object({ level: LevelSchema, code: Code }, closed), Type.Null()]),
  },
  closed,
);

/** The scenario file. `parameters` is empty in version 1 and there so that later versions need no new place. */
export const ScenarioSchema = Type.Object(
  {
    format: Type.Literal(SCENARIO_FORMAT),
    version: Type.Literal(SCENARIO_VERSION),
    id: Id,
    title: Type.String({ minLength: 1, maxLength: 200 }),
    note: Type.String({ maxLength: 10_000 }),
    createdAt: Instant,
    updatedAt: Instant,
    baseline: BaselineSchema,
    parameters: Type.Object({}, closed),
    edits: Type.Array(EditSchema, { maxItems: MAX_EDITS }),
  },
  closed,
);

export type AddDwellings = Static<typeof AddDwellingsSchema>;
export type Edit = Static<typeof EditSchema>;
export type ScenarioBaseline = Static<typeof BaselineSchema>;
export type ScenarioDocument = Static<typeof ScenarioSchema>;

const HeaderSchema = Type.Object({ ...ScenarioSchema.properties, edits: Type.Array(Type.Unknown()) }, closed);
const editSchemas: Readonly<Record<Edit['kind'], TSchema>> = { add: AddDwellingsSchema };

/**
 * Reads a scenario file that was parsed as JSON. Throws ProblemError `bad-input` that names what is wrong and
 * where: a file of another product, a version of a newer Buurtbalans, a member that is unknown or missing, a
 * number of dwellings that is negative or fractional, an edit id or an area that stands there twice; and
 * `too-large` for more than 10,000 edits. The answer is the input itself, now known to be a scenario.
 */
export function parseScenario(input: unknown): ScenarioDocument {
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
  return document;
}

function requireEdit(edit: unknown, place: string): asserts edit is Edit {
  const kind = isRecord(edit) ? edit.kind : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(editSchemas, kind)) {
    const known = Object.keys(editSchemas).join(', ');
    throw badMember(`${place}.kind`, `is ${shown(kind)} and must be one of: ${known}`);
  }
  requireSchema(editSchemas[kind as Edit['kind']], edit, place);
  const { areas } = edit as Edit;
  if (new Set(areas).size < areas.length) {
    const seen = new Set<string>();
    const twice = areas.find(code => seen.has(code) || !seen.add(code));
    throw badMember(`${place}.areas`, `names ${shown(twice)} twice; name every area once`);
  }
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
