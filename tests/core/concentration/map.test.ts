import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { spaceFromMap } from '../../../core/concentration/map.ts';
import { populate } from '../../../core/concentration/space.ts';
import { anyIndexById, computeIndex } from '../../../core/concentration/spatial-registry.ts';
import { counts, mapped, measured } from './squares.ts';

describe('what a map tells', () => {
  it('degrees are projected: in UTM where nothing is said, as asked where it is', () => {
    const degrees: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [3.7, 51],
          [3.71, 51],
          [3.71, 51.01],
          [3.7, 51.01],
          [3.7, 51],
        ],
      ],
    };
    const map = { codes: ['a'], geometries: [degrees], epsg: 4326 };
    expect(spaceFromMap(map).metricEpsg).toBe(32631);
    const lambert = spaceFromMap(map, { metricEpsg: 3812 });
    // 0.01° of latitude is 1.1125 km there, 0.01° of longitude 0.7021 km.
    expect(lambert.geometry!.areaM2[0]! / 1e6).toBeCloseTo(1.1125 * 0.7021, 2);
    expect(() => spaceFromMap(map, { metricEpsg: 4326 })).toThrow('is in degrees');
    expect(() => spaceFromMap({ ...map, epsg: 3812 })).toThrow('look like degrees');
  });

  it('one metric system is carried over to another', () => {
    // Brussels: (148679, 171067) in Lambert 72 is (648679, 671067) in Lambert 2008 (PostGIS).
    const at = (x: number, y: number): Geometry => ({
      type: 'Polygon',
      coordinates: [
        [
          [x - 50, y - 50],
          [x + 50, y - 50],
          [x + 50, y + 50],
          [x - 50, y + 50],
          [x - 50, y - 50],
        ],
      ],
    });
    const space = spaceFromMap(
      { codes: ['a'], geometries: [at(148679.447, 171066.81)], epsg: 31370 },
      { metricEpsg: 3812 },
    );
    expect(space.geometry!.x[0]).toBeCloseTo(648679.018, 0);
    expect(space.geometry!.y[0]).toBeCloseTo(671067.056, 0);
  });

  it('the nearest areas are found among those with dwellings', () => {
    // Five squares in a row, the second and the fourth empty: each of the others has one nearest.
    const space = mapped(5, 1, { weights: { kind: 'knn', count: 1 } });
    const some = { group: Float64Array.of(1, 0, 3, 0, 2), total: Float64Array.of(5, 0, 6, 0, 9) };
    const { neighbours } = populate(some, space).space;
    expect([...neighbours!.starts]).toEqual([0, 1, 2, 3]);
    expect(computeIndex(anyIndexById('moran_i'), populate(some, space))).toHaveProperty('value');
  });

  it('an archipelago has no autocorrelation and says why', () => {
    const apart = mapped(3, 3, { weights: { kind: 'distance', distanceM: 900 } });
    const some = counts(Array.from({ length: 9 }, (_, i) => ({ x: i, y: 10 })));
    expect(computeIndex(anyIndexById('moran_i'), populate(some, apart))).toMatchObject({
      code: 'no-neighbours',
    });
  });

  it('the same share everywhere cannot cluster and says so', () => {
    const even = counts(Array.from({ length: 9 }, () => ({ x: 1, y: 3 })));
    expect(computeIndex(anyIndexById('geary_c'), populate(even, mapped(3, 3)))).toMatchObject({
      code: 'no-variation',
    });
  });

  it('areas of one size have no scale for concentration', () => {
    const some = counts(Array.from({ length: 9 }, (_, i) => ({ x: i, y: 10 })));
    const outcome = computeIndex(anyIndexById('absolute_concentration'), populate(some, mapped(3, 3)));
    expect(outcome).toMatchObject({ code: 'areas-alike' });
  });

  it('the centre can be given', () => {
    const some = counts(Array.from({ length: 9 }, (_, i) => ({ x: i === 0 ? 9 : 1, y: 10 })));
    const at = (x: number, y: number): number =>
      measured('relative_centralization', some, mapped(3, 3, { centre: { x, y } }));
    expect(at(500, 500)).toBeGreaterThan(0);
    expect(at(2500, 2500)).toBeLessThan(0);
  });

  it('the official spread ratio compares city part and fringe', () => {
    // City part 20 of 100, fringe 5 of 100.
    const some = counts([
      { x: 15, y: 35 },
      { x: 5, y: 45 },
      { x: 5, y: 95 },
    ]);
    const space = mapped(3, 1, { cityPart: Uint8Array.of(1, 1, 0) });
    expect(measured('spread_ratio', some, space)).toBe(4);
    const allCity = { ...space, cityPart: Uint8Array.of(1, 1, 1) };
    expect(computeIndex(anyIndexById('spread_ratio'), populate(some, allCity))).toMatchObject({
      code: 'empty-part',
    });
  });
});
