import { describe, expect, it } from 'vitest';
import { dissimilarity } from '../../../core/concentration/evenness.ts';
import { measureConcentration } from '../../../core/concentration/measure.ts';
import { NO_SPACE, populate } from '../../../core/concentration/space.ts';
import { anyIndexById, computeIndex, spatialIndices } from '../../../core/concentration/spatial-registry.ts';
import type { Counts } from '../../../core/concentration/types.ts';
import { nearly, readSacramento, referenceDir } from './sacramento.ts';

// Expected values: segregation-values.json, which names the packages that agree on each.
describe.skipIf(!referenceDir)('Sacramento on the map', () => {
  if (!referenceDir) return;
  const { codes, counts, column, space, values, published } = readSacramento();

  const measured = (id: string, of: Counts = counts, where = space): number => {
    const outcome = computeIndex(anyIndexById(id), populate(of, where));
    return 'value' in outcome ? outcome.value : Number.NaN;
  };

  // Given under another name (Reardon–O'Sullivan) or needing a partition that the reference lacks.
  const elsewhere = [
    'spread_ratio',
    ...spatialIndices.map(i => i.id).filter(id => id.startsWith('environment_')),
  ];

  it.each(
    spatialIndices.map(index => index.id).filter(id => !elsewhere.includes(id)),
  )('%s equals the literature to 1e-9', id => {
    expect(values[id], `${id} has a published value`).toBeDefined();
    expect(measured(id)).toEqual(nearly(values[id]!.value));
  });

  it('measures everything at once with the ids of the reference', () => {
    const result = measureConcentration({ codes, ...counts }, space);
    const given = Object.keys(values).filter(id => !/_(expected|debiased)$/.test(id));
    expect(Object.keys(result.indices)).toEqual(expect.arrayContaining(given));
    expect(result).toMatchObject({ zones: 403, dropped: 0, social: 277574, total: 1796857 });
  });

  const kernels = [0.001, 2, 5, 10].flatMap(radiusKm =>
    (
      [
        ['D', 'environment_dissimilarity'],
        ['R', 'environment_relative_diversity'],
        ['H', 'environment_theil_h'],
        ['Pxx', 'environment_isolation'],
        ['Pxy', 'environment_interaction'],
      ] as const
    ).map(([letter, id]) => [letter, radiusKm, id] as const),
  );

  it.each(kernels)('Reardon–O’Sullivan %s within %f km equals seg (R)', (letter, radiusKm, id) => {
    const near = { ...space, environment: { radiusKm, decayPerKm: 2 } };
    const expected =
      published.spatial_segregation_reardon_osullivan.values[`maxdist${radiusKm}km_${letter}`]!;
    expect(measured(id, counts, near)).toEqual(nearly(expected));
  });

  it.each([
    ['Dissim', 'dissimilarity'],
    ['Gini', 'gini'],
    ['Entropy', 'theil_h'],
    ['Isolation', 'isolation'],
    ['Interaction', 'interaction'],
    ['CorrelationR', 'eta_squared'],
    ['Atkinson', 'atkinson_0.5'],
    ['Delta', 'delta'],
    ['AbsoluteConcentration', 'absolute_concentration'],
    ['RelativeConcentration', 'relative_concentration'],
    ['AbsoluteCentralization', 'absolute_centralization'],
    ['RelativeCentralization', 'relative_centralization'],
    ['SpatialDissim', 'spatial_dissimilarity_queen'],
    ['PARDissim', 'perimeter_area_dissimilarity'],
    ['MinMax', 'min_max'],
  ])('for Black residents %s of PySAL is met as well', (name, id) => {
    const black = { group: column('BLACK'), total: counts.total };
    expect(measured(id, black)).toEqual(nearly(published.group_black[name]!));
  });

  describe('behaviour of other packages that is not repeated', () => {
    it('distance-decay isolation and interaction add to 1', () => {
      expect(measured('distance_decay_isolation') + measured('distance_decay_interaction')).toBeCloseTo(
        1,
        12,
      );
    });

    const patterns = {
      clustered_halves: (row: number, _column: number) => (row < 5 ? 80 : 20),
      checkerboard: (row: number, col: number) => ((row + col) % 2 === 0 ? 80 : 20),
      uniform: () => 50,
    };

    it.each(Object.entries(patterns))('spatial proximity tells patterns apart: %s', (name, share) => {
      // Ten by ten squares of 1 km, shares of 80% and 20%.
      const cells = Array.from({ length: 100 }, (_, i) => [Math.floor(i / 10), i % 10] as const);
      const grid = {
        areaM2: new Float64Array(100).fill(1e6),
        perimeterM: new Float64Array(100).fill(4000),
        x: Float64Array.from(cells, ([, col]) => (col + 0.5) * 1000),
        y: Float64Array.from(cells, ([row]) => (row + 0.5) * 1000),
      };
      const group = Float64Array.from(cells, ([row, col]) => share(row, col));
      const total = new Float64Array(100).fill(100);
      const expected = published.peer_behaviour_to_avoid['2_spatial_proximity_orders_patterns'][name]!;
      expect(
        measured('spatial_proximity', { group, total }, { ...NO_SPACE, geometry: grid } as never),
      ).toEqual(nearly(expected.literature_SP));
    });

    // The packages' own values on three empty tracts, where leaving a tract out and counting it as 0% agree.
    it.each([
      ['Dissim', 'dissimilarity'],
      ['Gini', 'gini'],
      ['Entropy', 'theil_h'],
      ['Isolation', 'isolation'],
      ['Atkinson', 'atkinson_0.5'],
      ['AbsoluteConcentration', 'absolute_concentration'],
      ['RelativeConcentration', 'relative_concentration'],
      ['MinMax', 'min_max'],
    ])('tracts without people are left out: %s', (name, id) => {
      const empty = new Set([0, 5, 9]);
      const without = (from: Float64Array): Float64Array => from.map((each, i) => (empty.has(i) ? 0 : each));
      const emptied = { group: without(counts.group), total: without(counts.total) };
      const expected = published.peer_behaviour_to_avoid['6_three_zero_population_zones'][name]!;
      expect(measured(id, emptied)).toEqual(nearly(expected));
      expect(measureConcentration({ codes, ...emptied }, space).dropped).toBe(3);
    });

    it('complete separation has H = 1, not a range that ends below it', () => {
      const separated = { group: Float64Array.of(10, 0), total: Float64Array.of(10, 30) };
      expect(measured('theil_h', separated, NO_SPACE as never)).toBeCloseTo(1, 14);
    });
  });

  it('a cut-off radius gives values within the error bound it states', () => {
    for (const cutoffKm of [4, 8, 25]) {
      const populated = populate(counts, { ...space, cutoffKm });
      for (const { id } of spatialIndices.filter(index => index.pairwise)) {
        const outcome = computeIndex(anyIndexById(id), populated);
        const exact = measured(id);
        if (!('value' in outcome)) throw new Error(outcome.reason);
        const off = Math.abs(outcome.value - exact);
        expect(off, `${id} at ${cutoffKm} km`).toBeLessThanOrEqual((outcome.errorBound ?? 0) + 1e-13);
      }
    }
    const bounded = computeIndex(
      anyIndexById('spatial_proximity'),
      populate(counts, { ...space, cutoffKm: 25 }),
    );
    expect(bounded).toMatchObject({ errorBound: expect.any(Number) });
    expect((bounded as { errorBound: number }).errorBound).toBeLessThan(1e-8);
  });

  it('the plain dissimilarity is what is left when no neighbour differs', () => {
    const even = { group: counts.total.map(t => t / 2), total: counts.total };
    expect(dissimilarity.compute(even)).toEqual({ value: 0 });
    expect(measured('spatial_dissimilarity_queen', even)).toBe(0);
  });
});
