import type { LngLatBoundsLike, Map as MapLibreMap } from 'maplibre-gl';
import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { facilitySigns, signId, signPixels } from '../layers/facilities.ts';
import { CLOSED_SIGN, closedSignPixels } from '../layers/facility-edits.ts';
import { mapFont } from '../layers/names.ts';
import { patternColour, patternNames, patternPixels } from '../layers/patterns.ts';
import type { Camera } from '../state/view.ts';
import { keepDrawing } from './keep-drawing.ts';
import { putOnScreen } from './onScreen.ts';
import { createPainter } from './painter.ts';
import type { MapContent } from './style.ts';
import { mapStyle, sourceId } from './style.ts';
import type { MapTheme } from './theme.ts';

setWorkerUrl(workerUrl);

/** Patterns and signs are drawn here, in the colours of the theme: no sprite is fetched. */
function drawImages(map: MapLibreMap, theme: MapTheme): void {
  const put = (id: string, image: ImageData | null, pixelRatio: number) => {
    if (image === null) return;
    if (map.hasImage(id)) map.updateImage(id, image);
    else map.addImage(id, image, { pixelRatio });
  };
  for (const name of patternNames) put(name, patternPixels(name, patternColour(name, theme)), 2);
  for (const name of facilitySigns) put(signId(name), signPixels(name, theme), 2);
  put(CLOSED_SIGN, closedSignPixels(theme), 2);
}

/** Marks on the container when every tile is there and drawn, for people who wait and for tests. */
function tellIdle(map: MapLibreMap, container: HTMLElement): void {
  const busy = () => {
    container.dataset.mapIdle = 'false';
  };
  busy();
  map.on('dataloading', busy);
  map.on('movestart', busy);
  map.on('idle', () => {
    container.dataset.mapIdle = 'true';
  });
}

const reducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * A map in a container. It resolves when the font is there and the first style stands, because labels are
 * drawn with the page's own font and MapLibre compares styles only once one is loaded.
 */
export async function createMapController(container: HTMLElement, first: MapContent, camera: Camera | null) {
  await document.fonts.load(`600 16px "${mapFont}"`);
  const map = new MapLibre({
    container,
    style: mapStyle(first),
    center: camera === null ? [4.4, 50.9] : [camera.lon, camera.lat],
    zoom: camera?.zoom ?? 7,
    minZoom: 4,
    maxZoom: 18,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    boxZoom: false,
    doubleClickZoom: false,
    keyboard: false,
    fadeDuration: reducedMotion() ? 0 : 150,
    renderWorldCopies: false,
  });
  map.touchZoomRotate.disableRotation();
  // The box around the map takes the focus and the keys; the canvas is a picture.
  map.getCanvas().setAttribute('tabindex', '-1');
  map.getCanvas().setAttribute('aria-hidden', 'true');
  map.getCanvas().removeAttribute('role');
  tellIdle(map, container);
  putOnScreen(map, container);
  await new Promise<void>(resolve => {
    map.once('style.load', () => resolve());
  });
  drawImages(map, first.theme);
  const painter = createPainter(map);
  if (first.areas !== null) painter.use(sourceId(first.areas));

  return {
    map,
    painter,
    show(content: MapContent, themeChanged: boolean) {
      map.setStyle(mapStyle(content), { diff: true, transformStyle: keepDrawing });
      if (themeChanged) drawImages(map, content.theme);
      if (content.areas !== null) painter.use(sourceId(content.areas));
    },
    /** `coveredPx` is what lies over the top of the map; a small map keeps most of itself. */
    fit(box: LngLatBoundsLike, animate: boolean, coveredPx = 0) {
      const top = 40 + Math.min(coveredPx, map.getContainer().clientHeight / 4);
      map.fitBounds(box, {
        padding: { top, bottom: 40, left: 40, right: 40 },
        maxZoom: 15,
        animate: animate && !reducedMotion(),
        duration: 600,
      });
    },
    /** Brings a point into view without moving more than needed. */
    reveal(lon: number, lat: number) {
      if (!map.getBounds().contains([lon, lat])) {
        map.easeTo({ center: [lon, lat], duration: reducedMotion() ? 0 : 300 });
      }
    },
    remove: () => map.remove(),
  };
}
export type MapController = Awaited<ReturnType<typeof createMapController>>;
