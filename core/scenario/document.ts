import Type, { type Static } from 'typebox';
import { AREA_LEVELS } from '../areas/types.ts';
import { indices } from '../concentration/registry.ts';
import { type AnyIndex, contiguityIndices } from '../concentration/spatial-registry.ts';
import { CatchmentSchema, MAX_CATCHMENTS } from './catchments.ts';
import { ChildrenSchema } from './children.ts';
import { EditSchema, IdSchema, YearSchema } from './edit.ts';
import { CodeSchema } from './place.ts';
import { SOCIAL_KINDS } from './social-kinds.ts';

export const SCENARIO_FORMAT = 'buurtbalans-scenario';
export const SCENARIO_VERSION = 2;
/** Most edits one file may hold. */
export const MAX_EDITS = 10_000;

const closed = { additionalProperties: false } as const;
const Instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$' });
const LevelSchema = Type.Enum(AREA_LEVELS);

/** What a scenario is measured against: one release of one region, and the counts of one indicator in it. */
export const BaselineSchema = Type.Object(
  {
    region: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,30}$' }),
    /** Hash of the release the scenario was made on. */
    release: Type.String({ pattern: '^[0-9a-f]{8,128}$' }),
    /** Hash of the areas version, which says whether the codes still mean the same polygons. */
    areasHash: Type.String({ pattern: '^[0-9a-f]{8,128}$' }),
    level: LevelSchema,
    vintage: YearSchema,
    indicator: Type.Literal('social_share'),
    year: YearSchema,
    /** The area whose descendants are looked at, or null for the whole region. */
    scope: Type.Union([Type.Object({ level: LevelSchema, code: CodeSchema }, closed), Type.Null()]),
  },
  closed,
);

/** Indices that a scenario may put at the head of its panel: those of counts, and those that ask who touches whom. */
export const SCENARIO_INDICES: readonly AnyIndex[] = [...indices, ...contiguityIndices];

/** What the planner may set; a member that is absent has the product's own value. */
export const ParametersSchema = Type.Object(
  {
    /** The index of concentration that is looked at first. */
    index: Type.Optional(Type.Enum(SCENARIO_INDICES.map(index => index.id))),
    /** Children to expect per dwelling. */
    children: Type.Optional(ChildrenSchema),
    /** Bedrooms from which a dwelling is one for a family. */
    familyBedrooms: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    /** Share of social dwellings above which an area counts as having many. */
    manySocial: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    /** Metres on foot within which a place to play, or to meet, is within reach. */
    playWithinM: Type.Optional(Type.Number({ minimum: 1, maximum: 20_000 })),
    meetingWithinM: Type.Optional(Type.Number({ minimum: 1, maximum: 20_000 })),
    /** Kinds of social dwellings that count for the objective; without it those that the target counts. */
    objectiveKinds: Type.Optional(
      Type.Array(Type.Enum(SOCIAL_KINDS), { minItems: 1, maxItems: SOCIAL_KINDS.length, uniqueItems: true }),
    ),
    /** How many times as long a walk is as a straight line. */
    detour: Type.Optional(Type.Number({ minimum: 1, maximum: 3 })),
    /** Areas whose pupils go to a school; of a function without any they go to the nearest. */
    catchments: Type.Optional(Type.Array(CatchmentSchema, { maxItems: MAX_CATCHMENTS })),
  },
  closed,
);

const FigureValue = Type.Union([Type.Number(), Type.Null()]);

/** What a scenario came to when it was written: to be computed again and compared, never to be believed. */
export const ResultsSchema = Type.Object(
  {
    /** Hash of the release on which it was computed. */
    release: Type.String({ pattern: '^[0-9a-f]{8,128}$' }),
    computedAt: Instant,
    /** Version of Buurtbalans that computed it. */
    version: Type.String({ minLength: 1, maxLength: 40 }),
    /** The parameters as they were used. */
    parameters: ParametersSchema,
    figures: Type.Array(
      Type.Object(
        {
          id: Type.String({ minLength: 1, maxLength: 80 }),
          unit: Type.String({ minLength: 1, maxLength: 40 }),
          before: FigureValue,
          after: FigureValue,
          difference: FigureValue,
        },
        closed,
      ),
      { maxItems: 1_000 },
    ),
  },
  closed,
);

/** The scenario a branch was made of, and the version: `updatedAt` of the document that it was then. */
export const OriginSchema = Type.Object(
  { id: IdSchema, title: Type.String({ minLength: 1, maxLength: 200 }), updatedAt: Instant },
  closed,
);

/** The scenario file. */
export const ScenarioSchema = Type.Object(
  {
    format: Type.Literal(SCENARIO_FORMAT),
    version: Type.Literal(SCENARIO_VERSION),
    id: IdSchema,
    title: Type.String({ minLength: 1, maxLength: 200 }),
    note: Type.String({ maxLength: 10_000 }),
    createdAt: Instant,
    updatedAt: Instant,
    /** Of a branch alone. */
    origin: Type.Optional(OriginSchema),
    baseline: BaselineSchema,
    parameters: ParametersSchema,
    edits: Type.Array(EditSchema, { maxItems: MAX_EDITS }),
    results: Type.Optional(ResultsSchema),
  },
  closed,
);

export type ScenarioParameters = Static<typeof ParametersSchema>;
export type ScenarioResults = Static<typeof ResultsSchema>;
export type ScenarioBaseline = Static<typeof BaselineSchema>;
export type ScenarioDocument = Static<typeof ScenarioSchema>;
