import type { ValueStatusName } from '../../core/areas/types.ts';
import type { MapTheme } from '../map/theme.ts';
import type { AreaLook } from './looks.ts';

/**
 * Patterns that say why there is no colour, or what an edit does to an area; `coarser` lies over everything when another
 * level is shown.
 */
export type PatternName = Exclude<ValueStatusName, 'ok'> | 'coarser' | AreaLook;
export const patternNames: readonly PatternName[] = [
  'missing',
  'suppressed',
  'notApplicable',
  'notCovered',
  'coarser',
  'closed',
  'excluded',
  'locked',
];

export const patternSize = 16;

type Pen = CanvasRenderingContext2D;

const strokes = (pen: Pen, lines: readonly (readonly [number, number, number, number])[]) => {
  pen.beginPath();
  for (const [x1, y1, x2, y2] of lines) {
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
  }
  pen.stroke();
};

/** How each pattern is drawn on a tile of 16 by 16 that repeats without a seam. */
const draw: Record<PatternName, (pen: Pen) => void> = {
  missing: pen =>
    strokes(pen, [
      [-2, 10, 10, -2],
      [-2, 18, 18, -2],
      [6, 18, 18, 6],
    ]),
  suppressed: pen => {
    for (const [x, y] of [
      [4, 4],
      [12, 12],
      [12, 4],
      [4, 12],
    ] as const) {
      pen.beginPath();
      pen.arc(x, y, 1.4, 0, Math.PI * 2);
      pen.fill();
    }
  },
  notApplicable: pen =>
    strokes(pen, [
      [0, 4, 16, 4],
      [0, 12, 16, 12],
    ]),
  notCovered: pen =>
    strokes(pen, [
      [0, 4, 16, 4],
      [0, 12, 16, 12],
      [4, 0, 4, 16],
      [12, 0, 12, 16],
    ]),
  coarser: pen => strokes(pen, [[-2, -2, 18, 18]]),
  closed: pen =>
    strokes(pen, [
      [-2, 6, 10, 18],
      [-2, -2, 18, 18],
      [6, -2, 18, 10],
    ]),
  excluded: pen =>
    strokes(pen, [
      [-2, -2, 18, 18],
      [-2, 18, 18, -2],
    ]),
  locked: pen =>
    strokes(pen, [
      [4, 0, 4, 16],
      [8, 0, 8, 16],
    ]),
};

const bold: ReadonlySet<PatternName> = new Set<PatternName>(['closed', 'excluded', 'locked']);

/** An edit stands out; a lack of figures does not. */
export function patternColour(name: PatternName, theme: MapTheme): string {
  if (name === 'closed') return theme.action;
  return name === 'excluded' ? theme.alarm : theme.ink;
}

/** Draws a pattern in a colour; used for the map and, as a data URL, for the legend. */
export function patternCanvas(name: PatternName, colour: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = patternSize;
  canvas.height = patternSize;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen !== null) {
    pen.strokeStyle = colour;
    pen.fillStyle = colour;
    pen.lineWidth = bold.has(name) ? 2 : 1.2;
    pen.globalAlpha = name === 'coarser' ? 0.45 : 0.85;
    draw[name](pen);
  }
  return canvas;
}

export function patternPixels(name: PatternName, colour: string): ImageData | null {
  const canvas = patternCanvas(name, colour);
  return (
    canvas.getContext('2d', { willReadFrequently: true })?.getImageData(0, 0, patternSize, patternSize) ??
    null
  );
}
