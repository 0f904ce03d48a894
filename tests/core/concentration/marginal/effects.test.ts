import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marginalEffects } from '../../../../core/concentration/marginal/effects.ts';
import type { Space } from '../../../../core/concentration/space.ts';
import type { Counts } from '../../../../core/concentration/types.ts';
import { ProblemError } from '../../../../core/problem.ts';
import { SCENARIO_INDICES } from '../../../../core/scenario/document.ts';
import { counts, mapped, measured } from '../squares.ts';

const space = mapped(4, 3);
const contiguityOf = ({ queen, rook }: Space) => ({ queen: queen!, rook: rook! });

/** Twelve squares in three rows, some of them without dwellings and many alike. */
const areas = fc
  .array(fc.record({ x: fc.nat(200), y: fc.nat(400) }), { minLength: 12, maxLength: 12 })
  .chain(list =>
    fc
      .array(fc.constantFrom('as it is', 'empty', 'without', 'alike'), { minLength: 12, maxLength: 12 })
      .map(kinds =>
        list.map((area, i) => {
          if (kinds[i] === 'empty') return { x: 0, y: 0 };
          if (kinds[i] === 'without') return { x: 0, y: area.y };
          return kinds[i] === 'alike' ? { x: 10, y: 30 } : area;
        }),
      ),
  )
  .filter(list => list.some(area => area.x > 0) && list.some(area => area.y > 0));

const valueIn = (id: string, of: Counts): number => measured(id, of, space);

describe('what some more social dwellings would do to an index in each area', () => {
  it.each(SCENARIO_INDICES.map(({ id }) => id))('%s equals building them there and measuring again', id => {
    fc.assert(
      fc.property(areas, fc.integer({ min: 1, max: 60 }), (list, dwellings) => {
        fc.pre(!Number.isNaN(valueIn(id, counts(list))));
        const { value, change } = marginalEffects(counts(list), id, dwellings, contiguityOf(space));
        expect(value).toBe(valueIn(id, counts(list)));
        list.forEach((_, i) => {
          const built = list.map((area, j) => (i === j ? { ...area, x: area.x + dwellings } : area));
          const then = valueIn(id, counts(built));
          if (Number.isNaN(then)) expect(change[i]).toBeNaN();
          else expect(Math.abs(value + change[i]! - then)).toBeLessThan(1e-9 * Math.max(1, Math.abs(then)));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('by hand: D of two areas', () => {
    // 8 of 10 and 2 of 10 social: D = 8/10 − 2/10. Ten more in the second: 8/20 and 12/20 against 2/10 and 8/10.
    const { value, change } = marginalEffects(
      counts([
        { x: 8, y: 2 },
        { x: 2, y: 8 },
      ]),
      'dissimilarity',
      10,
    );
    expect(value).toBeCloseTo(0.6, 14);
    expect(value + change[1]!).toBeCloseTo(0.2, 14);
    // Ten more in the first: 18/20 against 2/10.
    expect(value + change[0]!).toBeCloseTo(0.7, 14);
  });

  it('an area without dwellings can get its first ones', () => {
    const some = counts([
      { x: 8, y: 2 },
      { x: 0, y: 0 },
      { x: 2, y: 8 },
    ]);
    const { value, change } = marginalEffects(some, 'isolation', 10);
    // 8·8/10 + 10·10/10 + 2·2/10, of 20.
    expect(value + change[1]!).toBeCloseTo((6.4 + 10 + 0.4) / 20, 14);
  });

  describe('by hand: ten more in the last of three squares in a row, 8, 2 and 5 of 10 social', () => {
    const inARow = contiguityOf(mapped(3, 1));
    const effects = (id: string) =>
      marginalEffects(
        counts([
          { x: 8, y: 2 },
          { x: 2, y: 8 },
          { x: 5, y: 5 },
        ]),
        id,
        10,
        inARow,
      );

    it('Moran’s I', () => {
      const { value, change } = effects('moran_i');
      // Around the mean of 0.5: 0.3, −0.3, 0. Rows −0.09, −0.045 and 0, squares 0.18.
      expect(value).toBeCloseTo(-0.135 / 0.18, 14);
      // In sixtieths 48, 12 and 45, around their mean of 35: 13, −23, 10. Rows −299, −264.5, −230; squares 798.
      expect(value + change[2]!).toBeCloseTo(-793.5 / 798, 14);
    });

    it('spatial dissimilarity', () => {
      const { value, change } = effects('spatial_dissimilarity_queen');
      // D = ½ (|8/15 − 2/15| + |2/15 − 8/15|); the shares of neighbours differ by 0.6 and 0.3.
      expect(value).toBeCloseTo(0.4 - 0.45, 14);
      // D = ½ (|8/25 − 2/15| + |2/25 − 8/15| + |15/25 − 5/15|); 0.6 and 0.55.
      expect(value + change[2]!).toBeCloseTo(0.68 * (2 / 3) - 0.575, 14);
    });

    it('the Gini coefficient', () => {
      const { value, change } = effects('gini');
      // |8·8 − 2·2| + |8·5 − 5·2| + |2·5 − 5·8| of 15 · 15.
      expect(value).toBeCloseTo(120 / 225, 14);
      // |64 − 4| + |8·5 − 15·2| + |2·5 − 15·8| of 25 · 15.
      expect(value + change[2]!).toBeCloseTo(180 / 375, 14);
    });
  });

  it('an area without dwellings becomes a neighbour with its first ones', () => {
    const row = [
      { x: 8, y: 2 },
      { x: 0, y: 0 },
      { x: 2, y: 8 },
      { x: 4, y: 6 },
    ];
    const { value, change } = marginalEffects(
      counts(row),
      'spatial_dissimilarity_rook',
      10,
      contiguityOf(mapped(4, 1)),
    );
    // Only the last two touch: D = ½ (|8/14 − 2/16| + |2/14 − 8/16| + |4/14 − 6/16|), less 0.2.
    expect(value).toBeCloseTo((50 / 112 + 40 / 112 + 10 / 112) / 2 - 0.2, 14);
    // ½ (|8/24 − 2/16| + 10/24 + |2/24 − 8/16| + |4/24 − 6/16|); differences 0.2, 0.8 and 0.2.
    expect(value + change[1]!).toBeCloseTo((10 + 20 + 20 + 10) / 48 / 2 - 1.2 / 3, 14);
  });

  it.each<[string, number, string]>([
    ['delta', 10, 'is not known for all areas at once; choose from dissimilarity'],
    ['nonsense', 10, 'is not known for all areas at once'],
    ['moran_i', 10, 'who touches whom'],
    ['dissimilarity', 0, '0 new dwellings'],
    ['dissimilarity', 2.5, '2.5 new dwellings'],
  ])('%s with %d is refused', (id, dwellings, says) => {
    const refused = () =>
      marginalEffects(
        counts([
          { x: 1, y: 2 },
          { x: 2, y: 1 },
        ]),
        id,
        dwellings,
      );
    expect(refused).toThrow(ProblemError);
    expect(refused).toThrow(says);
  });

  it('says why there is nothing to change', () => {
    expect(() => marginalEffects(counts([{ x: 0, y: 2 }]), 'dissimilarity', 10)).toThrow('nobody');
  });
});
