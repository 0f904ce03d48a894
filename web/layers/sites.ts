import type { Feature, FeatureCollection } from 'geojson';
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { codePositions } from '../../core/areas/hierarchy.ts';
import type { Edit } from '../../core/scenario/edit.ts';
import { areasNamed, drawnAs } from '../../core/scenario/edits.ts';
import type { AreaColumns } from '../data/columns.ts';
import type { MapTheme } from '../map/theme.ts';
import { AREA_LOOKS, type AreaLook, lookOf } from './looks.ts';
import { isPoint, isPolygon } from './shapes.ts';

/** Facilities are shown among the others of the map. */
const onSites = (edit: Edit) => lookOf(edit) !== null && edit.kind !== 'open-facility';

/** Middles of the areas of an edit that was not drawn, for a dot that leaves the colours beneath readable. */
function middles(edit: Edit, areas: AreaColumns): Feature[] {
  const at = codePositions(areas);
  return areasNamed(edit).flatMap((code): Feature[] => {
    const index = at.get(code);
    if (index === undefined) return [];
    const coordinates = [areas.lon[index]!, areas.lat[index]!];
    return [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates },
        properties: { look: lookOf(edit), on: edit.enabled },
      },
    ];
  });
}

/**
 * Edits as they lie on the map: what was drawn, and a dot in each whole area where something is new or changed. `look`
 * says how it looks, `on` whether it counts. The one in the hand is left to the drawing tool.
 */
export function siteFeatures(
  edits: readonly Edit[],
  areas: AreaColumns | undefined,
  held: string | null,
): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: edits.filter(onSites).flatMap((edit): Feature[] => {
      const geometry = drawnAs(edit);
      const look = lookOf(edit);
      if (edit.id === held) return [];
      if (geometry !== null) return [{ type: 'Feature', geometry, properties: { look, on: edit.enabled } }];
      return areas === undefined || (look !== 'new' && look !== 'changed') ? [] : middles(edit, areas);
    }),
  };
}

/** How strongly a mark shows on an area: 1, or less where every edit of it is switched off. */
export type AreaMarks = Partial<Record<AreaLook, number>>;
const FADED = 0.3;

/** Marks of whole areas by code: closed, excluded and locked. */
export function areaMarks(edits: readonly Edit[]): Map<string, AreaMarks> {
  const marks = new Map<string, AreaMarks>();
  for (const edit of edits) {
    const look = AREA_LOOKS.find(one => one === lookOf(edit));
    if (look === undefined || drawnAs(edit) !== null) continue;
    for (const code of areasNamed(edit)) {
      const known = marks.get(code) ?? {};
      marks.set(code, { ...known, [look]: Math.max(known[look] ?? 0, edit.enabled ? 1 : FADED) });
    }
  }
  return marks;
}

/** The layers of the edits; what lies beneath them stays visible. */
export function siteLayers(theme: MapTheme): LayerSpecification[] {
  const faded = (most: number): ExpressionSpecification => ['case', ['get', 'on'], most, most * FADED];
  const source = 'sites';
  const polygonOf = (look: string): FilterSpecification => ['all', isPolygon, ['==', ['get', 'look'], look]];
  const lineColour: ExpressionSpecification = [
    'case',
    ['==', ['get', 'look'], 'excluded'],
    theme.alarm,
    theme.action,
  ];
  return [
    {
      id: 'sites-fill',
      type: 'fill',
      source,
      filter: polygonOf('new'),
      paint: { 'fill-color': theme.action, 'fill-opacity': faded(0.4) },
    },
    ...(['closed', 'excluded'] as const).map(
      (look): LayerSpecification => ({
        id: `sites-${look}`,
        type: 'fill',
        source,
        filter: polygonOf(look),
        paint: { 'fill-pattern': look, 'fill-opacity': faded(1) },
      }),
    ),
    {
      id: 'sites-line',
      type: 'line',
      source,
      filter: isPolygon,
      paint: { 'line-color': lineColour, 'line-width': 2.5, 'line-opacity': faded(1) },
    },
    {
      id: 'sites-point',
      type: 'circle',
      source,
      filter: isPoint,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 7, 3, 11, 6, 14, 8],
        'circle-color': ['case', ['==', ['get', 'look'], 'new'], theme.action, theme.land],
        'circle-stroke-color': ['case', ['==', ['get', 'look'], 'new'], theme.halo, lineColour],
        'circle-stroke-width': 2.5,
        'circle-opacity': faded(1),
        'circle-stroke-opacity': faded(1),
      },
    },
  ];
}
