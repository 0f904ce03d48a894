import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateIndices } from '../../../core/concentration/evaluate.ts';
import { indexById, indices } from '../../../core/concentration/registry.ts';

// The axioms of James & Taeuber 1985, "Measures of segregation", Sociological Methodology 15; see also Hutchens 2001.

type Area = { x: number; y: number };

/** Areas of whole dwellings in which both groups are somebody. */
const areas = fc
  .array(fc.record({ x: fc.nat(500), y: fc.nat(2000) }), { minLength: 2, maxLength: 40 })
  .filter(list => list.some(area => area.x > 0) && list.some(area => area.y > 0));

function measured(id: string, list: readonly Area[]): number {
  const counts = {
    group: Float64Array.from(list, area => area.x),
    total: Float64Array.from(list, area => area.x + area.y),
  };
  const outcome = evaluateIndices(counts, [id])[id]!;
  if (!('value' in outcome)) throw new Error(outcome.reason);
  return outcome.value;
}

const all = indices.map(index => index.id);
const evenness = indices.filter(index => index.family === 'evenness').map(index => index.id);
// By definition: a correction for small numbers fades as they grow, and these look at the group from one side.
const scaled = all.filter(id => id !== 'density_corrected_dissimilarity');
const oneSided = ['gorard', 'concentration_profile', 'atkinson_0.1', 'atkinson_0.9'];
const transferring = evenness.filter(id => id !== 'concentration_profile');
const symmetric = evenness.filter(id => !oneSided.includes(id));

describe('every index', () => {
  it.each(all)('%s stays within its range', id => {
    const [low, high] = indexById(id).range;
    fc.assert(
      fc.property(areas, list => {
        const value = measured(id, list);
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high + 1e-12);
      }),
    );
  });

  it.each(scaled)('%s does not change when every count is multiplied (scale invariance)', id => {
    fc.assert(
      fc.property(areas, fc.integer({ min: 2, max: 1000 }), (list, factor) => {
        const scaled = list.map(({ x, y }) => ({ x: x * factor, y: y * factor }));
        expect(measured(id, scaled)).toBeCloseTo(measured(id, list), 11);
      }),
    );
  });

  it.each(all)('%s does not depend on the order of the areas', id => {
    fc.assert(
      fc.property(areas, list => {
        expect(measured(id, list.toReversed())).toBeCloseTo(measured(id, list), 12);
      }),
    );
  });
});

describe('every evenness index', () => {
  it.each(
    evenness,
  )('%s is blind to an area split in two of the same share (organisational equivalence)', id => {
    fc.assert(
      fc.property(areas, fc.nat(), (list, pick) => {
        const doubled = list.map(({ x, y }) => ({ x: 2 * x, y: 2 * y }));
        const at = pick % list.length;
        const split = [...doubled.toSpliced(at, 1), list[at]!, list[at]!];
        expect(measured(id, split)).toBeCloseTo(measured(id, doubled), 11);
      }),
    );
  });

  it.each(
    transferring,
  )('%s does not rise when social and other dwellings of a rich and a poor area change places (transfers)', id => {
    fc.assert(
      fc.property(areas, fc.nat(), fc.nat(), (list, first, second) => {
        const share = ({ x, y }: Area) => x / (x + y);
        const inhabited = list.filter(({ x, y }) => x + y > 0);
        fc.pre(inhabited.length > 1);
        const pair = [inhabited[first % inhabited.length]!, inhabited[second % inhabited.length]!];
        const [low, high] = pair.sort((a, b) => share(a) - share(b)) as [Area, Area];
        // After the exchange of one dwelling each the poorer area may not have overtaken the richer one.
        fc.pre(high.x >= 1 && low.y >= 1);
        const lower = { x: low.x + 1, y: low.y - 1 };
        const higher = { x: high.x - 1, y: high.y + 1 };
        fc.pre(low !== high && share(lower) <= share(higher));
        const moved = inhabited.map(area => (area === low ? lower : area === high ? higher : area));
        expect(measured(id, moved)).toBeLessThanOrEqual(measured(id, inhabited) + 1e-12);
      }),
    );
  });

  it.each(symmetric)('%s is the same seen from the other group (symmetry)', id => {
    fc.assert(
      fc.property(areas, list => {
        const others = list.map(({ x, y }) => ({ x: y, y: x }));
        expect(measured(id, others)).toBeCloseTo(measured(id, list), 11);
      }),
    );
  });
});

describe('indices together', () => {
  it('isolation and interaction add to one', () => {
    fc.assert(
      fc.property(areas, list => {
        expect(measured('isolation', list) + measured('interaction', list)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('isolation is at least the share of the group', () => {
    fc.assert(
      fc.property(areas, list => {
        expect(measured('isolation', list)).toBeGreaterThanOrEqual(measured('social_share', list) - 1e-12);
      }),
    );
  });

  it('dissimilarity never exceeds the Gini coefficient', () => {
    fc.assert(
      fc.property(areas, list => {
        expect(measured('dissimilarity', list)).toBeLessThanOrEqual(measured('gini', list) + 1e-12);
      }),
    );
  });

  it('the Gini coefficient from one sort equals the sum over all pairs of areas (Massey & Denton 1988)', () => {
    fc.assert(
      fc.property(areas, list => {
        const T = list.reduce((sum, { x, y }) => sum + x + y, 0);
        const P = list.reduce((sum, { x }) => sum + x, 0) / T;
        let pairs = 0;
        // tᵢ tⱼ |pᵢ − pⱼ| = |xᵢ tⱼ − xⱼ tᵢ|
        for (const a of list) for (const b of list) pairs += Math.abs(a.x * (b.x + b.y) - b.x * (a.x + a.y));
        expect(measured('gini', list)).toBeCloseTo(pairs / (2 * T * T * P * (1 - P)), 10);
      }),
    );
  });
});
