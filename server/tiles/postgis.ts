import { bandForZoom, FULL_RESOLUTION_BAND } from '../../core/areas/bands.ts';
import type { Database } from '../database/types.ts';
import { TILE_BUFFER, TILE_EXTENT, TILE_LAYER, type TileMaker } from './types.ts';

/** One statement a tile; `from` says where the shapes of the zoom's band are and which of them meet the tile. */
const statement = (from: string) => `
  select ST_AsMVT(feature, '${TILE_LAYER}', ${TILE_EXTENT}, 'geom', 'id') as tile from (
    select idx as id,
      ST_AsMVTGeom(geom_3857, ST_TileEnvelope($3, $4, $5), ${TILE_EXTENT}, ${TILE_BUFFER}, true) as geom
    from ${from}
  ) feature where geom is not null`;

const BUFFERED = `ST_TileEnvelope($3, $4, $5, margin => ${TILE_BUFFER / TILE_EXTENT})`;

const SIMPLIFIED = statement(`area_shapes
    where region = $1 and version = $2 and band = $6 and geom_3857 && ${BUFFERED}`);

/** The index of full-resolution areas is on WGS84, so the tile is transformed to it and not every area to the tile's. */
const FULL = statement(`areas
    where region = $1 and version = $2 and geom && ST_Transform(${BUFFERED}, 4326)`);

/** Tiles by ST_AsMVT, for a PostGIS built with protobuf; prepared once on each connection. */
export function postgisTiles(database: Database): TileMaker {
  return {
    async make({ region, version }, { z, x, y }) {
      const band = bandForZoom(z);
      const place = [region, version, z, x, y];
      const { rows } = await database.pool.query<{ tile: Buffer | null }>(
        band === FULL_RESOLUTION_BAND
          ? { name: 'tile-full', text: FULL, values: place }
          : { name: 'tile-simplified', text: SIMPLIFIED, values: [...place, band] },
      );
      return rows[0]?.tile ?? new Uint8Array();
    },
  };
}
