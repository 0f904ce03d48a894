import { Type } from 'typebox';
import {
  CityDensityParameter,
  ClampParameter,
  InferenceParameters,
  ViewpointParameters,
} from '../concentration/measuring.ts';
import { CountsOrigin, IndicatorParameter, MeasuredIndex } from '../concentration/schemas.ts';
import {
  CLOSED,
  LevelId,
  Nullable,
  OneOf,
  RegionQuery,
  ScopeParameter,
  VintageParameter,
  YearParameter,
} from '../shapes.ts';

const IndexParameter = Type.Optional(
  Type.String({
    pattern: '^[a-z][a-z0-9_]*(\\.\\d+)?$',
    maxLength: 80,
    default: 'dissimilarity',
    description: 'Id of the index',
  }),
);

const OfParameter = LevelId;

const common = {
  ...RegionQuery,
  of: OfParameter,
  indicator: IndicatorParameter,
  vintage: VintageParameter,
  index: IndexParameter,
  clamp: ClampParameter,
  ...ViewpointParameters,
};

export const ComparisonQuery = Type.Object(
  {
    ...common,
    level: LevelId,
    year: YearParameter,
    scope: ScopeParameter,
    ...InferenceParameters,
    cityDensity: CityDensityParameter,
  },
  CLOSED,
);

export const YearsQuery = Type.Object({ ...common, level: LevelId }, CLOSED);

export const ZonesQuery = Type.Object(
  {
    ...common,
    code: Type.String({ minLength: 1, maxLength: 80, description: 'Code of the region' }),
    year: YearParameter,
    ...InferenceParameters,
  },
  CLOSED,
);

const RegionCode = (which: string) =>
  Type.String({ minLength: 1, maxLength: 80, description: `Code of the ${which} region` });

export const PairQuery = Type.Object(
  {
    ...RegionQuery,
    of: LevelId,
    level: LevelId,
    vintage: VintageParameter,
    year: YearParameter,
    indicator: IndicatorParameter,
    index: IndexParameter,
    first: RegionCode('first'),
    second: RegionCode('second'),
    clamp: ClampParameter,
    draws: Type.Optional(Type.Integer({ minimum: 1, maximum: 9999, default: 999 })),
    seed: InferenceParameters.seed,
    interval: InferenceParameters.interval,
  },
  CLOSED,
);

const Problem = Nullable(Type.Object({ code: Type.String(), detail: Type.String() }));
const Interval = Type.Object({
  regions: Type.Integer(),
  low: Type.Number(),
  median: Type.Number(),
  high: Type.Number(),
});

const Lack = {
  lacks: OneOf(['zones', 'dwellings', 'social', 'chance']),
  has: Type.Number(),
  needs: Type.Number(),
};

const LackOfRegion = Nullable(
  Type.Object(Lack, { description: 'Why its value says more about chance than about the place' }),
);

const YearBeside = Nullable(
  Type.Integer({ description: 'The year of the counts, else the nearest before it, else the nearest after' }),
);

const ComparedRegion = Type.Object({
  code: Type.String(),
  name: Type.String(),
  parentCode: Nullable(Type.String()),
  own: Type.Boolean({ description: 'Whether it lies in the scope; true for all without one' }),
  zones: Nullable(Type.Integer()),
  dropped: Nullable(Type.Integer()),
  clamped: Type.Array(Type.String()),
  social: Nullable(Type.Number()),
  total: Nullable(Type.Number()),
  households: Nullable(Type.Number()),
  householdsYear: YearBeside,
  childPoverty: Nullable(Type.Number()),
  childPovertyYear: YearBeside,
  index: Nullable(MeasuredIndex),
  spreadRatio: Nullable(MeasuredIndex),
  lack: LackOfRegion,
  problem: Problem,
});

const Asked = {
  of: LevelId,
  index: Type.String(),
  metricEpsg: Nullable(Type.Integer()),
};
const Drawn = {
  draws: Type.Integer(),
  seed: Nullable(Type.Integer()),
  interval: Nullable(Type.Number()),
};

const counts = {
  zones: Type.Integer(),
  dwellings: Type.Integer(),
  social: Type.Integer(),
  chance: Type.Number(),
};

export const ComparisonAnswer = Type.Object({
  ...CountsOrigin,
  ...Asked,
  ...Drawn,
  cityDensity: Nullable(Type.Number()),
  regions: Type.Array(ComparedRegion),
  ranking: Nullable(
    Type.Object({
      ranked: Type.Array(
        Type.Object({
          id: Type.String(),
          best: Type.Integer({
            description: 'Best place that the intervals leave open; 1 is the highest value',
          }),
          worst: Type.Integer(),
          tiedWith: Type.Array(Type.String()),
        }),
      ),
      refused: Type.Array(Type.Object({ id: Type.String(), ...Lack })),
      minima: Type.Object(counts),
    }),
  ),
  benchmark: Nullable(Interval),
});

const Cells = Type.Array(Nullable(Type.Number()));

export const YearsAnswer = Type.Object({
  ...CountsOrigin,
  of: LevelId,
  index: Type.String(),
  years: Type.Array(Type.Integer()),
  regions: Type.Array(
    Type.Object({ code: Type.String(), name: Type.String(), values: Cells, expected: Cells }),
  ),
});

export const ZonesAnswer = Type.Object({
  ...CountsOrigin,
  ...Asked,
  ...Drawn,
  code: Type.String(),
  name: Type.String(),
  zones: Type.Array(
    Type.Object({
      kind: OneOf(['level', 'grid']),
      level: LevelId,
      sideM: Nullable(Type.Number()),
      zones: Nullable(Type.Integer()),
      index: Nullable(MeasuredIndex),
      problem: Problem,
    }),
  ),
});

const ComparedOne = Type.Object({ code: Type.String(), value: Type.Number(), lack: LackOfRegion });

export const PairAnswer = Type.Object({
  ...CountsOrigin,
  of: LevelId,
  index: Type.String(),
  first: ComparedOne,
  second: ComparedOne,
  difference: Type.Number({ description: 'first − second' }),
  corrected: Type.Number({ description: 'The difference of both values less their bias' }),
  interval: Type.Object({ level: Type.Number(), low: Type.Number(), high: Type.Number() }),
  p: Type.Number({ description: 'Two-sided, by giving the areas of both to either at random' }),
  draws: Type.Integer(),
  seed: Type.Integer(),
});
