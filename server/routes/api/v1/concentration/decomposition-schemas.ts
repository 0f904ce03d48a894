import { Type } from 'typebox';
import { LevelId, Nullable } from '../shapes.ts';
import { CountsOrigin } from './schemas.ts';

export const DecompositionParameters = {
  divisions: Type.String({
    pattern: '^[a-z]+(,[a-z]+){0,4}$',
    description: 'Coarser levels from coarse to fine, such as province,municipality',
  }),
};

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
