import Type, { type Static, type TSchema } from 'typebox';
import { PositionSchema, SiteGeometrySchema } from './geometry.ts';
import { DwellingsSchema, HomesSchema } from './homes.ts';
import { AreasSchema, CodeSchema, PlaceSchema } from './place.ts';
import { SOCIAL_KINDS } from './social-kinds.ts';

const closed = { additionalProperties: false } as const;
export const IdSchema = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });
export const YearSchema = Type.Integer({ minimum: 1800, maximum: 2200 });
/** How the social dwellings are held, for what asks it (the objective); without it they count whatever is asked. */
const SocialKindOrNone = Type.Optional(Type.Enum(SOCIAL_KINDS));
const Title = Type.String({ maxLength: 200 });
const YearOrNone = Type.Union([YearSchema, Type.Null()]);

/** How far a project is, from a thought to homes that are lived in. */
export const PROJECT_STATUSES = ['idea', 'planned', 'permitted', 'building', 'completed'] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** Most functions one place can have; what a function is called belongs to the data, not to the file format. */
const Functions = Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: 20 });

/** What every edit has; an edit that is switched off counts for nothing and keeps its place. */
const common = {
  id: IdSchema,
  note: Type.String({ maxLength: 2_000 }),
  author: Type.String({ maxLength: 200 }),
  enabled: Type.Boolean(),
};

/** A housing project: new dwellings, social ones by size and private ones, which count in the total alone. */
export const BuildSchema = Type.Object(
  {
    ...common,
    kind: Type.Literal('build'),
    title: Title,
    place: PlaceSchema,
    social: HomesSchema,
    socialKind: SocialKindOrNone,
    private: DwellingsSchema,
    /** Year of completion. */
    year: YearOrNone,
    status: Type.Enum(PROJECT_STATUSES),
  },
  closed,
);

/** Existing dwellings put to social use: the total stays, the social part grows. */
export const ConvertSchema = Type.Object(
  {
    ...common,
    kind: Type.Literal('convert'),
    title: Title,
    place: PlaceSchema,
    social: HomesSchema,
    socialKind: SocialKindOrNone,
    year: YearOrNone,
  },
  closed,
);

/** Social dwellings made better: no count changes. */
export const RenovateSchema = Type.Object(
  {
    ...common,
    kind: Type.Literal('renovate'),
    title: Title,
    place: PlaceSchema,
    social: HomesSchema,
    year: YearOrNone,
  },
  closed,
);

/** Dwellings taken down. */
export const DemolishSchema = Type.Object(
  {
    ...common,
    kind: Type.Literal('demolish'),
    title: Title,
    place: PlaceSchema,
    social: HomesSchema,
    socialKind: SocialKindOrNone,
    private: DwellingsSchema,
    year: YearOrNone,
  },
  closed,
);

/** Social dwellings that go from one area to another: as many fewer here as more there. */
export const MoveSchema = Type.Object(
  { ...common, kind: Type.Literal('move'), from: CodeSchema, to: CodeSchema, social: HomesSchema },
  closed,
);

/** A new place to play, meet or be helped. */
export const OpenFacilitySchema = Type.Object(
  {
    ...common,
    kind: Type.Literal('open-facility'),
    title: Title,
    functions: Functions,
    geometry: SiteGeometrySchema,
    year: YearOrNone,
  },
  closed,
);

const present = {
  /** Code of a place in the release. */
  facility: CodeSchema,
  /** Where it was when it was chosen, so that it is found on the map when a release no longer has it. */
  at: Type.Optional(PositionSchema),
};

/** Other functions for a place that is there. */
export const ChangeFacilitySchema = Type.Object(
  { ...common, ...present, kind: Type.Literal('change-facility'), functions: Functions },
  closed,
);

export const CloseFacilitySchema = Type.Object(
  { ...common, ...present, kind: Type.Literal('close-facility') },
  closed,
);

/** Areas that stay as the edits before this one leave them: no later edit may change their dwellings. */
export const LockSchema = Type.Object({ ...common, kind: Type.Literal('lock'), areas: AreasSchema }, closed);

/** A zone where nothing may be built. */
export const ExcludeSchema = Type.Object(
  { ...common, kind: Type.Literal('exclude'), title: Title, place: PlaceSchema },
  closed,
);

/** The most new dwellings each of these areas has room for, social and private together. */
export const CapacitySchema = Type.Object(
  { ...common, kind: Type.Literal('capacity'), areas: AreasSchema, dwellings: DwellingsSchema },
  closed,
);

export const editSchemas = {
  build: BuildSchema,
  convert: ConvertSchema,
  renovate: RenovateSchema,
  demolish: DemolishSchema,
  move: MoveSchema,
  'open-facility': OpenFacilitySchema,
  'change-facility': ChangeFacilitySchema,
  'close-facility': CloseFacilitySchema,
  lock: LockSchema,
  exclude: ExcludeSchema,
  capacity: CapacitySchema,
} as const satisfies Record<string, TSchema>;

/** One edit; a later kind is one more schema above. */
export const EditSchema = Type.Union([
  BuildSchema,
  ConvertSchema,
  RenovateSchema,
  DemolishSchema,
  MoveSchema,
  OpenFacilitySchema,
  ChangeFacilitySchema,
  CloseFacilitySchema,
  LockSchema,
  ExcludeSchema,
  CapacitySchema,
]);

export type EditKind = keyof typeof editSchemas;
type EditOf = { [Kind in EditKind]: Static<(typeof editSchemas)[Kind]> };
export type Edit = EditOf[EditKind];
export type Build = EditOf['build'];
export type Move = EditOf['move'];
/** Edits of dwellings in a place. */
export type HousingEdit = EditOf['build' | 'convert' | 'renovate' | 'demolish'];

export const isHousing = (edit: Edit): edit is HousingEdit =>
  edit.kind === 'build' || edit.kind === 'convert' || edit.kind === 'renovate' || edit.kind === 'demolish';
