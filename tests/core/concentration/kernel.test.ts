import { describe, expect, it } from 'vitest';
import { mapped, measured } from './squares.ts';

describe('the kernel of the surroundings', () => {
  // Three squares of 1 km in a row, ten dwellings in each, all those of the first social; a radius of 2 km.
  const counts = { group: Float64Array.of(10, 0, 0), total: Float64Array.of(10, 10, 10) };
  const isolation = (kernel?: 'exponential' | 'uniform' | 'biweight') =>
    measured(
      'environment_isolation',
      counts,
      mapped(3, 1, { environment: { radiusKm: 2, decayPerKm: 2, kernel } }),
    );

  it('falls exponentially, not at all, or as (1 − (d/r)²)²', () => {
    const around = 1 + Math.exp(-2) + Math.exp(-4);
    expect(isolation()).toBeCloseTo(1 / around, 12);
    expect(isolation('exponential')).toBeCloseTo(1 / around, 12);
    expect(isolation('uniform')).toBeCloseTo(1 / 3, 12);
    // (1 − 1/4)² at 1 km, and nothing at the edge.
    expect(isolation('biweight')).toBeCloseTo(1 / (1 + 0.75 ** 2), 12);
  });
});
