import type { FeatureCollection } from 'geojson';
import type { SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { AreaLevel } from '../../core/areas/types.ts';
import { areaEditLayers, areaFillLayers, areaLineLayers, areaMarkLayers } from '../layers/areas.ts';
import { aroundLayers } from '../layers/around.ts';
import { backgroundLayer, borderLayer, landLayer, scopeLayer } from '../layers/base.ts';
import { catchmentLayers } from '../layers/catchments.ts';
import { facilityGroundLayers, facilitySignLayer } from '../layers/facilities.ts';
import { facilityEditLayers, facilityEditSignLayer } from '../layers/facility-edits.ts';
import type { AreaLook } from '../layers/looks.ts';
import { nameLayers } from '../layers/names.ts';
import { siteLayers } from '../layers/sites.ts';
import { sitingLayers } from '../layers/siting.ts';
import { webLayers } from '../layers/web.ts';
import type { Basemap } from './basemap.ts';
import type { MapTheme } from './theme.ts';

/** One version of the polygons of one level: what a tile address is made of. */
export type TileSet = { level: AreaLevel; hash: string; bbox: [number, number, number, number] | null };

export type MapContent = {
  theme: MapTheme;
  /** The ground of an external style, where the server's settings name one; else our own layers. */
  basemap: Basemap | null;
  /** Polygons that are land and whose borders are drawn: the municipalities where there are any. */
  base: TileSet | null;
  areas: TileSet | null;
  /** The area that is looked at: its index among those of its level. */
  scope: { tiles: TileSet; index: number } | null;
  /** True when the areas are of a coarser level than was asked for. */
  coarser: boolean;
  names: FeatureCollection;
  namesFine: FeatureCollection;
  facilities: FeatureCollection;
  /** Edits of the open scenario, as they lie on the map. */
  sites: FeatureCollection;
  /** How far one comes on foot from a point that is asked about. */
  around?: FeatureCollection;
  /** Routes between places. */
  web?: FeatureCollection;
  /** Where new places could come, and where a search found that they should. */
  siting?: FeatureCollection;
  /** Whose pupils go to which school. */
  catchments?: FeatureCollection;
  /** What edits do to whole areas. */
  areaLooks: readonly AreaLook[];
};

export const sourceId = (tiles: TileSet) => `tiles-${tiles.level}-${tiles.hash.slice(0, 12)}`;

function tileSource({ hash, level, bbox }: TileSet): SourceSpecification {
  return {
    type: 'vector',
    tiles: [`${location.origin}/tiles/${hash}/${level}/{z}/{x}/{y}.mvt`],
    maxzoom: 14,
    ...(bbox === null ? {} : { bounds: bbox }),
  };
}

const points = (data: FeatureCollection): SourceSpecification => ({ type: 'geojson', data });

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/**
 * The whole style as a function of what the map must show: MapLibre compares it with the style in place and
 * changes the difference. Without an external basemap there is no address of others in it.
 */
export function mapStyle(content: MapContent): StyleSpecification {
  const { theme, basemap, base, areas, scope } = content;
  const sources: StyleSpecification['sources'] = {
    names: points(content.names),
    'names-fine': points(content.namesFine),
    facilities: points(content.facilities),
    sites: points(content.sites),
    around: points(content.around ?? NOTHING),
    web: points(content.web ?? NOTHING),
    siting: points(content.siting ?? NOTHING),
    catchments: points(content.catchments ?? NOTHING),
    ...basemap?.sources,
  };
  for (const tiles of [base, areas, scope?.tiles ?? null]) {
    if (tiles !== null) sources[sourceId(tiles)] = tileSource(tiles);
  }
  return {
    version: 8,
    sources,
    ...(basemap?.sprite === undefined ? {} : { sprite: basemap.sprite }),
    layers: [
      backgroundLayer(theme),
      ...(basemap?.layers ?? (base === null ? [] : [landLayer(sourceId(base), theme)])),
      ...(areas === null ? [] : areaFillLayers(sourceId(areas), content.coarser, basemap !== null)),
      ...(areas === null ? [] : areaEditLayers(sourceId(areas), content.areaLooks)),
      ...(areas === null ? [] : areaLineLayers(sourceId(areas), theme)),
      ...facilityGroundLayers(theme),
      ...(base === null ? [] : [borderLayer(sourceId(base), theme)]),
      ...(scope === null ? [] : [scopeLayer(sourceId(scope.tiles), scope.index, theme)]),
      ...(areas === null ? [] : areaMarkLayers(sourceId(areas), theme)),
      ...webLayers(theme),
      ...aroundLayers(theme),
      ...catchmentLayers(theme),
      ...siteLayers(theme),
      ...facilityEditLayers(theme),
      facilitySignLayer(),
      facilityEditSignLayer(),
      ...nameLayers(theme),
      ...sitingLayers(theme),
    ],
  };
}
