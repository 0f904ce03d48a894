import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spaceFromMap } from '../../../core/concentration/map.ts';
import { measureConcentration, populateInput } from '../../../core/concentration/measure.ts';
import { NO_SPACE, overAllAreas, populate, type Space } from '../../../core/concentration/space.ts';
import {
  anyIndexById,
  availableIndices,
  computeIndex,
  spatialIndices,
} from '../../../core/concentration/spatial-registry.ts';
import type { Counts } from '../../../core/concentration/types.ts';
import { ProblemError } from '../../../core/problem.ts';
import { counts, grid, mapped, measured } from './squares.ts';

const twelve = fc
  .array(fc.record({ x: fc.nat(200), y: fc.nat(400) }), { minLength: 12, maxLength: 12 })
  .filter(
    areas =>
      areas.some(area => area.x > 0) &&
      areas.some(area => area.y > 0) &&
      areas.every(area => area.x + area.y > 0),
  );
const cityPart = Uint8Array.from({ length: 12 }, (_, i) => Number(i < 5));
const all = spatialIndices.map(index => index.id);

/** Columns of unlike width, so that surfaces, distances and borders all differ. */
const UNEVEN = [0, 1, 2.7, 3.2, 5.6];

describe('every index of space', () => {
  const space = spaceFromMap({ ...grid(4, 3, 1000, UNEVEN), epsg: 3812 }, { cityPart });

  it.each(all)('%s does not change when every count is multiplied (scale invariance)', id => {
    fc.assert(
      fc.property(twelve, fc.integer({ min: 2, max: 1000 }), (areas, factor) => {
        const scaled = areas.map(({ x, y }) => ({ x: x * factor, y: y * factor }));
        const [once, often] = [areas, scaled].map(list => measured(id, counts(list), space));
        // Where the denominator is a difference that all but vanishes, rounding is all there is.
        fc.pre(!(Math.abs(once!) > 1e6));
        if (Number.isNaN(once)) expect(often).toBeNaN();
        else expect(Math.abs(often! - once!)).toBeLessThan(1e-7 * Math.max(1, Math.abs(once!)));
      }),
    );
  });

  it.each(all)('%s does not depend on the order of the areas', id => {
    const { codes, geometries } = grid(4, 3, 1000, UNEVEN);
    const turned = spaceFromMap(
      { codes: codes.toReversed(), geometries: geometries.toReversed(), epsg: 3812 },
      { cityPart: cityPart.toReversed() },
    );
    fc.assert(
      fc.property(twelve, areas => {
        const once = measured(id, counts(areas), space);
        const reversed = measured(id, counts(areas.toReversed()), turned);
        fc.pre(!(Math.abs(once) > 1e6));
        if (Number.isNaN(once)) expect(reversed).toBeNaN();
        else expect(Math.abs(reversed - once)).toBeLessThan(1e-7 * Math.max(1, Math.abs(once)));
      }),
    );
  });

  it.each(all)('%s stays within its range', id => {
    const [low, high] = spatialIndices.find(index => index.id === id)!.range;
    fc.assert(
      fc.property(twelve, areas => {
        const value = measured(id, counts(areas), space);
        if (Number.isNaN(value)) return;
        expect(value).toBeGreaterThanOrEqual(low - 1e-9);
        expect(value).toBeLessThanOrEqual(high + 1e-9);
      }),
    );
  });

  it.each([
    'spatial_proximity',
    'spatial_dissimilarity_queen',
    'spatial_dissimilarity_rook',
    'boundary_spatial_dissimilarity',
    'perimeter_area_dissimilarity',
    'environment_theil_h',
    'environment_dissimilarity',
    'environment_relative_diversity',
    'moran_i',
    'geary_c',
  ])('%s is the same for both groups (symmetry)', id => {
    fc.assert(
      fc.property(twelve, areas => {
        const once = measured(id, counts(areas), space);
        const swapped = measured(id, counts(areas.map(({ x, y }) => ({ x: y, y: x }))), space);
        if (Number.isNaN(once)) expect(swapped).toBeNaN();
        else expect(Math.abs(swapped - once)).toBeLessThan(1e-9 * Math.max(1, Math.abs(once)));
      }),
    );
  });

  it('concentration says that there is no scale where a group fills all areas, not a number made of rounding', () => {
    const surfaces = [303067.73, 840996.21, 148939.74];
    const geometry = {
      areaM2: Float64Array.from(surfaces),
      perimeterM: new Float64Array(3).fill(1000),
      x: Float64Array.of(0, 1000, 2000),
      y: new Float64Array(3),
    };
    const some = { group: Float64Array.of(10, 26, 6), total: Float64Array.of(10, 27, 6) };
    for (const id of ['absolute_concentration', 'relative_concentration']) {
      expect(computeIndex(anyIndexById(id), populate(some, { ...NO_SPACE, geometry }))).toMatchObject({
        code: 'areas-alike',
      });
    }
  });

  it.each(all)('%s is undefined with a reason where the group is nobody or everybody', id => {
    const index = anyIndexById(id);
    const nobody = counts(Array.from({ length: 12 }, () => ({ x: 0, y: 5 })));
    const everybody = counts(Array.from({ length: 12 }, () => ({ x: 5, y: 0 })));
    const empty = counts(Array.from({ length: 12 }, () => ({ x: 0, y: 0 })));
    expect(computeIndex(index, populate(nobody, space))).toMatchObject({ code: 'group-nobody' });
    expect(computeIndex(index, populate(everybody, space))).toMatchObject({ code: 'group-everybody' });
    expect(computeIndex(index, populate(empty, space))).toMatchObject({ code: 'no-areas' });
  });

  it.each(all)('%s of one area, of two and of no areas is a number or a reason, never NaN', id => {
    for (const size of [0, 1, 2]) {
      const small = size === 0 ? emptySpace() : mapped(size, 1, { cityPart: new Uint8Array(size) });
      const areas = Array.from({ length: size }, (_, i) => ({ x: 1 + i, y: 3 }));
      const outcome = computeIndex(anyIndexById(id), populate(counts(areas), small));
      if ('value' in outcome) expect(outcome.value).not.toBeNaN();
      else expect(outcome.reason).not.toBe('');
    }
  });

  it('isolation and interaction add to 1, with distance decay and in the surroundings', () => {
    fc.assert(
      fc.property(twelve, areas => {
        const sum = (a: string, b: string): number =>
          measured(a, counts(areas), space) + measured(b, counts(areas), space);
        expect(sum('distance_decay_isolation', 'distance_decay_interaction')).toBeCloseTo(1, 12);
        expect(sum('environment_isolation', 'environment_interaction')).toBeCloseTo(1, 12);
      }),
    );
  });

  it('surroundings of no reach are the areas themselves', () => {
    const alone = { ...space, environment: { radiusKm: 0, decayPerKm: 2 } };
    fc.assert(
      fc.property(twelve, areas => {
        expect(measured('environment_theil_h', counts(areas), alone)).toBeCloseTo(
          measured('theil_h', counts(areas), alone),
          11,
        );
        expect(measured('environment_dissimilarity', counts(areas), alone)).toBeCloseTo(
          measured('dissimilarity', counts(areas), alone),
          12,
        );
      }),
    );
  });

  it('two halves are more clustered than a checkerboard', () => {
    const board = mapped(8, 8);
    const pattern = (social: (column: number, row: number) => boolean): Counts =>
      counts(
        Array.from({ length: 64 }, (_, i) =>
          social(i % 8, Math.floor(i / 8)) ? { x: 80, y: 20 } : { x: 20, y: 80 },
        ),
      );
    const halves = pattern(column => column < 4);
    const checkers = pattern((column, row) => (column + row) % 2 === 0);
    for (const id of [
      'spatial_proximity',
      'absolute_clustering_distance',
      'moran_i',
      'environment_theil_h',
    ]) {
      expect(measured(id, halves, board)).toBeGreaterThan(measured(id, checkers, board));
    }
    expect(measured('geary_c', halves, board)).toBeLessThan(measured('geary_c', checkers, board));
    expect(measured('dissimilarity', halves, board)).toBe(measured('dissimilarity', checkers, board));
  });
});

describe('pairs of areas', () => {
  it('a cut-off gives the same sums by cells as all pairs do, within the stated bound', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(90), fc.nat(50), fc.nat(9), fc.nat(90)), { minLength: 2, maxLength: 80 }),
        fc.double({ min: 0.5, max: 40, noNaN: true }),
        (points, cutoffKm) => {
          const places = {
            ...NO_SPACE,
            geometry: {
              areaM2: new Float64Array(points.length).fill(2e6),
              perimeterM: new Float64Array(points.length).fill(6000),
              x: Float64Array.from(points, point => point[0] * 1000),
              y: Float64Array.from(points, point => point[1] * 1000),
            },
          };
          const some = counts(points.map(([, , x, y]) => ({ x: x + 1, y: y + 1 })));
          for (const { id } of spatialIndices.filter(index => index.pairwise)) {
            const exact = measured(id, some, places);
            const cut = computeIndex(anyIndexById(id), populate(some, { ...places, cutoffKm }));
            if (!('value' in cut)) throw new Error(cut.reason);
            const slack = 1e-9 * Math.max(1, Math.abs(exact));
            expect(Math.abs(cut.value - exact)).toBeLessThanOrEqual((cut.errorBound ?? 0) + slack);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('two areas 1 km apart, by hand', () => {
    // d within an area of 1 km² is 0.6 km: c = e^−0.6 = 0.548812 within, e^−1 = 0.367879 across.
    const pair = mapped(2, 1);
    const two = counts([
      { x: 3, y: 1 },
      { x: 1, y: 3 },
    ]);
    const own = Math.exp(-0.6);
    const across = Math.exp(-1);
    const pxx = (10 * own + 6 * across) / 16;
    const ptt = (32 * own + 32 * across) / 64;
    expect(measured('spatial_proximity', two, pair)).toBeCloseTo(pxx / ptt, 14);
    expect(measured('relative_clustering', two, pair)).toBeCloseTo(0, 14);
    const around = (near: number, far: number): number =>
      (near * own + far * across) / (4 * own + 4 * across);
    expect(measured('distance_decay_isolation', two, pair)).toBeCloseTo(
      0.75 * around(3, 1) + 0.25 * around(1, 3),
      14,
    );
  });
});

describe('measuring everything at once', () => {
  const codes = grid(3, 3).codes;
  const group = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const total = [9, 20, 30, 40, 50, 60, 70, 80, 90];

  it('computes what the space allows, and only that', () => {
    expect(availableIndices(NO_SPACE)).not.toContain('delta');
    expect(availableIndices(mapped(3, 3))).toContain('delta');
    expect(availableIndices(mapped(3, 3))).not.toContain('spread_ratio');
    const result = measureConcentration({ codes, group, total });
    expect(Object.keys(result.indices)).toEqual(availableIndices(NO_SPACE));
  });

  it('an index that the space does not allow is refused with what it needs', () => {
    const ask = () => measureConcentration({ codes, group, total }, NO_SPACE, { indices: ['delta'] });
    expect(ask).toThrow(ProblemError);
    expect(ask).toThrow('needs the shapes of the areas');
    expect(() => measureConcentration({ codes, group, total }, NO_SPACE, { indices: ['moran_i'] })).toThrow(
      'needs neighbours',
    );
  });

  it('an index that does not exist is refused with those of both kinds that do', () => {
    const ask = () => measureConcentration({ codes, group, total }, NO_SPACE, { indices: ['detla'] });
    expect(ask).toThrow('There is no index "detla"; choose from dissimilarity, ');
    expect(ask).toThrow(', getis_ord_g.');
  });

  it('any b of Atkinson can be asked for', () => {
    const { indices } = measureConcentration({ codes, group, total }, NO_SPACE, {
      indices: ['atkinson_0.25'],
    });
    expect(indices['atkinson_0.25']).toHaveProperty('value');
    expect(() => anyIndexById('atkinson_1')).toThrow(ProblemError);
  });

  it('clamps where asked, and places values with areas left out at NaN', () => {
    const input = { codes, group: [99, ...group.slice(1)], total: [...total.slice(0, 8), 0] };
    input.group[8] = 0;
    const result = measureConcentration(input, mapped(3, 3), { clamp: true });
    expect(result).toMatchObject({ zones: 8, dropped: 1, clamped: ['0-0'] });
    const populated = populateInput(input, mapped(3, 3));
    const column = overAllAreas(populated.counts.total, populated, 9);
    expect(column[0]).toBe(9);
    expect(column[8]).toBeNaN();
  });

  it.each([
    ['a missing count', [Number.NaN, ...group.slice(1)], total, 'Area 0-0 has no count'],
    [
      'a group above its total',
      [99, ...group.slice(1)],
      total,
      'Area 0-0 (99 of 9) has more social dwellings',
    ],
  ])('%s is an error naming the area', (_, badGroup, badTotal, message) => {
    const ask = () => measureConcentration({ codes, group: badGroup, total: badTotal }, mapped(3, 3));
    expect(ask).toThrow(message);
  });

  it('a code that stands there twice is refused', () => {
    const twice = { codes: ['a', 'a'], group: [1, 1], total: [2, 2] };
    expect(() => measureConcentration(twice)).toThrow('Area a stands there more than once');
  });

  it('inference stands beside the values it is about', () => {
    const { indices } = measureConcentration({ codes, group, total }, mapped(3, 3), {
      indices: ['dissimilarity', 'moran_i'],
      inference: { draws: 99, seed: 1, intervalLevel: 0.95 },
    });
    expect(indices.dissimilarity).toMatchObject({
      value: expect.any(Number),
      expected: expect.any(Number),
      corrected: expect.any(Number),
      interval: { level: 0.95, low: expect.any(Number), high: expect.any(Number) },
      p: expect.any(Number),
      null: 'allocation',
    });
    expect(indices.moran_i).toMatchObject({ null: 'places' });
  });

  it('a million dwellings in one area, halves of dwellings and zero areas are measured', () => {
    const giant = measureConcentration(
      { codes: ['a', 'b'], group: [1e6, 0.5], total: [2e6, 7.5] },
      mapped(2, 1),
    );
    for (const outcome of Object.values(giant.indices)) {
      if ('value' in outcome) expect(Number.isFinite(outcome.value)).toBe(true);
    }
    const none = measureConcentration({ codes: [], group: [], total: [] }, emptySpace());
    expect(none).toMatchObject({ zones: 0, dropped: 0 });
    for (const outcome of Object.values(none.indices)) expect(outcome).toMatchObject({ code: 'no-areas' });
  });
});

function emptySpace(): Space {
  const none = { starts: Uint32Array.of(0), neighbours: new Uint32Array(0), values: null };
  const column = new Float64Array(0);
  return {
    ...NO_SPACE,
    geometry: { areaM2: column, perimeterM: column, x: column, y: column },
    queen: none,
    rook: { ...none, values: new Float64Array(0) },
    cityPart: new Uint8Array(0),
  };
}
