import { describe, expect, it } from 'vitest';
import { neighbourTowards } from '../../web/map/neighbours.ts';

/** Nine areas on a square at the equator, numbered from the south-west, row by row. */
const points = {
  lon: Float64Array.from([0, 1, 2, 0, 1, 2, 0, 1, 2]),
  lat: Float64Array.from([0, 0, 0, 1, 1, 1, 2, 2, 2]),
};
const all = new Uint8Array(9).fill(1);

describe('Arrow keys on the map', () => {
  it('go to the neighbour on that side', () => {
    expect(neighbourTowards(points, 4, 'ArrowUp', all)).toBe(7);
    expect(neighbourTowards(points, 4, 'ArrowDown', all)).toBe(1);
    expect(neighbourTowards(points, 4, 'ArrowLeft', all)).toBe(3);
    expect(neighbourTowards(points, 4, 'ArrowRight', all)).toBe(5);
  });

  it('stop at the edge', () => {
    expect(neighbourTowards(points, 8, 'ArrowUp', all)).toBeNull();
    expect(neighbourTowards(points, 0, 'ArrowLeft', all)).toBeNull();
  });

  it('skip areas outside the scope', () => {
    const mask = Uint8Array.from(all);
    mask[5] = 0;
    expect(neighbourTowards(points, 3, 'ArrowRight', mask)).toBe(4);
    expect(neighbourTowards(points, 4, 'ArrowRight', mask)).not.toBe(5);
  });
});
