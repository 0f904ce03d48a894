import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contiguityOf } from '../../../core/areas/contiguity.ts';
import { contiguityFromWire, contiguityToWire } from '../../../core/areas/contiguity-columns.ts';
import { outlinesOf } from '../../../core/areas/outlines.ts';
import { grid } from '../concentration/squares.ts';

const ground = (columns: number, rows: number, sideM = 1000) => {
  const { codes, geometries } = grid(columns, rows, sideM);
  return contiguityOf(outlinesOf(codes, geometries));
};

describe('contiguity as columns', () => {
  it('names each pair once: four squares around a point', () => {
    // 2 3
    // 0 1   0 touches 1, 2 and (in a point) 3; 1 touches 2 in a point and 3; 2 touches 3.
    expect(contiguityToWire(ground(2, 2))).toEqual({
      later: [3, 2, 1, 0],
      gaps: [1, 1, 1, 1, 1, 1],
      borderMm: [1_000_000, 1_000_000, 0, 0, 1_000_000, 1_000_000],
    });
  });

  it('comes back as it went, whatever the map', () => {
    const sides = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(sides, sides, fc.integer({ min: 1, max: 5000 }), (columns, rows, sideM) => {
        const found = ground(columns, rows, sideM);
        expect(contiguityFromWire(contiguityToWire(found))).toEqual(found);
      }),
      { numRuns: 50 },
    );
  });

  it('a border is the same from both sides, and one below a millimetre stays a border', () => {
    const { queen } = ground(2, 1);
    const lopsided = { ...queen, values: Float64Array.of(0.0001, 0.00010001) };
    expect(contiguityFromWire(contiguityToWire({ queen, rook: lopsided })).rook.values).toEqual(
      Float64Array.of(0.001, 0.001),
    );
  });

  it('no areas have no neighbours', () => {
    const none = contiguityOf(outlinesOf([], []));
    expect(contiguityFromWire(contiguityToWire(none)).queen.starts).toEqual(Uint32Array.of(0));
  });

  it.each([
    ['a neighbour too few', { later: [1, 0], gaps: [], borderMm: [] }],
    ['a border too many', { later: [1, 0], gaps: [1], borderMm: [1, 1] }],
    ['an area that is not there', { later: [1, 0], gaps: [2], borderMm: [1] }],
    ['a neighbour of itself', { later: [1, 0], gaps: [0], borderMm: [1] }],
  ])('%s is refused', (_, wire) => {
    expect(() => contiguityFromWire(wire)).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });
});
