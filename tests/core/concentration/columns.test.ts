import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOf } from '../../../core/areas/grid.ts';
import { weightsFromLists } from '../../../core/areas/weights.ts';
import { evaluateIndices } from '../../../core/concentration/evaluate.ts';
import { localColumns } from '../../../core/concentration/local/columns.ts';
import { lorenzCurve } from '../../../core/concentration/lorenz.ts';
import { mergeColumns } from '../../../core/concentration/merge.ts';
import { measureGroups } from '../../../core/concentration/multigroup/measure.ts';
import { NO_SPACE, populate } from '../../../core/concentration/space.ts';
import type { Counts } from '../../../core/concentration/types.ts';
import { ProblemError } from '../../../core/problem.ts';

const counts: Counts = {
  group: Float64Array.of(40, 0, 0, 10, 30),
  total: Float64Array.of(100, 50, 0, 100, 100),
};

describe('local values as columns', () => {
  const queen = weightsFromLists([[1], [0, 2], [1, 3], [2, 4], [3]]);
  const options = { draws: 99, seed: 1 };

  it('have a cell for every area, NaN where there are no dwellings', () => {
    const { columns, significantUpTo } = localColumns(populate(counts, { ...NO_SPACE, queen }), 5, options);
    expect(Object.keys(columns)).toEqual([
      'location_quotient',
      'local_dissimilarity',
      'local_information',
      'theil_contribution',
      'local_moran',
      'local_moran_p',
      'local_moran_quadrant',
      'getis_ord_gi_star',
      'local_geary',
    ]);
    for (const column of Object.values(columns)) {
      expect(column).toHaveLength(5);
      expect(column[2]).toBeNaN();
    }
    // 40% against 80/350.
    expect(columns.location_quotient![0]).toBeCloseTo(0.4 / (80 / 350), 12);
    expect(significantUpTo).toBeLessThanOrEqual(0.05);
  });

  it('are those of counts alone where neighbours are not known', () => {
    const { columns, significantUpTo } = localColumns(populate(counts, NO_SPACE), 5, options);
    expect(columns).not.toHaveProperty('local_moran');
    expect(significantUpTo).toBeNull();
  });
});

describe('the segregation curve', () => {
  it('runs from nobody to everybody through the areas in order of share', () => {
    const curve = lorenzCurve(counts)!;
    // Shares 0, 0.1, 0.3, 0.4; others 50, 90, 70, 60 of 270; social 0, 10, 30, 40 of 80.
    expect([...curve.others]).toEqual([0, 50 / 270, 140 / 270, 210 / 270, 1]);
    expect([...curve.group]).toEqual([0, 0, 10 / 80, 40 / 80, 1]);
  });

  it('holds D as its largest distance and Gini as twice its area', () => {
    const area = fc.record({ x: fc.nat(50), y: fc.nat(90) });
    fc.assert(
      fc.property(fc.array(area, { minLength: 2, maxLength: 20 }), list => {
        const some = {
          group: Float64Array.from(list, ({ x }) => x),
          total: Float64Array.from(list, ({ x, y }) => x + y),
        };
        const curve = lorenzCurve(some);
        const { dissimilarity, gini } = evaluateIndices(some, ['dissimilarity', 'gini']);
        if (!curve) {
          expect(dissimilarity).toHaveProperty('undefined');
          return;
        }
        const { others, group } = curve;
        const apart = Math.max(...others.map((share, k) => share - group[k]!));
        let twice = 1;
        for (let k = 1; k < group.length; k++) {
          twice -= (others[k]! - others[k - 1]!) * (group[k]! + group[k - 1]!);
        }
        expect(dissimilarity).toEqual({ value: expect.closeTo(apart, 12) });
        expect(gini).toEqual({ value: expect.closeTo(twice, 12) });
      }),
    );
  });

  it('is not there for a group that is nobody or everybody', () => {
    expect(lorenzCurve({ group: Float64Array.of(0), total: Float64Array.of(5) })).toBeNull();
    expect(lorenzCurve({ group: Float64Array.of(5), total: Float64Array.of(5) })).toBeNull();
  });
});

describe('coarser areas', () => {
  const centroids = { x: Float64Array.of(100, 499, 500, -1, 1200), y: Float64Array.of(0, 499, 0, 0, 1999) };

  it('areas fall in the cell of their centroid', () => {
    expect(gridOf(centroids, 500).cells).toEqual([
      '500m E0 N0',
      '500m E0 N0',
      '500m E1 N0',
      '500m E-1 N0',
      '500m E2 N3',
    ]);
    expect(gridOf(centroids, 1000).cells[4]).toBe('1km E1 N1');
    expect(() => gridOf(centroids, 0)).toThrow(ProblemError);
  });

  it('counts are summed over them', () => {
    expect(mergeColumns([counts.group, counts.total], ['a', 'a', 'b', 'b', 'a'])).toEqual({
      keys: ['a', 'b'],
      merged: [Float64Array.of(70, 10), Float64Array.of(250, 100)],
    });
  });
});

describe('several groups at once', () => {
  const codes = ['a', 'b', 'c'];
  const groups = [Float64Array.of(10, 0, 0), Float64Array.of(0, 10, 0), Float64Array.of(5, 5, 0)];

  it('are measured with what was counted', () => {
    const result = measureGroups(codes, groups);
    expect(result).toMatchObject({ zones: 2, dropped: 1, sums: [10, 10, 10] });
    expect(result.indices.multigroup_normalized_diversity).toEqual({ value: expect.closeTo(1, 12) });
  });

  it('an index that does not exist is refused with those that do', () => {
    expect(() => measureGroups(codes, groups, ['gini'])).toThrow('choose from multigroup_dissimilarity');
  });
});
