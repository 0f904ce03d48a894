/** Zoom bands of simplified shapes: band 0 is the coarsest, the last one is the publisher's own geometry. */
export const SHAPE_BANDS = [
  { band: 0, maxZoom: 6 },
  { band: 1, maxZoom: 8 },
  { band: 2, maxZoom: 10 },
  { band: 3, maxZoom: 12 },
  { band: 4, maxZoom: Number.POSITIVE_INFINITY },
] as const;

/** The band that is read from `areas` itself; it has no rows in `area_shapes`. */
export const FULL_RESOLUTION_BAND = 4;

export type ShapeBand = (typeof SHAPE_BANDS)[number]['band'];

/** Band of a tile's zoom: 0 up to zoom 6, 1 for 7–8, 2 for 9–10, 3 for 11–12, 4 (full resolution) from 13. */
export function bandForZoom(zoom: number): ShapeBand {
  return SHAPE_BANDS.find(({ maxZoom }) => zoom <= maxZoom)?.band ?? FULL_RESOLUTION_BAND;
}
