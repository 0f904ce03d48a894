import { type TObject, Type } from 'typebox';
import { ProblemError } from '../../../../core/problem.ts';
import type { Bbox } from '../../../database/postgis.ts';
import { OneOf, ReleaseHash } from './shapes.ts';

/** A GeoJSON geometry (RFC 7946), WGS84. */
export const GeoJsonGeometry = Type.Unsafe<object>({
  type: 'object',
  additionalProperties: true,
  required: ['type'],
  properties: { type: { type: 'string' } },
});

/** The schema of a FeatureCollection (RFC 7946) that names its release. */
export function Features<Properties extends TObject>(properties: Properties) {
  return Type.Object({
    type: OneOf(['FeatureCollection']),
    release: ReleaseHash,
    region: Type.String(),
    features: Type.Array(
      Type.Object({
        type: OneOf(['Feature']),
        id: Type.String(),
        geometry: GeoJsonGeometry,
        properties,
      }),
    ),
  });
}

export const BboxParameter = Type.Optional(
  Type.String({
    pattern: '^-?\\d+(\\.\\d+)?(,-?\\d+(\\.\\d+)?){3}$',
    maxLength: 120,
    description: 'west,south,east,north in WGS84 degrees',
  }),
);

/** @throws ProblemError `bad-parameter` for a box that is outside the world or the wrong way round. */
export function parseBbox(text: string | undefined): Bbox | undefined {
  if (text === undefined) return undefined;
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = text
    .split(',')
    .map(Number);
  if (west >= -180 && east <= 180 && south >= -90 && north <= 90 && west <= east && south <= north) {
    return [west, south, east, north];
  }
  throw new ProblemError(
    'bad-parameter',
    `Box "${text}" is not west,south,east,north within -180,-90,180,90`,
    {
      parameter: 'bbox',
    },
  );
}
