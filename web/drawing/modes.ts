import type { Feature, Point, Polygon } from 'geojson';
import {
  TerraDrawCircleMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
  TerraDrawSelectMode,
} from 'terra-draw';
import { drawingFault, type SiteGeometry } from '../../core/scenario/geometry.ts';
import type { MapTheme } from '../map/theme.ts';
import type { Fault } from './drawing.ts';

type Checked = { valid: boolean; reason?: string };

/** The ways to draw and to drag, in the colours of the map; `refused` hears why a shape cannot be closed. */
export function drawingModes(theme: MapTheme, refused: (fault: Fault) => void) {
  const ink = theme.action as `#${string}`;
  const halo = theme.halo as `#${string}`;
  const validation = (
    { geometry }: Feature<Point | Polygon>,
    { updateType }: { updateType: string },
  ): Checked => {
    if (updateType !== 'finish') return { valid: true };
    const fault = drawingFault(geometry as SiteGeometry);
    if (fault !== null) refused(fault.kind);
    return fault === null ? { valid: true } : { valid: false, reason: fault.says };
  };
  const styles = { fillColor: ink, fillOpacity: 0.3, outlineColor: ink, outlineWidth: 2 };
  const coordinates = { draggable: true, midpoints: { draggable: true }, deletable: true };
  const shape = { feature: { draggable: true, selfIntersectable: true, coordinates } };
  return [
    new TerraDrawPolygonMode({
      styles: {
        ...styles,
        closingPointColor: halo,
        closingPointOutlineColor: ink,
        closingPointOutlineWidth: 2,
        coordinatePointColor: halo,
        coordinatePointOutlineColor: ink,
        coordinatePointOutlineWidth: 2,
        coordinatePointWidth: 4,
      },
      validation,
      showCoordinatePoints: true,
    }),
    new TerraDrawRectangleMode({ styles, validation }),
    new TerraDrawCircleMode({ styles, validation }),
    new TerraDrawPointMode({ styles: { pointColor: ink, pointOutlineColor: halo, pointOutlineWidth: 2 } }),
    new TerraDrawSelectMode({
      keyEvents: null,
      flags: { polygon: shape, point: { feature: { draggable: true } } },
      styles: {
        selectedPolygonColor: ink,
        selectedPolygonFillOpacity: 0.3,
        selectedPolygonOutlineColor: ink,
        selectedPolygonOutlineWidth: 2,
        selectionPointColor: halo,
        selectionPointOutlineColor: ink,
        selectionPointOutlineWidth: 2,
        selectionPointWidth: 5,
        midPointColor: ink,
        midPointOutlineColor: halo,
        midPointWidth: 4,
        selectedPointColor: ink,
        selectedPointWidth: 8,
        selectedPointOutlineColor: halo,
        selectedPointOutlineWidth: 2,
      },
    }),
  ];
}
