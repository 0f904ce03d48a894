import type { Map as MapLibreMap } from 'maplibre-gl';
import { mapsOnScreen } from '../map/onScreen.ts';

/** Paper shows more than most screens do: pixels of the picture to one of the page, at least. */
const LEAST_DENSITY = 2;
/** Between two maps beside each other, and the line between two that lie over each other, in pixels of the page. */
const GAP_PX = 8;
const LINE_PX = 2;

/** `beside` puts every map of the screen in a row; `split` lays the second over the first, from that part of the width on. */
export type Arrangement = { kind: 'beside' } | { kind: 'split'; at: number };

/** WebGL forgets what it showed, so a map is drawn anew and its picture taken before anything else happens. */
function pictureOf(map: MapLibreMap, density: number): HTMLCanvasElement {
  const { width, height } = map.getCanvas().getBoundingClientRect();
  const picture = document.createElement('canvas');
  picture.width = Math.round(width * density);
  picture.height = Math.round(height * density);
  const before = map.getPixelRatio();
  map.setPixelRatio(density);
  map.redraw();
  picture.getContext('2d')?.drawImage(map.getCanvas(), 0, 0, picture.width, picture.height);
  map.setPixelRatio(before);
  return picture;
}

/** The maps of the screen as they are seen, as one picture; null where there is none. */
export function takePicture(arrangement: Arrangement): HTMLCanvasElement | null {
  const density = Math.max(LEAST_DENSITY, window.devicePixelRatio);
  const pictures = mapsOnScreen()
    .map(({ map }) => pictureOf(map, density))
    .filter(one => one.width > 0 && one.height > 0);
  const [first, second] = pictures;
  if (first === undefined) return null;
  if (second === undefined) return first;
  return arrangement.kind === 'split'
    ? laidOver(first, second, arrangement.at, LINE_PX * density)
    : inARow(pictures, GAP_PX * density);
}

function laidOver(under: HTMLCanvasElement, over: HTMLCanvasElement, at: number, line: number) {
  const context = under.getContext('2d');
  const x = Math.round(under.width * at);
  const { width, height } = under;
  if (context === null) return under;
  if (x < width) context.drawImage(over, x, 0, width - x, height, x, 0, width - x, height);
  context.fillStyle = '#000';
  context.fillRect(x - line / 2, 0, line, height);
  return under;
}

function inARow(pictures: readonly HTMLCanvasElement[], gap: number): HTMLCanvasElement {
  const row = document.createElement('canvas');
  row.width = pictures.reduce((sum, one) => sum + one.width, gap * (pictures.length - 1));
  row.height = Math.max(...pictures.map(one => one.height));
  const context = row.getContext('2d');
  let x = 0;
  for (const one of pictures) {
    context?.drawImage(one, x, 0);
    x += one.width + gap;
  }
  return row;
}
