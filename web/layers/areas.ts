import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { VALUE_STATUS } from '../../core/areas/types.ts';
import type { MapTheme } from '../map/theme.ts';
import type { AreaLook } from './looks.ts';
import type { PatternName } from './patterns.ts';
import type { AreaMarks } from './sites.ts';

/**
 * What the map knows of an area besides its shape, set by feature state: the tiles carry ids only.
 * The colour itself is in the state. A paint expression that changed with every ramp would make MapLibre lay
 * out all tiles anew; this one never changes, so switching an indicator only rewrites colours.
 */
export type AreaState = {
  fill: string;
  status: number;
  outside: boolean;
  hovered?: boolean;
  selected?: boolean;
  pinned?: boolean;
} & AreaMarks;

const state = (name: keyof AreaState): ExpressionSpecification => ['feature-state', name];
const is = (name: keyof AreaState): ExpressionSpecification => ['boolean', state(name), false];

/** A pattern shows where the state has its status: constant image, opacity by state, so nothing is laid out anew. */
function patternLayer(
  id: string,
  source: string,
  name: PatternName,
  shown: ExpressionSpecification,
): LayerSpecification {
  return {
    id,
    type: 'fill',
    source,
    'source-layer': 'areas',
    paint: { 'fill-pattern': name, 'fill-opacity': ['case', shown, ['case', is('outside'), 0.25, 1], 0] },
  };
}

/** The choropleth and its patterns, from bottom to top; a basemap beneath it shows through. */
export function areaFillLayers(source: string, coarser: boolean, overBasemap: boolean): LayerSpecification[] {
  const layers: LayerSpecification[] = [
    {
      id: 'areas-fill',
      type: 'fill',
      source,
      'source-layer': 'areas',
      paint: {
        'fill-color': ['to-color', ['coalesce', state('fill'), 'rgba(0,0,0,0)']],
        'fill-opacity': ['case', is('outside'), 0.16, overBasemap ? 0.7 : 0.94],
        'fill-antialias': false,
      },
    },
  ];
  for (const name of ['missing', 'suppressed', 'notApplicable', 'notCovered'] as const) {
    layers.push(patternLayer(`areas-${name}`, source, name, ['==', state('status'), VALUE_STATUS[name]]));
  }
  if (coarser)
    layers.push(patternLayer('areas-coarser', source, 'coarser', ['==', state('status'), VALUE_STATUS.ok]));
  return layers;
}

/** Patterns of what edits do to whole areas; only those that occur, because every layer costs. */
export function areaEditLayers(source: string, looks: readonly AreaLook[]): LayerSpecification[] {
  return looks.map(look => ({
    id: `areas-edit-${look}`,
    type: 'fill',
    source,
    'source-layer': 'areas',
    paint: { 'fill-pattern': look, 'fill-opacity': ['number', state(look), 0] },
  }));
}

const base = (source: string) => ({ type: 'line', source, 'source-layer': 'areas' }) as const;

/** Lines between areas: nearly nothing from afar, a hairline from near. */
export function areaLineLayers(source: string, theme: MapTheme): LayerSpecification[] {
  return [
    {
      id: 'areas-line',
      ...base(source),
      paint: {
        'line-color': theme.land,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.15, 10, 0.5, 13, 1.1],
        'line-opacity': 0.9,
      },
    },
  ];
}

/** Selected, pinned and hovered areas, above everything but the names. */
export function areaMarkLayers(source: string, theme: MapTheme): LayerSpecification[] {
  const shape = { 'line-join': 'round' } as const;
  return [
    {
      id: 'areas-selected-casing',
      ...base(source),
      layout: shape,
      paint: { 'line-color': theme.halo, 'line-width': 5, 'line-opacity': ['case', is('selected'), 1, 0] },
    },
    {
      id: 'areas-selected',
      ...base(source),
      layout: shape,
      paint: {
        'line-color': theme.ink,
        'line-width': 2,
        'line-opacity': ['case', ['any', is('selected'), is('hovered')], 1, 0],
      },
    },
    {
      id: 'areas-pinned',
      ...base(source),
      layout: shape,
      paint: { 'line-color': theme.action, 'line-width': 3.5, 'line-opacity': ['case', is('pinned'), 1, 0] },
    },
  ];
}
