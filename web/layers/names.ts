import type { FeatureCollection, Point } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { AreaColumns } from '../data/columns.ts';
import type { MapTheme } from '../map/theme.ts';

/** Family name of the font that the page itself serves; the style has no `glyphs`, so MapLibre draws with it. */
export const mapFont = 'Inter Variable';

/** Points with names, the widest areas first, so that a small one never pushes a large one away. */
export function nameFeatures(areas: AreaColumns | undefined): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: (areas?.names ?? []).map((name, i) => ({
      type: 'Feature',
      properties: { name, sort: -(areas?.areaHa[i] ?? 0) },
      geometry: { type: 'Point', coordinates: [areas?.lon[i] ?? 0, areas?.lat[i] ?? 0] },
    })),
  };
}

export function nameLayers(theme: MapTheme): LayerSpecification[] {
  const paint = {
    'text-color': theme.label,
    'text-halo-color': theme.halo,
    'text-halo-width': 1.8,
  };
  return [
    {
      id: 'names-fine',
      type: 'symbol',
      source: 'names-fine',
      minzoom: 12,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [mapFont],
        'text-size': ['interpolate', ['linear'], ['zoom'], 12, 11, 16, 13],
        'text-max-width': 8,
        'symbol-sort-key': ['get', 'sort'],
      },
      paint,
    },
    {
      id: 'names',
      type: 'symbol',
      source: 'names',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [`${mapFont} Semibold`, mapFont],
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, 11, 12, 15],
        'text-max-width': 9,
        'text-padding': 6,
        'symbol-sort-key': ['get', 'sort'],
      },
      paint,
    },
  ];
}
