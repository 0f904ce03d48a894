import { Marker } from 'maplibre-gl';
import type { MapController } from './controller.ts';

let shared: MapController | null = null;
let mark: Marker | null = null;

/** The one map on the page, for commands that live outside it (the palette, the table, the list of edits). */
export function shareMap(controller: MapController | null): void {
  shared = controller;
  mark = null;
}

type Box = [number, number, number, number];

/** Shows a box on the map when there is one on screen, clear of what covers so many pixels at its top. */
export function lookAt(box: Box, coveredPx = 0): void {
  shared?.fit(box, true, coveredPx);
}

/** Brings an area into view without changing the zoom. */
export function revealOnMap(lon: number, lat: number): void {
  shared?.reveal(lon, lat);
}

/** Puts the one mark of a place in hand on the map, or takes it away. */
export function markOnMap(spot: { lon: number; lat: number } | null): void {
  mark?.remove();
  mark = null;
  if (spot === null || shared === null) return;
  const element = document.createElement('div');
  element.className = 'place-mark';
  element.setAttribute('aria-hidden', 'true');
  mark = new Marker({ element }).setLngLat([spot.lon, spot.lat]).addTo(shared.map);
}
