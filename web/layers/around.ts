import type { LayerSpecification } from 'maplibre-gl';
import type { MapTheme } from '../map/theme.ts';
import { isLine, isPoint, isPolygon } from './shapes.ts';

/** How far one comes on foot from a point: streets over a network, else a circle; and the point. */
export function aroundLayers(theme: MapTheme): LayerSpecification[] {
  const source = 'around';
  return [
    {
      id: 'around-fill',
      type: 'fill',
      source,
      filter: isPolygon,
      paint: { 'fill-color': theme.action, 'fill-opacity': 0.18 },
    },
    {
      id: 'around-line',
      type: 'line',
      source,
      filter: isPolygon,
      paint: { 'line-color': theme.action, 'line-width': 2, 'line-dasharray': [3, 2] },
    },
    {
      id: 'around-streets-edge',
      type: 'line',
      source,
      filter: isLine,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': theme.halo, 'line-width': 6 },
    },
    {
      id: 'around-streets',
      type: 'line',
      source,
      filter: isLine,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': theme.action, 'line-width': 3.5 },
    },
    {
      id: 'around-point',
      type: 'circle',
      source,
      filter: isPoint,
      paint: {
        'circle-radius': 6,
        'circle-color': theme.action,
        'circle-stroke-color': theme.halo,
        'circle-stroke-width': 2.5,
      },
    },
  ];
}
