import { type TProperties, Type } from 'typebox';
import { AreaReference } from '../areas/schemas.ts';
import {
  CLOSED,
  LevelId,
  Nullable,
  OneOf,
  RegionQuery,
  ReleaseHash,
  ScopeParameter,
  Source,
  VintageParameter,
  YearParameter,
} from '../shapes.ts';

export const IndicatorParameter = Type.Optional(
  Type.String({ minLength: 1, maxLength: 80, description: 'Default social_share' }),
);

/** Which areas and which of their counts. */
export const AreasParameters = {
  ...RegionQuery,
  indicator: IndicatorParameter,
  level: LevelId,
  vintage: VintageParameter,
  year: YearParameter,
  scope: ScopeParameter,
};

/** A scenario file inside another body; `parseScenario` of the core checks it and says what is wrong where. */
export const ScenarioFile = Type.Unsafe<unknown>({
  type: 'object',
  additionalProperties: true,
  description: 'A scenario file: its areas are measured after its edits',
});

/** Codes of a selection. */
export const Selection = Type.Optional(
  Type.Array(Type.String({ minLength: 1, maxLength: 80 }), {
    minItems: 1,
    maxItems: 200_000,
    description: 'Codes of the areas to measure, such as those in a drawn polygon',
  }),
);

/** A selection of areas, a scenario, or both. */
export const SelectionBody = Type.Object({ areas: Selection, scenario: Type.Optional(ScenarioFile) }, CLOSED);

/** What an index can say of itself, with and without draws; `null` is the null model. */
const MEASURED: TProperties = {
  value: Type.Optional(Type.Number()),
  errorBound: Type.Optional(Type.Number()),
  undefined: Type.Optional(Type.Boolean()),
  reason: Type.Optional(Type.String()),
  code: Type.Optional(Type.String()),
  expected: Type.Optional(Nullable(Type.Number())),
  expectedBy: Type.Optional(OneOf(['exact', 'simulation'])),
  beyondChance: Type.Optional(Nullable(Type.Number())),
  corrected: Type.Optional(Nullable(Type.Number())),
  interval: Type.Optional(
    Nullable(Type.Object({ level: Type.Number(), low: Type.Number(), high: Type.Number() })),
  ),
  p: Type.Optional(Type.Number()),
  draws: Type.Optional(Type.Integer()),
  null: Type.Optional(OneOf(['allocation', 'places'])),
};
export const MeasuredIndex = Type.Unsafe<object>(Type.Object(MEASURED));

/** By id: `{ value }`, or `{ undefined: true, reason, code }` where it cannot be computed. */
export const IndexOutcomes = Type.Unsafe<Record<string, object>>({
  type: 'object',
  additionalProperties: MeasuredIndex,
});

/** What is measured, and on what. */
export const ConcentrationFigures = Type.Object({
  zones: Type.Integer({ description: 'Areas with dwellings' }),
  dropped: Type.Integer({ description: 'Areas without dwellings, left out' }),
  clamped: Type.Array(Type.String(), { description: 'Codes of areas that were lowered to their total' }),
  social: Type.Number(),
  total: Type.Number(),
  indices: IndexOutcomes,
});

/** Which counts an answer is about. */
export const CountsOrigin = {
  release: ReleaseHash,
  region: Type.String(),
  indicator: Type.String(),
  level: LevelId,
  vintage: Type.Integer(),
  year: Type.Integer(),
  basis: OneOf(['counts', 'published_ratio', 'aggregated']),
  source: Source,
  scope: Nullable(AreaReference),
};

export const ConcentrationAnswer = Type.Object({
  ...CountsOrigin,
  ...ConcentrationFigures.properties,
  metricEpsg: Nullable(Type.Integer({ description: 'In which distances were measured' })),
  draws: Type.Integer(),
  seed: Nullable(Type.Integer()),
});
