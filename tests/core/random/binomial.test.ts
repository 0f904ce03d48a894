import { describe, expect, it } from 'vitest';
import {
  binomialMasses,
  drawFrom,
  drawingTable,
  hypergeometricMasses,
} from '../../../core/random/binomial.ts';
import { randomGenerator } from '../../../core/random/generator.ts';

const moment = ({ from, mass }: { from: number; mass: Float64Array }, power: number): number =>
  mass.reduce((sum, each, k) => sum + each * (from + k) ** power, 0);

describe('binomial and hypergeometric probabilities', () => {
  it('three throws of a coin: 1, 3, 3, 1 eighths', () => {
    const { from, mass } = binomialMasses(3, 0.5);
    expect(from).toBe(0);
    expect([...mass]).toEqual([0.125, 0.375, 0.375, 0.125].map(each => expect.closeTo(each, 15)));
  });

  it('three from five of which two are marked: 1, 6, 3 tenths', () => {
    const { from, mass } = hypergeometricMasses(5, 2, 3);
    expect(from).toBe(0);
    expect([...mass]).toEqual([0.1, 0.6, 0.3].map(each => expect.closeTo(each, 15)));
  });

  it('more drawn than there are others must hold marked ones', () => {
    expect(hypergeometricMasses(5, 4, 3)).toEqual({ from: 2, mass: expect.anything() });
    expect(hypergeometricMasses(5, 5, 3)).toEqual({ from: 3, mass: Float64Array.of(1) });
    expect(hypergeometricMasses(5, 0, 3)).toEqual({ from: 0, mass: Float64Array.of(1) });
  });

  it.each([
    [400, 0.07],
    [1_000_000, 0.3],
    [1, 0.5],
    [10, 0.999],
  ])('%i trials with chance %f have mean np and variance np(1 − p)', (n, p) => {
    const masses = binomialMasses(n, p);
    expect(moment(masses, 1)).toBeCloseTo(n * p, 6);
    expect((moment(masses, 2) - moment(masses, 1) ** 2) / (n * p * (1 - p))).toBeCloseTo(1, 4);
  });

  it('certain and impossible outcomes have one value', () => {
    expect(binomialMasses(7, 0)).toEqual({ from: 0, mass: Float64Array.of(1) });
    expect(binomialMasses(7, 1)).toEqual({ from: 7, mass: Float64Array.of(1) });
  });

  it('a drawing table draws by the probabilities it was made of', () => {
    const masses = binomialMasses(20, 0.3);
    const table = drawingTable(masses);
    const random = randomGenerator(9);
    const draws = 100_000;
    const seen = new Float64Array(21);
    for (let i = 0; i < draws; i++) seen[drawFrom(table, random.uniform())]!++;
    masses.mass.forEach((mass, k) => {
      const times = seen[masses.from + k]!;
      expect(Math.abs(times - draws * mass)).toBeLessThan(5 * Math.sqrt(draws * mass) + 1);
    });
  });
});
