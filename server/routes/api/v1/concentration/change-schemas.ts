import { Type } from 'typebox';
import { CHANGE_APPROACHES } from '../../../../../core/concentration/change.ts';
import { CLOSED, Nullable, OneOf } from '../shapes.ts';
import { ClampParameter, InferenceParameters } from './measuring.ts';
import { AreasParameters, CountsOrigin, ScenarioFile, Selection } from './schemas.ts';

const Year = Type.Integer({ minimum: 1800, maximum: 2200 });
const { year: _, ...withoutYear } = AreasParameters;

/** The same areas in two years. */
export const ChangeAreas = { ...withoutYear, from: Year, to: Year };

export const ChangeParameters = {
  index: Type.Optional(
    Type.String({ pattern: '^[a-z][a-z0-9_]*(\\.\\d+)?$', maxLength: 80, default: 'dissimilarity' }),
  ),
  approach: Type.Optional(
    OneOf(CHANGE_APPROACHES, 'What is exchanged between the years; default composition'),
  ),
  clamp: ClampParameter,
  ...InferenceParameters,
};

/** A selection of areas, two situations of them in place of two years, or both. */
export const ChangeBody = Type.Object(
  { areas: Selection, first: Type.Optional(ScenarioFile), second: Type.Optional(ScenarioFile) },
  CLOSED,
);

export const ChangeAnswer = Type.Object({
  ...CountsOrigin,
  from: Type.Optional(Type.Integer({ description: 'Not between scenarios' })),
  to: Type.Optional(Type.Integer({ description: 'Not between scenarios' })),
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
});
