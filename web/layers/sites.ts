import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Edit } from '../../core/scenario/edit.ts';
import { drawnAs } from '../../core/scenario/edits.ts';
import type { MapTheme } from '../map/theme.ts';

/** What was drawn, as it lies on the map: `kind` says how it looks, `on` whether it counts. */
export function siteFeatures(edits: readonly Edit[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: edits.flatMap(edit => {
      const geometry = drawnAs(edit);
      if (geometry === null) return [];
      const title = 'title' in edit ? edit.title : '';
      return [{ type: 'Feature', geometry, properties: { kind: edit.kind, title, on: edit.enabled } }];
    }),
  };
}

/** New is solid, changed is outlined; what is switched off fades. The layers beneath stay visible. */
export function siteLayers(theme: MapTheme): LayerSpecification[] {
  const faded = (most: number): ExpressionSpecification => ['case', ['get', 'on'], most, most / 4];
  return [
    {
      id: 'sites-fill',
      type: 'fill',
      source: 'sites',
      filter: ['all', ['==', ['geometry-type'], 'Polygon'], ['==', ['get', 'kind'], 'build']],
      paint: { 'fill-color': theme.action, 'fill-opacity': faded(0.55) },
    },
    {
      id: 'sites-line',
      type: 'line',
      source: 'sites',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'line-color': theme.action, 'line-width': 2, 'line-opacity': faded(1) },
    },
    {
      id: 'sites-point',
      type: 'circle',
      source: 'sites',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 7,
        'circle-color': theme.action,
        'circle-stroke-color': theme.halo,
        'circle-stroke-width': 2,
        'circle-opacity': faded(1),
        'circle-stroke-opacity': faded(1),
      },
    },
  ];
}
