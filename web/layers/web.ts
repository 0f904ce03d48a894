import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapTheme } from '../map/theme.ts';
import { signOf } from './facilities.ts';

/** The colour of play, as its sign has it. */
export const webColour = (dark: boolean): string => (dark ? signOf('play').dark : signOf('play').colour);

/** Routes between places: along streets a whole line, straight ones broken. */
export function webLayers(theme: MapTheme): LayerSpecification[] {
  const source = 'web';
  const wide = (by: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['zoom'],
    ...[9, by, 13, 3 * by, 16, 5 * by],
  ];
  return [
    {
      id: 'web-halo',
      type: 'line',
      source,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': theme.halo, 'line-width': wide(2), 'line-opacity': 0.8 },
    },
    {
      id: 'web-network',
      type: 'line',
      source,
      filter: ['==', ['get', 'by'], 'network'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': webColour(theme.dark), 'line-width': wide(1) },
    },
    {
      id: 'web-straight',
      type: 'line',
      source,
      filter: ['==', ['get', 'by'], 'straight-line'],
      paint: { 'line-color': webColour(theme.dark), 'line-width': wide(1), 'line-dasharray': [2, 2] },
    },
  ];
}
