import type { StyleSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import type { AreaTable } from '../../core/areas/types.ts';
import { newAreaEdit } from '../../core/scenario/edits.ts';
import { changeFacility, closeFacility, newSiteEdit } from '../../core/scenario/new-edits.ts';
import { facilityFeatures } from '../../web/layers/facilities.ts';
import { editedFacilities } from '../../web/layers/facility-edits.ts';
import { looksIn } from '../../web/layers/looks.ts';
import { areaMarks, siteFeatures } from '../../web/layers/sites.ts';
import { keepDrawing } from '../../web/map/keep-drawing.ts';

const inAreas = (kind: 'build' | 'demolish' | 'lock' | 'exclude' | 'renovate', areas: string[], id = kind) =>
  newAreaEdit(kind, { id, areas, dwellings: 5 });
const geometry = { type: 'Point' as const, coordinates: [3, 51] as [number, number] };
const drawn = (purpose: 'build' | 'open-facility', id: string) =>
  newSiteEdit(purpose, { id, title: 'Hof', geometry, parts: [], social: 5, private: 0, functions: ['play'] });
const table = {
  codes: ['A', 'B'],
  lon: Float64Array.of(1, 2),
  lat: Float64Array.of(50, 51),
} as unknown as AreaTable & { bbox: [] };

describe('the marks of edits', () => {
  it('are named in the legend when they occur', () => {
    expect(looksIn([inAreas('lock', ['A']), inAreas('build', ['A'])])).toEqual({
      looks: ['new', 'locked'],
      off: false,
    });
    expect(looksIn([{ ...inAreas('demolish', ['A']), enabled: false }])).toEqual({
      looks: ['closed'],
      off: true,
    });
  });

  it('are a pattern on whole areas that close, stay or are kept free, fainter when switched off', () => {
    const marks = areaMarks([
      inAreas('demolish', ['A']),
      inAreas('lock', ['A', 'B']),
      { ...inAreas('exclude', ['B']), enabled: false },
      inAreas('build', ['A']),
    ]);
    expect([...marks]).toEqual([
      ['A', { closed: 1, locked: 1 }],
      ['B', { locked: 1, excluded: 0.3 }],
    ]);
  });

  it('are what was drawn, and a dot in each whole area where something comes or changes', () => {
    const edits = [drawn('build', 'p'), inAreas('renovate', ['B', 'unknown']), inAreas('lock', ['A'])];
    const { features } = siteFeatures(edits, table, null);
    expect(features.map(one => [one.geometry, one.properties])).toEqual([
      [geometry, { look: 'new', on: true }],
      [
        { type: 'Point', coordinates: [2, 51] },
        { look: 'changed', on: true },
      ],
    ]);
    expect(siteFeatures(edits, table, 'p').features).toHaveLength(1);
  });

  it('show a facility that is edited, whatever is switched on', () => {
    const place = (id: string, functions: string[]) => ({
      type: 'Feature' as const,
      id,
      geometry,
      properties: { name: id, functions },
    });
    const all = {
      type: 'FeatureCollection' as const,
      features: [
        place('s/1', ['play']),
        place('s/2', ['play']),
        place('s/3', ['library']),
        place('s/4', ['play']),
      ],
    };
    const edits = [
      closeFacility('c', 's/1'),
      changeFacility('m', 's/2', ['meeting']),
      drawn('open-facility', 'o'),
    ];
    const { features } = facilityFeatures(all, ['library'], editedFacilities(edits));
    expect(
      features.map(({ properties }) => [properties?.name, properties?.function, properties?.look]),
    ).toEqual([
      ['s/1', 'play', 'closed'],
      ['s/2', 'meeting', 'changed'],
      ['s/3', 'library', 'same'],
      ['Hof', 'play', 'new'],
    ]);
  });
});

describe('the style of the map', () => {
  const style = (id: string): StyleSpecification => ({
    version: 8,
    sources: { [id]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
    layers: [{ id: `${id}-layer`, type: 'line', source: id }],
  });

  it('keeps what is being drawn on top, and nothing else that is gone', () => {
    const before = style('drawing-polygon');
    before.layers.unshift(...style('old').layers);
    const kept = keepDrawing(before, style('areas'));
    expect(Object.keys(kept.sources)).toEqual(['areas', 'drawing-polygon']);
    expect(kept.layers.map(layer => layer.id)).toEqual(['areas-layer', 'drawing-polygon-layer']);
    const next = style('areas');
    expect(keepDrawing(undefined, next)).toBe(next);
  });
});
