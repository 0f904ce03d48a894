import type { LayerSpecification } from 'maplibre-gl';
import type { MapTheme } from '../map/theme.ts';

/** Catchments of schools: a broken line around each, which hides nothing under it. */
export function catchmentLayers(theme: MapTheme): LayerSpecification[] {
  const source = 'catchments';
  return [
    {
      id: 'catchment-ground',
      type: 'fill',
      source,
      paint: { 'fill-color': theme.action, 'fill-opacity': 0.08 },
    },
    {
      id: 'catchment-line',
      type: 'line',
      source,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.action, 'line-width': 2, 'line-dasharray': [3, 2] },
    },
  ];
}
