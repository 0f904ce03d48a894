import { describe, expect, it } from 'vitest';
import { decay } from '../../../core/concentration/decay.ts';

describe('the fast exponential of the distance decay', () => {
  it('equals Math.exp to 1e-14, from 0 to where nothing is left', () => {
    let worst = 0;
    for (let d = 0; d < 700; d += 0.00731) worst = Math.max(worst, Math.abs(decay(d) / Math.exp(-d) - 1));
    expect(worst).toBeLessThan(1e-14);
    expect(decay(0)).toBe(1);
  });

  it('is 0 for any distance beyond, however large', () => {
    for (const d of [746, 1e4, 1e9, 1e300, Number.POSITIVE_INFINITY]) expect(decay(d)).toBe(0);
  });

  it('never rises with distance', () => {
    for (let d = 0; d < 3; d += 0.0001) expect(decay(d + 0.0001)).toBeLessThan(decay(d));
  });
});
