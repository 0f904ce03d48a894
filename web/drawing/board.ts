import { area } from '@turf/turf';
import type { Feature as GeoJsonFeature, Point, Polygon } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawModeUndoRedo } from 'terra-draw';
import { cornersOf } from '../../core/scenario/corners.ts';
import { drawingFault, type SiteGeometry } from '../../core/scenario/geometry.ts';
import { polygonsOf, type Rings, siteOfPolygons } from '../../core/scenario/polygons.ts';
import type { MapTheme } from '../map/theme.ts';
import type { Camera } from '../state/view.ts';
import { DECIMALS, MapAdapter } from './adapter.ts';
import { type Fault, SHAPES, type Shape } from './drawing.ts';
import { drawingModes } from './modes.ts';

/** The shape under the hand, at every move of it. */
export type Hand = {
  geometry: SiteGeometry | null;
  /** Corners that were put, longitude and latitude; while a shape is drawn the pointer is not one of them. */
  put: readonly (readonly [number, number])[];
  corners: number;
  surfaceM2: number;
  fault: Fault | null;
  canUndo: boolean;
  canRedo: boolean;
};

export type BoardEvents = {
  moved: (hand: Hand) => void;
  /** A shape was closed, or a drag of it ended. */
  settled: (geometry: SiteGeometry) => void;
  /** The shape cannot be closed; it stays to be mended. */
  refused: (fault: Fault) => void;
};

type Feature = GeoJsonFeature<Point | Polygon>;

/** Beyond this many corners crossings are looked for at the end only. */
const FEW_CORNERS = 300;

const rounded = (degrees: number) => Number(degrees.toFixed(DECIMALS));

/** The site as features of the tool: every polygon one of its own. A hole would be refused by it. */
function featuresOf(geometry: SiteGeometry): Feature[] {
  const round = ([lon, lat]: number[]) => [rounded(lon!), rounded(lat!)];
  if (geometry.type === 'Point') {
    const place = { type: 'Point' as const, coordinates: round(geometry.coordinates) };
    return [{ type: 'Feature', geometry: place, properties: { mode: 'point' } }];
  }
  return polygonsOf(geometry).map(rings => ({
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: rings.map(ring => ring.map(round)) },
    properties: { mode: 'polygon' },
  }));
}

const isShape = ({ geometry, properties }: Feature): boolean =>
  geometry.type === 'Polygon' || (geometry.type === 'Point' && properties?.mode === 'point');

function siteOf(features: readonly Feature[]): SiteGeometry | null {
  const [first] = features;
  if (first?.geometry.type === 'Point') return first.geometry as SiteGeometry;
  const polygons = features.map(({ geometry }) => geometry.coordinates as Rings);
  return siteOfPolygons(polygons);
}

/**
 * A drawing tool on a map, for one shape at a time. It keeps nothing: what is drawn is given to whoever asked, and what
 * is changed was put there by `hold`.
 */
export function createBoard(map: MapLibreMap, theme: MapTheme, events: BoardEvents) {
  const adapter = new MapAdapter(map);
  const tool = new TerraDraw({
    adapter,
    modes: drawingModes(theme, events.refused),
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  });
  const shapes = () => (tool.getSnapshot() as Feature[]).filter(isShape);
  // Selecting a shape or showing its corners changes features too, and moves nothing.
  let last = '';
  let steps = 0;

  const hand = (): Hand => {
    const geometry = siteOf(shapes());
    const drawing = tool.getModeState() === 'drawing';
    const all = geometry === null ? [] : cornersOf(geometry).map(({ lon, lat }) => [lon, lat] as const);
    // Of a polygon every corner is a step; the ring itself also holds the pointer, once or twice.
    const byStep = drawing && tool.getMode() === 'polygon';
    const put = all.slice(0, byStep ? steps : all.length - (drawing ? 1 : 0));
    const corners = put.length;
    const fault = drawing || geometry === null || corners > FEW_CORNERS ? null : drawingFault(geometry);
    return {
      geometry,
      put,
      corners,
      surfaceM2: geometry === null ? 0 : area(geometry),
      fault: fault?.kind ?? null,
      canUndo: tool.canUndo(),
      canRedo: tool.canRedo(),
    };
  };
  const moved = () => {
    const now = hand();
    const written = JSON.stringify(now);
    if (written === last) return;
    last = written;
    events.moved(now);
  };
  const settled = () => {
    const geometry = siteOf(shapes());
    if (geometry === null) return;
    const fault = drawingFault(geometry);
    if (fault === null) events.settled(geometry);
    else events.refused(fault.kind);
  };

  tool.start();
  tool.on('change', moved);
  tool.on('history', ({ undoSize }) => {
    steps = undoSize;
    moved();
  });
  tool.on('finish', (_id, { action }) => {
    moved();
    // A corner made of a midpoint is still in the hand.
    if (action !== 'insertMidpoint') settled();
  });

  return {
    draw(shape: Shape) {
      tool.setMode(shape);
    },
    /** Puts a shape there to be dragged, in the place of what was there. */
    hold(geometry: SiteGeometry): Hand {
      tool.off('change', moved);
      tool.clear();
      tool.setMode('select');
      const [first] = tool.addFeatures(featuresOf(geometry));
      if (first?.id !== undefined && first.valid) tool.selectFeature(first.id);
      tool.on('change', moved);
      const now = hand();
      last = JSON.stringify(now);
      return now;
    },
    /** Keeps what was drawn on screen without it following the pointer. */
    rest() {
      tool.setMode('static');
    },
    undo: () => tool.undo(),
    redo: () => tool.redo(),
    finish() {
      const geometry = siteOf(shapes());
      const corners = geometry === null ? 0 : cornersOf(geometry).length - 1;
      if (SHAPES.includes(tool.getMode() as Shape) && corners < 3) events.refused('too-few-corners');
      else adapter.press('Enter');
    },
    pointAt: (x: number, y: number, click: boolean) => adapter.pointAt(x, y, click),
    /**
     * Puts corners that were put before. As near as the map comes, none is so close to the first that it closes the
     * shape; the camera goes back to where it was.
     */
    putAgain(corners: readonly (readonly [number, number])[], { lon, lat, zoom }: Camera) {
      for (const [cornerLon, cornerLat] of corners) {
        map.jumpTo({ center: [cornerLon, cornerLat], zoom: map.getMaxZoom() });
        const { x, y } = map.project([cornerLon, cornerLat]);
        adapter.pointAt(x, y, true);
      }
      map.jumpTo({ center: [lon, lat], zoom });
    },
    /** Moves the whole shape by so many pixels. */
    nudge(dx: number, dy: number) {
      const from = adapter.unproject(0, 0);
      const to = adapter.unproject(dx, dy);
      const shifted = ([lon, lat]: number[]) => [
        rounded(lon! + to.lng - from.lng),
        rounded(lat! + to.lat - from.lat),
      ];
      tool.off('change', moved);
      for (const { id, geometry } of shapes()) {
        if (id === undefined) continue;
        const coordinates =
          geometry.type === 'Point'
            ? shifted(geometry.coordinates)
            : geometry.coordinates.map(ring => ring.map(shifted));
        tool.updateFeatureGeometry(id, { ...geometry, coordinates } as Point | Polygon);
      }
      tool.on('change', moved);
      moved();
      settled();
    },
    remove() {
      tool.off('change', moved);
      tool.stop();
    },
  };
}
export type Board = ReturnType<typeof createBoard>;
