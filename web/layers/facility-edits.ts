import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Edit } from '../../core/scenario/edit.ts';
import type { SiteGeometry } from '../../core/scenario/geometry.ts';
import type { MapTheme } from '../map/theme.ts';
import { isPoint, isPolygon } from './shapes.ts';

/** What a scenario does to facilities: those of the release by their id, and new ones. */
export type EditedFacilities = {
  there: ReadonlyMap<
    string,
    { look: 'changed' | 'closed'; functions: readonly string[] | null; on: boolean }
  >;
  opened: readonly { geometry: SiteGeometry; title: string; functions: readonly string[]; on: boolean }[];
};

/** Of several edits of one facility the last that is switched on is shown; the new one in the hand is left out. */
export function editedFacilities(edits: readonly Edit[], held: string | null = null): EditedFacilities {
  const there = new Map<
    string,
    { look: 'changed' | 'closed'; functions: readonly string[] | null; on: boolean }
  >();
  const opened: EditedFacilities['opened'][number][] = [];
  for (const edit of edits) {
    const on = edit.enabled;
    if (edit.kind === 'open-facility' && edit.id !== held) {
      opened.push({ geometry: edit.geometry, title: edit.title, functions: edit.functions, on });
    }
    if (edit.kind !== 'change-facility' && edit.kind !== 'close-facility') continue;
    if (!on && there.get(edit.facility)?.on) continue;
    const functions = edit.kind === 'change-facility' && on ? edit.functions : null;
    there.set(edit.facility, { look: edit.kind === 'close-facility' ? 'closed' : 'changed', functions, on });
  }
  return { there, opened };
}

export const CLOSED_SIGN = 'facility-closed';
const PIXELS = 40;

/** A cross through the sign of a place that goes away. */
export function closedSignPixels(theme: MapTheme): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = PIXELS;
  canvas.height = PIXELS;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) return null;
  pen.lineCap = 'round';
  for (const [colour, width] of [
    [theme.halo, 10],
    [theme.alarm, 5],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.beginPath();
    pen.moveTo(7, 7);
    pen.lineTo(33, 33);
    pen.moveTo(33, 7);
    pen.lineTo(7, 33);
    pen.stroke();
  }
  return pen.getImageData(0, 0, PIXELS, PIXELS);
}

const faded: ExpressionSpecification = ['case', ['get', 'on'], 1, 0.3];
const hasLook = (look: string): ExpressionSpecification => ['==', ['get', 'look'], look];

/** Beneath the signs: a solid disc behind a new place, a ring around a changed one, hatching over a closed one. */
export function facilityEditLayers(theme: MapTheme): LayerSpecification[] {
  const source = 'facilities';
  return [
    {
      id: 'facility-edit-closed',
      type: 'fill',
      source,
      filter: ['all', isPolygon, hasLook('closed')],
      paint: { 'fill-pattern': 'closed', 'fill-opacity': faded },
    },
    {
      id: 'facility-edit-line',
      type: 'line',
      source,
      filter: ['all', isPolygon, ['!', hasLook('same')]],
      paint: { 'line-color': theme.action, 'line-width': 2.5, 'line-opacity': faded },
    },
    {
      id: 'facility-edit-ring',
      type: 'circle',
      source,
      filter: ['all', isPoint, ['!', hasLook('same')]],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 7, 11, 11, 14, 16],
        'circle-color': theme.action,
        'circle-opacity': ['case', hasLook('new'), ['*', 0.35, faded], 0],
        'circle-stroke-color': theme.action,
        'circle-stroke-width': 2.5,
        'circle-stroke-opacity': faded,
      },
    },
  ];
}

export function facilityEditSignLayer(): LayerSpecification {
  return {
    id: 'facility-edit-signs',
    type: 'symbol',
    source: 'facilities',
    filter: hasLook('closed'),
    layout: {
      'icon-image': CLOSED_SIGN,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 8, 0.4, 11, 0.6, 14, 0.9],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: { 'icon-opacity': faded },
  };
}
