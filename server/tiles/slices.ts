import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature, MultiPolygon } from 'geojson';
import GeoJSONVT, { type LegacyFeature } from 'geojson-vt';
import { LRUCache } from 'lru-cache';
import { bandForZoom, type ShapeBand } from '../../core/areas/bands.ts';
import type { Database } from '../database/types.ts';
import { shapesOf } from './shapes.ts';
import {
  MAX_TILE_ZOOM,
  TILE_BUFFER,
  TILE_EXTENT,
  TILE_LAYER,
  type TileAreas,
  type TileMaker,
} from './types.ts';

/** Indexed shapes kept: as many (version, band) pairs; each holds its coordinates as 32-bit numbers. */
const MAX_INDEXES = 6;
/** geojson-vt keeps every tile it cut; an index that has grown this far is made anew. */
const MAX_CUT_TILES = 4000;

type Wanted = { database: Database; areas: TileAreas; band: ShapeBand };

/**
 * Tiles cut in this process, for a PostGIS without protobuf (the embedded one). Shapes are simplified per band
 * already, with shared borders kept shared; cutting must not simplify them again, each on its own: tolerance 0.
 */
export function slicedTiles(database: Database): TileMaker {
  const indexes = new LRUCache<string, GeoJSONVT, Wanted>({
    max: MAX_INDEXES,
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context }) => indexShapes(context),
  });
  return {
    async make(areas, { z, x, y }) {
      const band = bandForZoom(z);
      const key = `${areas.region}/${areas.version}/${band}`;
      const index = await indexes.forceFetch(key, { context: { database, areas, band } });
      const cut = index.getTile(z, x, y);
      if (index.tileCoords.length > MAX_CUT_TILES) indexes.delete(key);
      const features = (cut?.features ?? []).flatMap(withoutEmptyRings);
      if (features.length === 0) return new Uint8Array();
      return fromGeojsonVt(
        { [TILE_LAYER]: { features } as unknown as CutTile },
        { version: 2, extent: TILE_EXTENT },
      );
    },
  };
}

type CutTile = Parameters<typeof fromGeojsonVt>[0][string];

/** Drops rings that fell together on the grid of the tile, and areas of which nothing is left. */
function withoutEmptyRings(feature: LegacyFeature): LegacyFeature[] {
  if (feature.type !== 3) return [];
  const kept: [number, number][][] = [];
  for (const ring of feature.geometry) {
    // geojson-vt winds outer rings clockwise on screen (positive here) and holes the other way.
    const area = doubledArea(ring);
    if (area > 0 || (area < 0 && kept.length > 0)) kept.push(ring);
  }
  return kept.length === 0 ? [] : [{ ...feature, geometry: kept, tags: null }];
}

function doubledArea(ring: readonly [number, number][]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    sum += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  }
  return sum;
}

async function indexShapes({ database, areas, band }: Wanted): Promise<GeoJSONVT> {
  const features: Feature<MultiPolygon>[] = [];
  for await (const row of shapesOf(database, areas, band)) {
    features.push({ type: 'Feature', id: row.idx, properties: null, geometry: row.geometry });
  }
  return new GeoJSONVT(
    { type: 'FeatureCollection', features },
    {
      maxZoom: MAX_TILE_ZOOM,
      indexMaxZoom: 0,
      tolerance: 0,
      extent: TILE_EXTENT,
      buffer: TILE_BUFFER,
    },
  );
}
