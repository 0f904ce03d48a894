import { describe, expect, it } from 'vitest';
import { weightsFromLists } from '../../../core/areas/weights.ts';
import {
  concentrationAreas,
  UNKNOWN_CONCENTRATION,
} from '../../../core/concentration/local/concentration-areas.ts';
import {
  dissimilarityContributions,
  localInformation,
  locationQuotients,
  theilContributions,
} from '../../../core/concentration/local/contributions.ts';
import { falseDiscoveryThreshold } from '../../../core/concentration/local/false-discovery.ts';
import { localG, localGeary } from '../../../core/concentration/local/hotspots.ts';
import { localMoran } from '../../../core/concentration/local/moran.ts';
import { ProblemError } from '../../../core/problem.ts';
import { sumColumn } from '../../../core/summation.ts';
import { nearly, readSacramento, readTable, referenceDir, worstDifference } from './sacramento.ts';

const EXACT = 1e-9;

describe.skipIf(!referenceDir)('local values of Sacramento', () => {
  if (!referenceDir) return;
  const { counts, space, values, published } = readSacramento();
  const shares = counts.group.map((x, i) => x / counts.total[i]!);
  const queen = space.queen!;
  const esda = readTable('sacramento_local_esda.csv');
  const lisa = readTable('sacramento_local_lisa.csv');
  const elbers = readTable('sacramento_local_elbers.csv');
  const moran = localMoran(shares, queen, { draws: 999, seed: 1 });

  it('location quotients equal the reference', () => {
    expect(worstDifference(locationQuotients(counts), lisa('LQ_HISP'))).toBeLessThan(EXACT);
  });

  it('local information equals R segregation, and adds up to M', () => {
    expect(worstDifference(localInformation(counts), elbers('ls'))).toBeLessThan(EXACT);
    const T = sumColumn(counts.total);
    expect(
      worstDifference(
        counts.total.map(t => t / T),
        elbers('p'),
      ),
    ).toBeLessThan(EXACT);
  });

  it('contributions add up to D and to H', () => {
    expect(sumColumn(dissimilarityContributions(counts))).toEqual(nearly(values.dissimilarity!.value));
    expect(sumColumn(theilContributions(counts))).toEqual(nearly(values.theil_h!.value));
  });

  it('local Moran equals Anselin’s definition, and esda’s, which divides by n − 1', () => {
    expect(worstDifference(moran.value, lisa('LocalMoran_p_queen_rowstd'))).toBeLessThan(EXACT);
    const n = shares.length;
    expect(
      worstDifference(
        moran.value.map(value => (value * (n - 1)) / n),
        esda('LocalMoran_Is'),
      ),
    ).toBeLessThan(EXACT);
    expect(Float64Array.from(moran.quadrant)).toEqual(esda('LocalMoran_q'));
  });

  it('its significance is esda’s but for the luck of 999 draws', () => {
    const p = esda('LocalMoran_p_sim_seed1234');
    // Two estimates of a p near 0.5 differ by at most about four times √2 · √(0.25/999) over 403 areas.
    expect(worstDifference(moran.p, p, 1)).toBeLessThan(0.09);
    const mean = sumColumn(moran.p.map((each, i) => each - p[i]!)) / p.length;
    expect(Math.abs(mean)).toBeLessThan(0.005);
    const published95 = published.autocorrelation_esda['LISA_counts_p_sim<0.05']!;
    for (const quadrant of [1, 2, 3, 4]) {
      const found = moran.p.filter((each, i) => each < 0.05 && moran.quadrant[i] === quadrant).length;
      expect(Math.abs(found - published95[String(quadrant)]!)).toBeLessThanOrEqual(12);
    }
  });

  it('false discovery is controlled as esda does', () => {
    expect(falseDiscoveryThreshold(esda('LocalMoran_p_sim_seed1234'), 0.05)).toEqual(
      nearly(published.autocorrelation_esda.fdr_5pct),
    );
  });

  it('the same seed gives the same significance, another seed another', () => {
    expect(localMoran(shares, queen, { draws: 99, seed: 7 }).p).toEqual(
      localMoran(shares, queen, { draws: 99, seed: 7 }).p,
    );
    expect(localMoran(shares, queen, { draws: 99, seed: 7 }).p).not.toEqual(
      localMoran(shares, queen, { draws: 99, seed: 8 }).p,
    );
  });

  it.each([
    ['star', true],
    ['nostar', false],
  ])('G of Getis and Ord equals esda (%s)', (name, self) => {
    for (const [letter, standardisation] of [
      ['B', 'binary'],
      ['R', 'row'],
    ] as const) {
      const { g } = localG(shares, queen, { self, standardisation });
      expect(worstDifference(g, esda(`G_Local_${name}_${letter}_Gs`))).toBeLessThan(EXACT);
    }
    const { z } = localG(shares, queen, { self, standardisation: 'binary' });
    expect(worstDifference(z, esda(`G_Local_${name}_B_Zs`))).toBeLessThan(EXACT);
  });

  it('Gi* equals the reference', () => {
    const { z } = localG(shares, queen, { self: true, standardisation: 'binary' });
    expect(worstDifference(z, lisa('GiStar_z_queen_binary_p'))).toBeLessThan(EXACT);
  });

  it('a standard score does not depend on the scale of the weights, unlike esda’s', () => {
    for (const self of [true, false]) {
      const row = localG(shares, queen, { self, standardisation: 'row' }).z;
      const binary = localG(shares, queen, { self, standardisation: 'binary' }).z;
      expect(worstDifference(row, binary)).toBeLessThan(1e-12);
      // esda takes the weight sum 1 for one neighbour: its score is ours over √(k (N − 1)/(N − k)).
      const counted = shares.length - Number(!self);
      const theirs = row.map((z, i) => {
        const k = queen.starts[i + 1]! - queen.starts[i]! + Number(self);
        return z / Math.sqrt((k * (counted - 1)) / (counted - k));
      });
      expect(worstDifference(theirs, esda(`G_Local_${self ? 'star' : 'nostar'}_R_Zs`))).toBeLessThan(EXACT);
    }
  });

  it('local Geary equals esda', () => {
    expect(worstDifference(localGeary(shares, queen), esda('Geary_Local'))).toBeLessThan(EXACT);
  });
});

describe('local values at the edges', () => {
  // 0 – 1 – 2 in a row, 3 an island.
  const weights = weightsFromLists([[1], [0, 2], [1], []]);

  it('an island has no local Moran and is never significant', () => {
    const moran = localMoran(Float64Array.of(0.1, 0.2, 0.3, 0.9), weights, { draws: 99, seed: 1 });
    expect(moran.value[3]).toBe(0);
    expect(moran.quadrant[3]).toBe(0);
    expect(moran.p[3]).toBe(1);
  });

  it('where no draw can differ p is 1, not the smallest there is', () => {
    // Every area but the first is empty, so that its neighbours always get the same value.
    const moran = localMoran(Float64Array.of(1, 0, 0, 0), weights, { draws: 99, seed: 1 });
    expect(moran.p[0]).toBe(1);
  });

  it('p is never 0', () => {
    const size = 100;
    const chain = weightsFromLists(
      Array.from({ length: size }, (_, i) => [i - 1, i + 1].filter(j => j >= 0 && j < size)),
    );
    const step = Float64Array.from({ length: size }, (_, i) => (i < 10 ? 1 + i / 100 : i / 1000));
    const { p } = localMoran(step, chain, { draws: 99, seed: 3 });
    expect(Math.min(...p)).toBeGreaterThanOrEqual(0.01);
  });

  it('the permutation is the one of drawing neighbours from all other areas', () => {
    // Five areas in a ring; by enumeration, the middle one's two neighbours are one of the six pairs of the others.
    const ring = weightsFromLists([
      [1, 4],
      [0, 2],
      [1, 3],
      [2, 4],
      [0, 3],
    ]);
    const values = Float64Array.of(5, 4, 3, 2, 1);
    const draws = 20_000;
    const { p } = localMoran(values, ring, { draws, seed: 11 });
    // Area 0 (z = 2) has neighbours 4 and 1: lag 5 of the sums 7, 6, 5, 5, 4, 3 of {4, 3, 2, 1}: 4/6 below or equal, 4/6 above or equal.
    expect(Math.abs(p[0]! - 4 / 6)).toBeLessThan(0.012);
    // Area 1 (z = 1) has neighbours 5 and 3: lag 8 of 8, 7, 6, 5, 4, 3 of {5, 3, 2, 1}: one of six at least as high.
    expect(Math.abs(p[1]! - 1 / 6)).toBeLessThan(0.012);
  });

  it('no false discovery threshold above the level, and a strict one where nothing passes', () => {
    expect(falseDiscoveryThreshold(Float64Array.of(0.5, 0.6, Number.NaN), 0.05)).toBe(0.025);
    expect(falseDiscoveryThreshold(Float64Array.of(0.001, 0.002), 0.05)).toBe(0.05);
  });

  it('a group that is nobody has no location quotient', () => {
    const nobody = { group: Float64Array.of(0, 0), total: Float64Array.of(5, 5) };
    expect([...locationQuotients(nobody)]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('concentration areas', () => {
  const counts = { group: Float64Array.of(30, 30, 10, 30, 0), total: Float64Array.of(100, 100, 100, 100, 0) };
  const poverty = Float64Array.of(0.3, 0.1, 0.4, Number.NaN, 0.4);

  it('pass both thresholds; an area without dwellings or without child poverty is unknown', () => {
    const found = concentrationAreas(counts, poverty, { shareAbove: 0.2, povertyAbove: 0.15 });
    expect([...found]).toEqual([1, 0, 0, UNKNOWN_CONCENTRATION, UNKNOWN_CONCENTRATION]);
  });

  it('a threshold in percent is refused', () => {
    expect(() => concentrationAreas(counts, poverty, { shareAbove: 20, povertyAbove: 0.15 })).toThrow(
      ProblemError,
    );
  });
});
