import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasMarginalEffects, marginalEffects } from '../../../core/concentration/marginal.ts';
import { indexById, indices } from '../../../core/concentration/registry.ts';
import type { Counts } from '../../../core/concentration/types.ts';
import { ProblemError } from '../../../core/problem.ts';

const areas = fc
  .array(fc.record({ x: fc.nat(200), y: fc.nat(400) }), { minLength: 2, maxLength: 20 })
  .filter(list => list.some(area => area.x > 0) && list.some(area => area.y > 0));

const counts = (list: readonly { x: number; y: number }[]): Counts => ({
  group: Float64Array.from(list, area => area.x),
  total: Float64Array.from(list, area => area.x + area.y),
});

const valued = (id: string, of: Counts): number => {
  const outcome = indexById(id).compute(of);
  if (!('value' in outcome)) throw new Error(outcome.reason);
  return outcome.value;
};

const possible = indices.map(index => index.id).filter(hasMarginalEffects);

describe('what some more social dwellings would do to an index in each area', () => {
  it('is there for the indices that a planner spreads by', () => {
    expect(possible).toEqual(
      expect.arrayContaining(['dissimilarity', 'isolation', 'hutchens', 'theil_h', 'herfindahl']),
    );
  });

  it.each(possible)('%s equals building them there and measuring again', id => {
    fc.assert(
      fc.property(areas, fc.integer({ min: 1, max: 60 }), (list, dwellings) => {
        const { value, change } = marginalEffects(counts(list), id, dwellings);
        expect(value).toBeCloseTo(valued(id, counts(list)), 12);
        list.forEach((_, i) => {
          const built = list.map((area, j) => (i === j ? { ...area, x: area.x + dwellings } : area));
          expect(value + change[i]!).toBeCloseTo(valued(id, counts(built)), 10);
        });
      }),
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

  it.each<[string, number, string]>([
    ['gini', 10, 'is not a sum over areas'],
    ['nonsense', 10, 'is not a sum over areas'],
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
