import { Type } from 'typebox';
import {
  CLOSED,
  LevelId,
  Nullable,
  OneOf,
  RegionQuery,
  ReleaseHash,
  Source,
  VintageParameter,
  YearParameter,
} from '../shapes.ts';

export const ValuesQuery = Type.Object(
  {
    ...RegionQuery,
    indicator: Type.String({ minLength: 1, maxLength: 80 }),
    level: LevelId,
    vintage: VintageParameter,
    year: YearParameter,
    category: Type.Optional(
      Type.String({
        pattern: '^[^\\u0000-\\u001f]{1,100}$',
        description: 'dimension=label, e.g. age=0-2; default the whole',
      }),
    ),
  },
  CLOSED,
);

const NumberColumn = Type.Array(Nullable(Type.Number()));

export const Values = Type.Object({
  release: ReleaseHash,
  region: Type.String(),
  indicator: Type.String(),
  level: LevelId,
  vintage: Type.Integer(),
  year: Type.Integer(),
  category: Nullable(Type.String()),
  basis: OneOf(['counts', 'published_ratio', 'aggregated']),
  areasHash: Type.String({ description: 'Hash of the areas version the columns are aligned with' }),
  aggregatedFrom: Nullable(LevelId),
  source: Source,
  hash: Type.String({ description: 'Hash of the dataset version the values come from' }),
  columns: Type.Object({
    numerator: NumberColumn,
    denominator: NumberColumn,
    value: NumberColumn,
    status: Type.Array(Type.Integer(), {
      description: '0 ok, 1 missing, 2 suppressed, 3 not applicable, 4 not covered',
    }),
  }),
});
