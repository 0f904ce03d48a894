import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { Point } from 'maplibre-gl';
import type { FacilityAttributes } from '../../core/facilities/attributes.ts';

export type Spot = { x: number; y: number };
export type Box = { west: number; south: number; east: number; north: number };
/** Name of a place or what it is for when it has none, and what is known of it. */
export type HoveredFacility = { name: string; attributes: FacilityAttributes };
export type PointerHandlers = {
  /** `facility`: the place under the pointer, when there is one. */
  hover: (index: number | null, at: Spot, facility: HoveredFacility | null) => void;
  /** `add` when Shift, Ctrl or Cmd was held. Null: beside every area. */
  pick: (index: number | null, add: boolean) => void;
  open: (index: number) => void;
  box: (box: Box) => void;
  /** A place that was clicked; true when someone asked for one, so that the click chooses no area. */
  point: (at: { lat: number; lon: number }) => boolean;
  /** A facility whose sign was clicked, by its id; true when that was for it, so that the click chooses no area. */
  facility: (properties: Record<string, unknown>, at: { lat: number; lon: number }) => boolean;
  /** True while the pointer draws: it then shows and chooses no areas. */
  busy: () => boolean;
};

/** Below this many pixels a drag is a click with an unsteady hand. */
const smallestBox = 6;

function areaAt(map: MapLibreMap, event: MapMouseEvent): number | null {
  if (map.getLayer('areas-fill') === undefined) return null;
  const id = map.queryRenderedFeatures(event.point, { layers: ['areas-fill'] })[0]?.id;
  return typeof id === 'number' ? id : null;
}

function facilityAt(map: MapLibreMap, event: MapMouseEvent): HoveredFacility | null {
  const layers = ['facility-signs', 'facility-ground'].filter(id => map.getLayer(id) !== undefined);
  const found = map.queryRenderedFeatures(event.point, { layers })[0]?.properties;
  const name: unknown = found?.name ?? found?.function;
  if (typeof name !== 'string') return null;
  // MapLibre keeps no lists or objects in the properties of what it draws.
  const attributes: FacilityAttributes = JSON.parse(String(found?.attributes ?? '{}'));
  return { name, attributes };
}

function facilitySignAt(map: MapLibreMap, event: MapMouseEvent): Record<string, unknown> | null {
  const layers = ['facility-signs'].filter(id => map.getLayer(id) !== undefined);
  return map.queryRenderedFeatures(event.point, { layers })[0]?.properties ?? null;
}

/** Shift and drag draws a box over the map; the areas whose point lies in it are picked by the caller. */
function followBox(map: MapLibreMap, busy: () => boolean, done: (box: Box) => void): () => void {
  const container = map.getCanvasContainer();
  const drawn = document.createElement('div');
  drawn.className = 'selection-box';
  let from: Spot | null = null;

  const spot = (event: PointerEvent): Spot => {
    const frame = container.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  };
  const start = (event: PointerEvent) => {
    if (!event.shiftKey || event.button !== 0 || busy()) return;
    map.dragPan.disable();
    from = spot(event);
  };
  const move = (event: PointerEvent) => {
    if (from === null) return;
    const to = spot(event);
    if (!drawn.isConnected) container.append(drawn);
    drawn.style.transform = `translate(${Math.min(from.x, to.x)}px, ${Math.min(from.y, to.y)}px)`;
    drawn.style.width = `${Math.abs(from.x - to.x)}px`;
    drawn.style.height = `${Math.abs(from.y - to.y)}px`;
  };
  const end = (event: PointerEvent) => {
    if (from === null) return;
    const start = from;
    const to = spot(event);
    from = null;
    drawn.remove();
    map.dragPan.enable();
    if (Math.abs(start.x - to.x) < smallestBox && Math.abs(start.y - to.y) < smallestBox) return;
    const a = map.unproject(new Point(Math.min(start.x, to.x), Math.max(start.y, to.y)));
    const b = map.unproject(new Point(Math.max(start.x, to.x), Math.min(start.y, to.y)));
    done({ west: a.lng, south: a.lat, east: b.lng, north: b.lat });
  };
  container.addEventListener('pointerdown', start, true);
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  return () => {
    container.removeEventListener('pointerdown', start, true);
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
  };
}

/** Connects mouse and touch to the map. Returns the way to let go. */
export function followPointer(map: MapLibreMap, handlers: PointerHandlers): () => void {
  let boxed = 0;
  const stopBox = followBox(map, handlers.busy, box => {
    boxed = performance.now();
    handlers.box(box);
  });
  let last: number | null = null;
  map.on('mousemove', event => {
    if (handlers.busy()) {
      if (last !== null) handlers.hover(null, event.point, null);
      last = null;
      return;
    }
    const index = areaAt(map, event);
    map.getCanvas().style.cursor = index === null ? '' : 'pointer';
    if (index !== null || last !== null) handlers.hover(index, event.point, facilityAt(map, event));
    last = index;
  });
  map.on('mouseout', () => {
    last = null;
    handlers.hover(null, { x: 0, y: 0 }, null);
  });
  map.on('click', event => {
    if (performance.now() - boxed < 200 || handlers.busy()) return;
    if (handlers.point({ lat: event.lngLat.lat, lon: event.lngLat.lng })) return;
    const { shiftKey, ctrlKey, metaKey } = event.originalEvent;
    const sign = facilitySignAt(map, event);
    const spot = { lat: event.lngLat.lat, lon: event.lngLat.lng };
    if (sign !== null && handlers.facility(sign, spot)) return;
    handlers.pick(areaAt(map, event), shiftKey || ctrlKey || metaKey);
  });
  map.on('dblclick', event => {
    if (handlers.busy()) return;
    const index = areaAt(map, event);
    event.preventDefault();
    if (index !== null) handlers.open(index);
  });
  return stopBox;
}
