import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Flags for a headless Chromium without a GPU that asks nothing of the network on its own. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // Only the map needs WebGL: the page around it is painted without, which takes a third off the work of the drawing process.
  '--disable-gpu-compositing',
  '--disable-gpu-rasterization',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** Path of the Chromium that `npm test` found or brought; '' when there is none. */
export function chromiumPath(): string {
  if (process.env.CHROMIUM !== undefined) return process.env.CHROMIUM;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'chromium');
    if (existsSync(path)) return path;
  }
  return '';
}
