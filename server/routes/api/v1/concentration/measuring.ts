import { Type } from 'typebox';
import { parseWeightsChoice } from '../../../../../core/areas/weights-choice.ts';
import type { InferenceOptions } from '../../../../../core/concentration/inference/infer.ts';
import { KERNELS, type Kernel } from '../../../../../core/concentration/pairs.ts';
import { ProblemError } from '../../../../../core/problem.ts';
import type { MeasuringQuestion } from '../../../../releases/concentration.ts';
import { OneOf } from '../shapes.ts';

export const IndicesParameter = Type.Optional(
  Type.String({
    pattern: '^[a-z][a-z0-9_]*(\\.\\d+)?(,[a-z][a-z0-9_]*(\\.\\d+)?)*$',
    maxLength: 2000,
    description:
      'Comma list of indices, such as dissimilarity,isolation; default those of counts alone; `all` for every one that can be computed',
  }),
);

export const ClampParameter = Type.Optional(
  Type.Boolean({
    default: false,
    description:
      'Lower social dwellings above the total to the total, and list those areas, instead of refusing',
  }),
);

const MOST_DRAWS = 9999;

/** Parameters that say what chance is asked. */
export const InferenceParameters = {
  draws: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: MOST_DRAWS,
      description: 'Draws of chance and of the bootstrap; 0 for none',
    }),
  ),
  seed: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 4_294_967_295,
      default: 1,
      description: 'Seed of the draws: the same gives the same answer',
    }),
  ),
  interval: Type.Optional(
    Type.Number({
      exclusiveMinimum: 0,
      exclusiveMaximum: 1,
      default: 0.95,
      description: 'Level of the interval around the corrected value',
    }),
  ),
};

/** Dwellings per hectare from which an area counts as city part. */
export const CityDensityParameter = Type.Optional(
  Type.Number({
    exclusiveMinimum: 0,
    maximum: 10_000,
    description: 'Dwellings per hectare from which an area is city part, for the official spread ratio',
  }),
);

/** Parameters that say where areas lie to each other. */
export const ViewpointParameters = {
  weights: Type.Optional(
    Type.String({
      pattern: '^(queen|rook|knn:\\d{1,4}|distance:\\d{1,7}(\\.\\d+)?)$',
      description: 'Who is a neighbour: queen (default), rook, knn:k areas or distance:m metres',
    }),
  ),
  metricEpsg: Type.Optional(
    Type.Integer({
      minimum: 1024,
      maximum: 999_999,
      description: 'EPSG code to measure in; default the UTM zone of the middle of the level',
    }),
  ),
  radiusKm: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1000 })),
  decayPerKm: Type.Optional(Type.Number({ minimum: 0, maximum: 1000 })),
  kernel: Type.Optional(
    OneOf(
      KERNELS,
      'How weight falls within the radius: exp(−decayPerKm · d) (default), not at all, or (1 − (d/r)²)²',
    ),
  ),
  cutoffKm: Type.Optional(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: 10_000,
      description: 'Pairs of areas farther apart may be left out; the answer bounds the error',
    }),
  ),
  centre: Type.Optional(
    Type.String({
      pattern: '^-?\\d{1,3}(\\.\\d+)?,-?\\d{1,2}(\\.\\d+)?$',
      description: 'Centre of the region as lon,lat; default the mean of the centroids',
    }),
  ),
  cityDensity: CityDensityParameter,
};

export const MeasuringParameters = {
  indices: IndicesParameter,
  clamp: ClampParameter,
  ...ViewpointParameters,
  ...InferenceParameters,
  nullModel: Type.Optional(
    OneOf(
      ['allocation', 'places'],
      'What is left to chance: who is social, or where areas lie; default by index',
    ),
  ),
};

type Asked = {
  indices?: string;
  clamp?: boolean;
  weights?: string;
  metricEpsg?: number;
  radiusKm?: number;
  decayPerKm?: number;
  kernel?: Kernel;
  cutoffKm?: number;
  centre?: string;
  cityDensity?: number;
  draws?: number;
  seed?: number;
  interval?: number;
  nullModel?: 'allocation' | 'places';
};

/** The question behind the parameters; ProblemError `bad-parameter` for a centre that is not on earth. */
export function measuringOf(asked: Asked): MeasuringQuestion {
  const { indices, weights, centre } = asked;
  return {
    clamp: asked.clamp,
    metricEpsg: asked.metricEpsg,
    radiusKm: asked.radiusKm,
    decayPerKm: asked.decayPerKm,
    kernel: asked.kernel,
    cutoffKm: asked.cutoffKm,
    cityDensity: asked.cityDensity,
    indices: indices === 'all' ? 'all' : indices?.split(','),
    weights: weights === undefined ? undefined : parseWeightsChoice(weights),
    centre: centre === undefined ? undefined : pointOf(centre),
    inference: inferenceOf(asked),
  };
}

/** Null where no draws are asked for. */
export function inferenceOf({
  draws = 0,
  seed = 1,
  interval = 0.95,
  nullModel,
}: Pick<Asked, 'draws' | 'seed' | 'interval' | 'nullModel'>):
  | (InferenceOptions & { intervalLevel: number })
  | null {
  if (draws === 0) return null;
  return { draws, seed, intervalLevel: interval, ...(nullModel === undefined ? {} : { null: nullModel }) };
}

function pointOf(text: string): { lon: number; lat: number } {
  const [lon = Number.NaN, lat = Number.NaN] = text.split(',').map(Number);
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return { lon, lat };
  throw new ProblemError('bad-parameter', `Centre "${text}" is not lon,lat in degrees, such as 3.72,51.05`, {
    parameter: 'centre',
  });
}
