import { Type } from 'typebox';
import { ViewpointParameters } from './measuring.ts';
import { AreasParameters, CountsOrigin, IndexOutcomes } from './schemas.ts';

/** Of a count, not of a ratio. */
export const GroupsAreas = {
  ...AreasParameters,
  indicator: Type.Optional(
    Type.String({ minLength: 1, maxLength: 80, description: 'A count; default dwellings' }),
  ),
};

export const GroupsParameters = {
  dimension: Type.String({ pattern: '^[\\p{L}\\p{N}_.-]+$', maxLength: 80, description: 'Such as tenure' }),
  distortion: Type.Optional(
    Type.Boolean({ default: false, description: 'Also the distortion, which takes n² log n for n areas' }),
  ),
  metricEpsg: ViewpointParameters.metricEpsg,
};

export const GroupsAnswer = Type.Object({
  ...CountsOrigin,
  dimension: Type.String(),
  zones: Type.Integer(),
  dropped: Type.Integer(),
  groups: Type.Array(Type.Object({ category: Type.String(), sum: Type.Number() })),
  indices: IndexOutcomes,
});
