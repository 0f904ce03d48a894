import type { ExpressionSpecification } from 'maplibre-gl';

const among = (types: string[], yes: boolean): ExpressionSpecification => [
  'match',
  ['geometry-type'],
  types,
  yes,
  !yes,
];

/** What a feature is made of; MapLibre tells one polygon from several. */
export const isPolygon = among(['Polygon', 'MultiPolygon'], true);
export const isPoint = among(['Point', 'MultiPoint'], true);
export const isOutlined = among(['Point', 'MultiPoint'], false);
export const isLine = among(['LineString', 'MultiLineString'], true);
