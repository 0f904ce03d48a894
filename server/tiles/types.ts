/** A version of areas, as the tables name it. */
export type TileAreas = { region: string; version: number };

export type TileAddress = { z: number; x: number; y: number };

/** Makes vector tiles: layer `areas`, feature id = area index, no attributes. Empty where no area touches. */
export type TileMaker = {
  make(areas: TileAreas, address: TileAddress): Promise<Uint8Array>;
};

export const TILE_LAYER = 'areas';
/** Units along the side of a tile. */
export const TILE_EXTENT = 4096;
/** Units beyond each side that geometry is kept, so that outlines do not show the edges of tiles. */
export const TILE_BUFFER = 64;
/** Finest zoom served; maps enlarge its tiles beyond. Shared borders stay exact in 32-bit units up to here. */
export const MAX_TILE_ZOOM = 18;
