import type { MapController } from './controller.ts';

let shared: MapController | null = null;

/** The one map on the page, for commands that live outside it (the palette, the table, the list of edits). */
export function shareMap(controller: MapController | null): void {
  shared = controller;
}

type Box = [number, number, number, number];

/** Shows a box on the map when there is one on screen. */
export function lookAt(box: Box): void {
  shared?.fit(box, true);
}

/** Brings an area into view without changing the zoom. */
export function revealOnMap(lon: number, lat: number): void {
  shared?.reveal(lon, lat);
}
