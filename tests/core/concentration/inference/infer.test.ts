import { describe, expect, it } from 'vitest';
import { drawAllocations, drawReplicates } from '../../../../core/concentration/inference/allocation.ts';
import { inferIndices } from '../../../../core/concentration/inference/infer.ts';
import { measureConcentration } from '../../../../core/concentration/measure.ts';
import { NO_SPACE, populate, type Space } from '../../../../core/concentration/space.ts';
import type { Counts } from '../../../../core/concentration/types.ts';
import { ProblemError } from '../../../../core/problem.ts';
import { randomGenerator } from '../../../../core/random/generator.ts';
import { readSacramento, referenceDir } from '../sacramento.ts';

const counts: Counts = {
  group: Float64Array.of(30, 5, 2, 0, 8, 1),
  total: Float64Array.of(60, 40, 50, 20, 30, 100),
};

/** Areas one after the other, each touching the next, a kilometre apart. */
function street(size: number): Space {
  const links = {
    starts: Uint32Array.from({ length: size + 1 }, (_, i) =>
      i === 0 ? 0 : i === size ? 2 * size - 2 : 2 * i - 1,
    ),
    neighbours: Uint32Array.from(
      Array.from({ length: size }, (_, i) => [i - 1, i + 1].filter(j => j >= 0 && j < size)).flat(),
    ),
    values: null,
  };
  return {
    ...NO_SPACE,
    geometry: {
      areaM2: new Float64Array(size).fill(1e6),
      perimeterM: new Float64Array(size).fill(4000),
      x: Float64Array.from({ length: size }, (_, i) => i * 1000),
      y: new Float64Array(size),
    },
    queen: links,
    rook: { ...links, values: new Float64Array(2 * size - 2).fill(1000) },
  };
}

describe('dealing the group out at random', () => {
  it('always deals out exactly the group, and no area gets more than its dwellings', () => {
    drawAllocations(counts, 500, randomGenerator(1), group => {
      expect(group.reduce((sum, x) => sum + x, 0)).toBe(46);
      group.forEach((x, i) => {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(counts.total[i]!);
      });
    });
  });

  it('gives each area the hypergeometric mean and variance', () => {
    const draws = 20_000;
    const sums = new Float64Array(6);
    const squares = new Float64Array(6);
    drawAllocations(counts, draws, randomGenerator(2), group => {
      group.forEach((x, i) => {
        sums[i]! += x;
        squares[i]! += x * x;
      });
    });
    const [T, P] = [300, 46 / 300];
    counts.total.forEach((t, i) => {
      const variance = t * P * (1 - P) * ((T - t) / (T - 1));
      const mean = sums[i]! / draws;
      expect(Math.abs(mean - t * P)).toBeLessThan(4 * Math.sqrt(variance / draws));
      expect((squares[i]! / draws - mean * mean) / variance).toBeCloseTo(1, 1);
    });
  });

  it('a single social dwelling lands in each area as often as it has dwellings', () => {
    const one = { group: Float64Array.of(1, 0, 0), total: Float64Array.of(1, 2, 7) };
    const hits = new Float64Array(3);
    drawAllocations(one, 30_000, randomGenerator(3), group => {
      hits[group.indexOf(1)]!++;
    });
    for (const [i, share] of [0.1, 0.2, 0.7].entries()) expect(hits[i]! / 30_000).toBeCloseTo(share, 1.7);
  });

  it('replicates keep the areas’ own shares on average', () => {
    const sums = new Float64Array(6);
    drawReplicates(counts, 5000, randomGenerator(4), group => {
      group.forEach((x, i) => {
        sums[i]! += x / 5000;
      });
    });
    sums.forEach((mean, i) => {
      expect(Math.abs(mean - counts.group[i]!)).toBeLessThan(0.35);
    });
  });
});

describe('inference', () => {
  const options = { draws: 199, seed: 5 };

  it('the same seed gives the same answer, whatever else is asked', () => {
    const populated = populate(counts, street(6));
    const alone = inferIndices(populated, ['gini'], { ...options, intervalLevel: 0.95 });
    const among = inferIndices(populated, ['dissimilarity', 'gini', 'moran_i'], {
      ...options,
      intervalLevel: 0.95,
    });
    expect(among.gini).toEqual(alone.gini);
    expect(inferIndices(populated, ['gini'], { ...options, seed: 6 }).gini).not.toEqual(alone.gini);
  });

  it('shows raw, expected by chance and corrected values with an interval around the corrected one', () => {
    const { dissimilarity } = inferIndices(populate(counts, NO_SPACE), ['dissimilarity'], {
      ...options,
      intervalLevel: 0.9,
    });
    expect(dissimilarity).toMatchObject({ expectedBy: 'exact', draws: 199, null: 'allocation' });
    const { value, expected, corrected, interval, p } = dissimilarity!;
    expect(expected).toBeGreaterThan(0);
    expect(corrected!).toBeLessThan(value);
    expect(interval!.level).toBe(0.9);
    expect(interval!.low).toBeLessThan(corrected!);
    expect(interval!.high).toBeGreaterThan(corrected!);
    expect(p).toBe(1 / 200);
  });

  it('nine draws give a p of at least a tenth, never 0', () => {
    const { dissimilarity } = inferIndices(populate(counts, NO_SPACE), ['dissimilarity'], {
      draws: 9,
      seed: 1,
    });
    expect(dissimilarity!.p).toBe(0.1);
  });

  it('interaction counts low values as extreme', () => {
    const { interaction } = inferIndices(populate(counts, NO_SPACE), ['interaction'], options);
    expect(interaction!.p).toBe(1 / 200);
  });

  it('an even spread is no more than chance', () => {
    const even = { group: Float64Array.of(10, 10, 10, 10), total: Float64Array.of(50, 50, 50, 50) };
    const { dissimilarity } = inferIndices(populate(even, NO_SPACE), ['dissimilarity'], options);
    expect(dissimilarity!.value).toBe(0);
    expect(dissimilarity!.p).toBe(1);
    expect(dissimilarity!.beyondChance!).toBeLessThan(0);
  });

  it('moving areas about is refused under an index that does not look at where they lie', () => {
    const populated = populate(counts, street(6));
    const ask = () => inferIndices(populated, ['moran_i', 'gini'], { ...options, null: 'places' });
    expect(ask).toThrow(ProblemError);
    expect(ask).toThrow('cannot change gini');
  });

  it('a trend along a street is found by moving areas about, a shuffled one is not', () => {
    const size = 40;
    const total = new Float64Array(size).fill(100);
    const trend = { group: Float64Array.from({ length: size }, (_, i) => i), total };
    const mixed = { group: Float64Array.from({ length: size }, (_, i) => (i * 17) % size), total };
    const p = (of: Counts): number =>
      inferIndices(populate(of, street(size)), ['moran_i'], options).moran_i!.p;
    expect(p(trend)).toBe(1 / 200);
    expect(p(mixed)).toBeGreaterThan(0.05);
  });

  it('the mean of Moran’s I over all places is −1/(n − 1)', () => {
    const { moran_i } = inferIndices(populate(counts, street(6)), ['moran_i'], { draws: 5000, seed: 2 });
    expect(moran_i!.expected).toBeCloseTo(-0.2, 1);
    expect(moran_i!.null).toBe('places');
  });

  it('a spatial index may be left to chance in who is social too', () => {
    const { spatial_dissimilarity_queen } = inferIndices(
      populate(counts, street(6)),
      ['spatial_dissimilarity_queen'],
      { ...options, null: 'allocation' },
    );
    expect(spatial_dissimilarity_queen).toMatchObject({ expectedBy: 'simulation', null: 'allocation' });
  });

  it('an index without a value has nothing to infer', () => {
    const nobody = { group: Float64Array.of(0, 0), total: Float64Array.of(5, 5) };
    expect(inferIndices(populate(nobody, NO_SPACE), ['dissimilarity'], options)).toEqual({});
  });

  it('replicates that have no social dwelling left are left out, not NaN', () => {
    const few = { group: Float64Array.of(1, 0, 0), total: Float64Array.of(40, 30, 30) };
    const { dissimilarity } = inferIndices(populate(few, NO_SPACE), ['dissimilarity'], {
      ...options,
      intervalLevel: 0.95,
    });
    const { corrected, interval, p } = dissimilarity!;
    for (const number of [corrected, interval!.low, interval!.high, p]) expect(number).not.toBeNaN();
  });

  it('no draws, too many draws and fractions of dwellings are refused', () => {
    const populated = populate(counts, NO_SPACE);
    expect(() => inferIndices(populated, ['gini'], { draws: 0, seed: 1 })).toThrow('0 draws');
    expect(() => inferIndices(populated, ['gini'], { draws: 1e6, seed: 1 })).toThrow(ProblemError);
    const halves = { group: Float64Array.of(0.5, 1), total: Float64Array.of(2, 2) };
    expect(() => inferIndices(populate(halves, NO_SPACE), ['gini'], options)).toThrow('whole dwellings');
    // An area without dwellings is left out and shifts the others; the message still has the right name.
    const named = { codes: ['A', 'B', 'C'], group: [0, 2.5, 1], total: [0, 10, 10] };
    expect(() => measureConcentration(named, NO_SPACE, { indices: ['gini'], inference: options })).toThrow(
      'Area B counts 2.5: inference draws whole dwellings',
    );
  });

  it('a pairwise index of many areas is refused before it is begun', () => {
    const many = { group: new Float64Array(5000).fill(1), total: new Float64Array(5000).fill(4) };
    const ask = () =>
      inferIndices(populate(many, street(5000)), ['spatial_proximity'], { draws: 999, seed: 1 });
    expect(ask).toThrow('take too long for spatial_proximity');
  });

  it('so are more draws of more indices than two minutes allow', () => {
    const many = { group: new Float64Array(20_000).fill(1), total: new Float64Array(20_000).fill(4) };
    const ids = ['dissimilarity', 'gini', 'theil_h', 'hutchens', 'isolation'];
    const ask = () => inferIndices(populate(many, NO_SPACE), ids, { draws: 99_999, seed: 1 });
    expect(ask).toThrow('at most 25000 draws');
  });
});

describe.skipIf(!referenceDir)('inference in Sacramento', () => {
  if (!referenceDir) return;
  const { counts: sacramento, space, values } = readSacramento();
  const populated = populate(sacramento, space);

  it('the corrected dissimilarity is R segregation’s within its tolerance', () => {
    const { dissimilarity } = inferIndices(populated, ['dissimilarity'], {
      draws: 999,
      seed: 1,
      intervalLevel: 0.95,
    });
    const { value, tolerance } = values.dissimilarity_debiased!;
    expect(Math.abs(dissimilarity!.corrected! - value)).toBeLessThan(tolerance!);
    expect(dissimilarity!.interval!.low).toBeLessThan(value);
    expect(dissimilarity!.interval!.high).toBeGreaterThan(value);
    expect(dissimilarity!.p).toBe(0.001);
  });

  it('clustering is beyond what moving tracts about would give', () => {
    const found = inferIndices(populated, ['spatial_dissimilarity_queen', 'moran_i', 'geary_c'], {
      draws: 99,
      seed: 1,
    });
    expect(found.moran_i!.p).toBe(0.01);
    expect(found.geary_c!.p).toBe(0.01);
    expect(found.moran_i!.expected).toBeCloseTo(-1 / 402, 1);
    expect(found.spatial_dissimilarity_queen!.p).toBe(0.01);
  });
});
