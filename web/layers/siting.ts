import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapTheme } from '../map/theme.ts';
import { mapFont } from './names.ts';

const looks = (look: string): FilterSpecification => ['==', ['get', 'look'], look];

/** Possible sites as rings; found ones as dots with their number in the list. */
export function sitingLayers(theme: MapTheme): LayerSpecification[] {
  const source = 'siting';
  return [
    {
      id: 'siting-candidate',
      type: 'circle',
      source,
      filter: looks('candidate'),
      paint: {
        'circle-radius': 5,
        'circle-color': theme.land,
        'circle-opacity': 0.7,
        'circle-stroke-color': theme.action,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'siting-found',
      type: 'circle',
      source,
      filter: looks('found'),
      paint: {
        'circle-radius': 10,
        'circle-color': theme.action,
        'circle-stroke-color': theme.halo,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'siting-number',
      type: 'symbol',
      source,
      filter: looks('found'),
      layout: {
        'text-field': ['get', 'number'],
        'text-font': [`${mapFont} Semibold`, mapFont],
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': theme.halo },
    },
  ];
}
