import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

/** An area in a tile: rings of [x, y] in units of the tile. */
export type TileArea = { id: number; rings: [number, number][][]; properties: object };

/** The layers of a tile, read by Mapbox's own library. */
export function layersOf(tile: Uint8Array): VectorTile['layers'] {
  return new VectorTile(new PbfReader(tile)).layers;
}

/** The areas of a tile by id. */
export function areasIn(tile: Uint8Array): TileArea[] {
  if (tile.length === 0) return [];
  const layer = layersOf(tile).areas!;
  return Array.from({ length: layer.length }, (_, position) => {
    const feature = layer.feature(position);
    const rings = feature.loadGeometry().map(ring => ring.map(({ x, y }): [number, number] => [x, y]));
    return { id: Number(feature.id), rings, properties: feature.properties };
  }).sort((a, b) => a.id - b.id);
}

/** Square units of a tile that an area covers, holes taken off. */
export function unitsOf({ rings }: TileArea): number {
  return Math.abs(rings.reduce((sum, ring) => sum + signedArea(ring), 0));
}

function signedArea(ring: readonly [number, number][]): number {
  let doubled = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    doubled += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  }
  return doubled / 2;
}

export type TileAddress = { z: number; x: number; y: number };

/** Where a place is in the world of a zoom, in tiles (Web Mercator, EPSG:3857). */
export function placeAt(z: number, lon: number, lat: number): { x: number; y: number } {
  const latitude = (lat * Math.PI) / 180;
  const tiles = 2 ** z;
  return {
    x: ((lon + 180) / 360) * tiles,
    y: ((1 - Math.asinh(Math.tan(latitude)) / Math.PI) / 2) * tiles,
  };
}

/** The tile of a zoom that holds a place. */
export function tileAt(z: number, lon: number, lat: number): TileAddress {
  const { x, y } = placeAt(z, lon, lat);
  return { z, x: Math.floor(x), y: Math.floor(y) };
}

/** A place in units of a tile, of which there are 4096 along its side. */
export function unitsAt({ z, x, y }: TileAddress, lon: number, lat: number): [number, number] {
  const place = placeAt(z, lon, lat);
  return [(place.x - x) * 4096, (place.y - y) * 4096];
}
