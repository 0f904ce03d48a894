import { Type } from 'typebox';
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

export const IndicesParameter = Type.Optional(
  Type.String({
    pattern: '^[a-z][a-z0-9_]*(,[a-z][a-z0-9_]*)*$',
    maxLength: 500,
    description: 'Comma list of indices, such as dissimilarity,isolation',
  }),
);

export const ClampParameter = Type.Optional(
  Type.Boolean({
    default: false,
    description:
      'Lower social dwellings above the total to the total, and list those areas, instead of refusing',
  }),
);

export const ConcentrationQuery = Type.Object(
  {
    ...RegionQuery,
    indicator: Type.Optional(Type.String({ minLength: 1, maxLength: 80, default: 'social_share' })),
    level: LevelId,
    vintage: VintageParameter,
    year: YearParameter,
    scope: ScopeParameter,
    indices: IndicesParameter,
    clamp: ClampParameter,
  },
  CLOSED,
);

/** By id: `{ value }`, or `{ undefined: true, reason, code }` where it cannot be computed. */
export const IndexOutcomes = Type.Unsafe<Record<string, object>>({
  type: 'object',
  additionalProperties: {
    type: 'object',
    properties: {
      value: { type: 'number' },
      undefined: { type: 'boolean' },
      reason: { type: 'string' },
      code: { type: 'string' },
    },
  },
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

export const ConcentrationAnswer = Type.Object({
  release: ReleaseHash,
  region: Type.String(),
  indicator: Type.String(),
  level: LevelId,
  vintage: Type.Integer(),
  year: Type.Integer(),
  basis: OneOf(['counts', 'published_ratio', 'aggregated']),
  source: Source,
  scope: Nullable(AreaReference),
  ...ConcentrationFigures.properties,
});
