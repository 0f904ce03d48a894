import { Type } from 'typebox';
import { CHANGE_APPROACHES } from '../../../../../core/concentration/change.ts';
import { CLOSED, LevelId, Nullable, OneOf, VintageParameter } from '../shapes.ts';
import { ClampParameter, InferenceParameters, ViewpointParameters } from './measuring.ts';
import { AreasParameters, CountsOrigin, IndexOutcomes, ScenarioFile } from './schemas.ts';

const Threshold = (what: string) =>
  Type.Optional(
    Type.Number({ minimum: 0, maximum: 1, description: `${what}, 0 to 1, above which an area is marked` }),
  );

export const LocalQuery = Type.Object(
  {
    ...AreasParameters,
    clamp: ClampParameter,
    weights: ViewpointParameters.weights,
    metricEpsg: ViewpointParameters.metricEpsg,
    draws: Type.Optional(Type.Integer({ minimum: 1, maximum: 9999, default: 999 })),
    seed: InferenceParameters.seed,
    falseDiscovery: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        exclusiveMaximum: 1,
        default: 0.05,
        description:
          'Share of false finds allowed among areas called significant (Benjamini & Hochberg 1995)',
      }),
    ),
    shareAbove: Threshold('Share of social dwellings'),
    povertyAbove: Threshold('Child-poverty index'),
  },
  CLOSED,
);

const Cells = Type.Array(Nullable(Type.Number()));

export const LocalAnswer = Type.Object({
  ...CountsOrigin,
  zones: Type.Integer(),
  dropped: Type.Integer(),
  clamped: Type.Array(Type.String()),
  social: Type.Number(),
  total: Type.Number(),
  metricEpsg: Type.Integer(),
  draws: Type.Integer(),
  seed: Type.Integer(),
  significantUpTo: Nullable(
    Type.Number({ description: 'Largest p of local Moran that counts as significant' }),
  ),
  autocorrelation: Nullable(
    Type.Unsafe<Record<string, object>>({
      type: 'object',
      additionalProperties: Type.Object({
        value: Type.Number(),
        expected: Type.Number(),
        variance: Type.Number(),
        z: Type.Number(),
        p: Type.Number({ description: 'Two-sided, under the normal curve' }),
      }),
      description: 'Of the shares, against their moments under randomisation',
    }),
  ),
  povertyYear: Nullable(Type.Integer()),
  columns: Type.Unsafe<Record<string, unknown>>({
    type: 'object',
    properties: { code: Type.Array(Type.String()), index: Type.Array(Type.Integer()) },
    additionalProperties: Cells,
  }),
});

export const DecompositionQuery = Type.Object(
  {
    ...AreasParameters,
    divisions: Type.String({
      pattern: '^[a-z]+(,[a-z]+){0,4}$',
      description: 'Coarser levels from coarse to fine, such as province,municipality',
    }),
  },
  CLOSED,
);

const Information = { m: Type.Number({ description: 'Nats' }), h: Nullable(Type.Number()) };

export const DecompositionAnswer = Type.Object({
  ...CountsOrigin,
  total: Type.Object(Information),
  between: Type.Array(Type.Object({ division: LevelId, ...Information })),
  within: Type.Object(Information),
  parts: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      ...Information,
      share: Type.Number(),
      entropyRatio: Type.Number(),
    }),
  ),
});

const Year = Type.Integer({ minimum: 1800, maximum: 2200 });
const { year: _, ...withoutYear } = AreasParameters;

const CHANGE_PARAMETERS = {
  index: Type.Optional(
    Type.String({ pattern: '^[a-z][a-z0-9_]*(\\.\\d+)?$', maxLength: 80, default: 'dissimilarity' }),
  ),
  approach: Type.Optional(
    OneOf(CHANGE_APPROACHES, 'What is exchanged between the years; default composition'),
  ),
  clamp: ClampParameter,
  ...InferenceParameters,
};

export const ChangeQuery = Type.Object(
  {
    ...withoutYear,
    vintage: VintageParameter,
    from: Year,
    to: Year,
    ...CHANGE_PARAMETERS,
  },
  CLOSED,
);

const CHANGED = {
  index: Type.String(),
  approach: OneOf(CHANGE_APPROACHES),
  first: Type.Number(),
  second: Type.Number(),
  difference: Type.Number({ description: 'first − second' }),
  composition: Type.Number({ description: 'Part of the difference through the mix of dwellings' }),
  spatial: Type.Number({ description: 'Part through where dwellings are' }),
  comparison: Nullable(
    Type.Object({
      corrected: Type.Number(),
      interval: Type.Object({ level: Type.Number(), low: Type.Number(), high: Type.Number() }),
      p: Type.Number(),
      draws: Type.Integer(),
    }),
  ),
};

export const ChangeAnswer = Type.Object({
  ...CountsOrigin,
  from: Type.Integer(),
  to: Type.Integer(),
  ...CHANGED,
});

/** Without years, level and scope: the scenarios say those. */
export const SituationsQuery = Type.Object(CHANGE_PARAMETERS, CLOSED);

export const SituationsBody = Type.Object(
  {
    first: Type.Optional(ScenarioFile),
    second: ScenarioFile,
  },
  CLOSED,
);

export const SituationsAnswer = Type.Object({ ...CountsOrigin, ...CHANGED });

export const GroupsQuery = Type.Object(
  {
    ...AreasParameters,
    indicator: Type.Optional(Type.String({ minLength: 1, maxLength: 80, default: 'dwellings' })),
    dimension: Type.String({ pattern: '^[\\p{L}\\p{N}_.-]+$', maxLength: 80, description: 'Such as tenure' }),
    distortion: Type.Optional(
      Type.Boolean({ default: false, description: 'Also the distortion, which takes n² log n for n areas' }),
    ),
    metricEpsg: ViewpointParameters.metricEpsg,
  },
  CLOSED,
);

export const GroupsAnswer = Type.Object({
  ...CountsOrigin,
  dimension: Type.String(),
  zones: Type.Integer(),
  dropped: Type.Integer(),
  groups: Type.Array(Type.Object({ category: Type.String(), sum: Type.Number() })),
  indices: IndexOutcomes,
});
