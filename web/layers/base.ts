import type { LayerSpecification } from 'maplibre-gl';
import type { MapTheme } from '../map/theme.ts';

/** Water is what no land covers: this region has no other basemap than its own polygons. */
export function backgroundLayer(theme: MapTheme): LayerSpecification {
  return { id: 'water', type: 'background', paint: { 'background-color': theme.water } };
}

export function landLayer(source: string, theme: MapTheme): LayerSpecification {
  return {
    id: 'land',
    type: 'fill',
    source,
    'source-layer': 'areas',
    paint: { 'fill-color': theme.land, 'fill-antialias': false },
  };
}

/** The edge of the scope, so that it stands out where its neighbours have the same colour. */
export function scopeLayer(source: string, index: number, theme: MapTheme): LayerSpecification {
  return {
    id: 'scope',
    type: 'line',
    source,
    'source-layer': 'areas',
    filter: ['==', ['id'], index],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': theme.ink, 'line-width': 2.2, 'line-opacity': 0.8 },
  };
}

export function borderLayer(source: string, theme: MapTheme): LayerSpecification {
  return {
    id: 'borders',
    type: 'line',
    source,
    'source-layer': 'areas',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': theme.border,
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.6, 10, 1, 14, 1.8],
      'line-opacity': 0.85,
    },
  };
}
