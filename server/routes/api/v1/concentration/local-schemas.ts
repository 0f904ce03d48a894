import { Type } from 'typebox';
import { Nullable } from '../shapes.ts';
import { ClampParameter, InferenceParameters, ViewpointParameters } from './measuring.ts';
import { CountsOrigin } from './schemas.ts';

const Threshold = (what: string) =>
  Type.Optional(
    Type.Number({ minimum: 0, maximum: 1, description: `${what}, 0 to 1, above which an area is marked` }),
  );

export const LocalParameters = {
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
      description: 'Share of false finds allowed among areas called significant (Benjamini & Hochberg 1995)',
    }),
  ),
  shareAbove: Threshold('Share of social dwellings'),
  povertyAbove: Threshold('Child-poverty index'),
};

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
