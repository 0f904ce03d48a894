import type { StyleSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { basemapOf } from '../../web/map/basemap.ts';

const style: StyleSpecification = {
  version: 8,
  glyphs: 'https://tiles.example/fonts/{fontstack}/{range}.pbf',
  sprite: '/sprites/basic',
  sources: {
    names: { type: 'vector', tiles: ['/v1/{z}/{x}/{y}.pbf'] },
    hills: { type: 'raster', tiles: ['https://tiles.example/hills/{z}/{x}/{y}.png'] },
  },
  layers: [
    { id: 'water', type: 'background' },
    { id: 'roads', type: 'line', source: 'names', 'source-layer': 'roads' },
    { id: 'towns', type: 'symbol', source: 'names', 'source-layer': 'towns' },
  ],
};

describe('an external style as basemap', () => {
  const basemap = basemapOf(style, 'https://tiles.example/styles/basic.json');

  it('has ids that cannot meet our own', () => {
    expect(Object.keys(basemap.sources)).toEqual(['basemap-names', 'basemap-hills']);
    expect(basemap.layers).toMatchObject([
      { id: 'basemap-water' },
      { id: 'basemap-roads', source: 'basemap-names', 'source-layer': 'roads' },
    ]);
  });

  it('has no text of its own, because that needs the glyphs of another host', () => {
    expect(basemap.layers.some(layer => layer.type === 'symbol')).toBe(false);
    expect('glyphs' in basemap).toBe(false);
  });

  it('reads addresses relative to the style', () => {
    expect(basemap.sources['basemap-names']).toMatchObject({
      tiles: ['https://tiles.example/v1/{z}/{x}/{y}.pbf'],
    });
    expect(basemap.sprite).toBe('https://tiles.example/sprites/basic');
  });
});
