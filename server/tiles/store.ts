import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { AreaLevel } from '../../core/areas/types.ts';
import type { Database } from '../database/types.ts';
import { type Encoded, encode } from '../encoded.ts';
import { perDatabase } from '../releases/per-database.ts';
import { postgisTiles } from './postgis.ts';
import { slicedTiles } from './slices.ts';
import type { TileAddress, TileAreas, TileMaker } from './types.ts';

const MAX_BYTES = 64 * 1024 * 1024;
const TILE_TYPE = 'application/vnd.mapbox-vector-tile';

type Wanted = { maker: TileMaker; areas: TileAreas; address: TileAddress };
type Held = { /** Null where no area is. */ tile: Encoded | null };
type Found = { areas: TileAreas | null };

const memory = perDatabase(() => ({
  tiles: new LRUCache<string, Held, Wanted>({
    maxSize: MAX_BYTES,
    // An empty tile costs its key and its entry.
    sizeCalculation: ({ tile }) => 300 + (tile?.gzipped.length ?? 0),
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context }) => makeTile(context),
  }),
  versions: new LRUCache<string, Found, { database: Database; level: AreaLevel; hash: string }>({
    max: 1000,
    ignoreFetchAbort: true,
    fetchMethod: async (_key, _stale, { context, options }) => {
      const found = await findVersion(context.database, context.level, context.hash);
      // A hash that nothing has yet may be imported a moment later.
      if (found.areas === null) options.ttl = 1000;
      return found;
    },
  }),
}));

/** What makes tiles for this database: PostGIS where it can, this process where it cannot. */
export const tileMaker = perDatabase<TileMaker>(database =>
  database.hasMvt ? postgisTiles(database) : slicedTiles(database),
);

/** A tile from memory, or made once however many ask for it at the same moment. */
export async function storedTile(
  database: Database,
  areas: TileAreas,
  address: TileAddress,
): Promise<Encoded | null> {
  const key = `${areas.version}/${address.z}/${address.x}/${address.y}`;
  const context = { maker: tileMaker(database), areas, address };
  return (await memory(database).tiles.forceFetch(key, { context })).tile;
}

/** The version of areas with a content hash, or null when there is none. */
export async function areasVersion(
  database: Database,
  level: AreaLevel,
  hash: string,
): Promise<TileAreas | null> {
  const found = await memory(database).versions.forceFetch(`${level}/${hash}`, {
    context: { database, level, hash },
  });
  return found.areas;
}

async function makeTile({ maker, areas, address }: Wanted): Promise<Held> {
  const plain = await maker.make(areas, address);
  return { tile: plain.length === 0 ? null : await encode(TILE_TYPE, plain) };
}

async function findVersion(database: Database, level: AreaLevel, hash: string): Promise<Found> {
  const { rows } = await sql<TileAreas>`
    select region, id as version from dataset_versions
    where kind = 'areas' and level = ${level} and hash = ${hash}
    order by id desc limit 1`.execute(database.kysely);
  return { areas: rows[0] ?? null };
}
