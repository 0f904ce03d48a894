import { describe, expect, it } from 'vitest';
import { editsAsGeoJson } from '../../../core/scenario/geojson.ts';
import { readProjects } from '../../../core/scenario/projects.ts';
import { add, common, scenario, site } from './example.ts';

describe('the edits of a scenario as GeoJSON', () => {
  const place = site(3, 51, 4, 52, [{ area: 'A', weight: 2 }]);
  const drawn = { ...add('a', ['A'], 12, 8), title: 'Kaaihof', place };
  const move = { ...common('c'), kind: 'move' as const, from: 'A', to: 'B', social: { '2': 5 } };

  it('have their geometry, or the codes of their areas, and their dwellings over all areas', () => {
    const { features, buurtbalans } = editsAsGeoJson(scenario([drawn, add('b', ['A', 'B'], 10, 1), move]));
    expect(buurtbalans).toMatchObject({ title: 'Sixty dwellings by the station' });
    expect(features.map(feature => feature.geometry)).toEqual([place.geometry, null, null]);
    expect(features.map(({ properties }) => properties)).toMatchObject([
      { kind: 'build', title: 'Kaaihof', areas: 'A', social: 12, private: 8, status: 'idea' },
      { kind: 'build', areas: 'A,B', social: 20, private: 2 },
      { kind: 'move', areas: 'A,B', social: 5, private: null, status: null },
    ]);
  });

  it('can be read again as projects, where they were drawn', () => {
    const sold = { ...drawn, socialKind: 'purchase' as const };
    expect(readProjects(editsAsGeoJson(scenario([sold])))).toEqual([
      { title: 'Kaaihof', geometry: place.geometry, social: 12, socialKind: 'purchase', private: 8 },
    ]);
  });
});
