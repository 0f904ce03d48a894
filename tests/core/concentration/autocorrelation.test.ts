import { describe, expect, it } from 'vitest';
import { weightsFromLists } from '../../../core/areas/weights.ts';
import { gearyC, getisOrdG, moranI, sharesOf } from '../../../core/concentration/autocorrelation.ts';
import {
  gearyTest,
  getisOrdTest,
  moranTest,
  steadiedShares,
} from '../../../core/concentration/autocorrelation-tests.ts';
import { normalUpperTail } from '../../../core/concentration/normal.ts';
import { populate } from '../../../core/concentration/space.ts';
import { nearly, readSacramento, referenceDir } from './sacramento.ts';

// Expected values: esda, in segregation-values.json.
describe.skipIf(!referenceDir)('autocorrelation of Sacramento’s shares among queen neighbours', () => {
  if (!referenceDir) return;
  const { counts, space, published } = readSacramento();
  const shares = sharesOf(populate(counts, space));
  const queen = space.queen!;
  const esda = published.autocorrelation_esda;

  it.each([
    ['Moran_r', 'row'],
    ['Moran_b', 'binary'],
  ] as const)('%s: value, moments and significance', (name, standardisation) => {
    const normal = moranTest(shares, queen, standardisation, 'normal');
    const random = moranTest(shares, queen, standardisation, 'randomisation');
    const expected = esda[name]!;
    expect(normal).toEqual({
      value: nearly(expected.I!),
      expected: nearly(expected.EI!),
      variance: nearly(expected.VI_norm!),
      z: nearly(expected.z_norm!),
      p: nearly(expected.p_norm!),
    });
    expect(random).toMatchObject({
      variance: nearly(expected.VI_rand!),
      z: nearly(expected.z_rand!),
      p: nearly(expected.p_rand!),
    });
  });

  it.each([
    ['Geary_r', 'row'],
    ['Geary_b', 'binary'],
  ] as const)('%s: value, moments and significance', (name, standardisation) => {
    const normal = gearyTest(shares, queen, standardisation, 'normal');
    const random = gearyTest(shares, queen, standardisation, 'randomisation');
    const expected = esda[name]!;
    expect(normal).toMatchObject({
      value: nearly(expected.C!),
      expected: expected.EC,
      variance: nearly(expected.VC_norm!),
      z: nearly(expected.z_norm!),
    });
    // esda gives one tail for Geary's C and both for Moran's I; we give both.
    expect(normal.p / 2).toEqual(nearly(expected.p_norm!));
    expect(random).toMatchObject({ variance: nearly(expected.VC_rand!), z: nearly(expected.z_rand!) });
  });

  it('G_b: value and moments; p is small, not 0', () => {
    const expected = esda.G_b!;
    const test = getisOrdTest(shares, queen);
    expect(test).toMatchObject({
      value: nearly(expected.G!),
      expected: nearly(expected.EG!),
      variance: nearly(expected.VG!),
      z: nearly(expected.z_norm!),
    });
    expect(test.p).toBeGreaterThan(0);
    expect(test.p).toBeLessThan(1e-20);
  });

  it('Moran’s I of rates', () => {
    const test = moranTest(steadiedShares(counts), queen, 'row', 'normal');
    const expected = esda.Moran_Rate_r!;
    expect(test).toMatchObject({
      value: nearly(expected.I!),
      z: nearly(expected.z_norm!),
      p: nearly(expected.p_norm!),
    });
  });
});

describe('autocorrelation by hand', () => {
  // Four areas in a row with 1, 2, 3, 4: z = −1.5 … 1.5, Σz² = 5.
  const row = weightsFromLists([[1], [0, 2], [1, 3], [2]]);
  const values = Float64Array.of(1, 2, 3, 4);

  it('Moran’s I of a trend is 4/6 · (2 · 1.25)/5 = 1/3', () => {
    expect(moranI(values, row, 'binary')).toBeCloseTo(1 / 3, 14);
  });

  it('Geary’s C of a trend is 3 · 6 / (2 · 6 · 5) = 0.3', () => {
    expect(gearyC(values, row, 'binary')).toBeCloseTo(0.3, 14);
  });

  it('G of a trend is 2 (2 + 6 + 12) / (100 − 30)', () => {
    expect(getisOrdG(values, row)).toBeCloseTo(40 / 70, 14);
  });

  it('is not a number where nothing varies', () => {
    expect(moranI(Float64Array.of(2, 2, 2, 2), row, 'row')).toBeNaN();
    expect(gearyC(Float64Array.of(2, 2, 2, 2), row, 'row')).toBeNaN();
  });

  it('one-way neighbours give the same moments as a matrix does', () => {
    // 0 → 1 → 2 → 0: S0 = 3, S1 = ½ Σ (w + w')² = 3, S2 = 3 · 2² = 12; VI = (9·3 − 3·12 + 27)/(8·9) − 1/4 = 0.
    const cycle = weightsFromLists([[1], [2], [0]]);
    const test = moranTest(Float64Array.of(1, 5, 6), cycle, 'binary', 'normal');
    expect(test.variance).toBeCloseTo(18 / 72 - 1 / 4, 12);
  });
});

describe('the tail of the normal curve', () => {
  // R: pnorm(z, lower.tail = FALSE).
  it.each([
    [0, 0.5],
    [1, 0.15865525393145705],
    [1.959963984540054, 0.025],
    [-1, 0.8413447460685429],
    [3, 0.001349898031630095],
    [6, 9.865876450376981e-10],
    [20, 2.7536241186062337e-89],
  ])('at %f', (z, expected) => {
    expect(normalUpperTail(z)).toEqual(nearly(expected, 1e-11 * expected));
  });
});
