import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decomposeChange } from '../../../core/concentration/change.ts';
import { decomposeInformation } from '../../../core/concentration/decomposition.ts';
import { evaluateIndices } from '../../../core/concentration/evaluate.ts';
import { dissimilarity } from '../../../core/concentration/evenness.ts';
import { globalDistortion, localDistortion } from '../../../core/concentration/multigroup/distortion.ts';
import { compositionOf, type Groups } from '../../../core/concentration/multigroup/groups.ts';
import { multigroupIndices } from '../../../core/concentration/multigroup/indices.ts';
import { ProblemError } from '../../../core/problem.ts';
import { nearly, readSacramento, readTable, referenceDir } from './sacramento.ts';

const measured = (id: string, codes: readonly string[], groups: Groups): number => {
  const outcome = multigroupIndices.find(index => index.id === id)!.compute(compositionOf(codes, groups));
  return 'value' in outcome ? outcome.value : Number.NaN;
};

describe.skipIf(!referenceDir)('four groups in Sacramento', () => {
  if (!referenceDir) return;
  const { codes, column, counts, published, space } = readSacramento();
  const groups = (['WHITE', 'BLACK', 'ASIAN', 'HISP'] as const).map(column);
  const expected = published.multigroup_white_black_asian_hisp;

  it.each([
    ['multigroup_dissimilarity', 'MultiDissim'],
    ['multigroup_gini', 'MultiGini'],
    ['multigroup_theil_h', 'MultiInfoTheory'],
    ['multigroup_mutual_information', 'MultiDivergence'],
    ['multigroup_squared_coefficient_of_variation', 'MultiSquaredCoefVar'],
    ['multigroup_relative_diversity', 'MultiRelativeDiversity'],
    ['multigroup_normalized_exposure', 'MultiNormExposure'],
    ['multigroup_diversity', 'MultiDiversity'],
    ['multigroup_normalized_diversity', 'MultiDiversity_normalized'],
    ['simpson_concentration', 'SimpsonsConcentration'],
    ['simpson_interaction', 'SimpsonsInteraction'],
  ])('%s equals PySAL, OasisR and R segregation', (id, name) => {
    expect(measured(id, codes, groups)).toEqual(nearly(expected[name]!.value));
  });

  it('distortion equals PySAL', () => {
    expect(globalDistortion(compositionOf(codes, groups), space.geometry!)).toEqual(
      nearly(expected.GlobalDistortion!.value),
    );
  });

  it('H and M between and within counties equal R segregation', () => {
    const others = counts.total.map((t, i) => t - counts.group[i]!);
    const county = codes.map(code => code.slice(2, 5));
    const split = decomposeInformation(codes, [counts.group, others], [county]);
    const nested = published.nested_county_tract_decomposition;
    // Published to nine decimals.
    expect(split.between[0]!.h).toBeCloseTo(nested.H_between_county!, 8);
    expect(split.within.h).toBeCloseTo(nested.H_within!, 8);
    expect(split.between[0]!.m).toBeCloseTo(nested.M_between_county!, 8);
    expect(split.within.m).toBeCloseTo(nested.M_within!, 8);
    const table = readTable('sacramento_within_county_elbers.csv');
    table('county').forEach((number, row) => {
      const part = split.parts.find(each => each.code === String(number).padStart(3, '0'))!;
      expect(part.m).toEqual(nearly(table('M')[row]!));
      expect(part.h).toEqual(nearly(table('H')[row]!));
      expect(part.share).toEqual(nearly(table('p')[row]!));
      expect(part.entropyRatio).toEqual(nearly(table('ent_ratio')[row]!));
    });
  });

  it.each([
    'composition',
    'share',
    'dual_composition',
  ] as const)('the difference in D between Hispanic and Black residents splits as in PySAL: %s', approach => {
    const black = { group: column('BLACK'), total: counts.total };
    const change = decomposeChange(dissimilarity.compute, counts, black, approach);
    const peer = published.decomposition_D_HISP_vs_BLACK[approach]!;
    expect(change.composition).toEqual(nearly(peer.c_a));
    expect(change.spatial).toEqual(nearly(peer.c_s));
    expect(change.firstWithSecondMix).toEqual(nearly(peer.indices.s1_a2!));
    expect(change.secondWithFirstMix).toEqual(nearly(peer.indices.s2_a1!));
    expect(change.composition + change.spatial).toBeCloseTo(change.first - change.second, 14);
  });
});

/** Three groups over two to thirty areas, in two municipalities of which each lies in one of two provinces. */
const region = fc
  .array(fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300), fc.nat(3)), { minLength: 2, maxLength: 30 })
  .filter(list => [0, 1].every(g => list.some(area => area[g]! > 0)));

const groupsOf = (list: readonly (readonly number[])[]): Float64Array[] =>
  [0, 1, 2].map(g => Float64Array.from(list, area => area[g]!));
const codesOf = (list: readonly unknown[]): string[] => list.map((_, i) => `area ${i}`);

describe('axioms of several groups', () => {
  it.each(multigroupIndices.map(index => index.id))('%s stays within its range', id => {
    const [low, high] = multigroupIndices.find(index => index.id === id)!.range;
    fc.assert(
      fc.property(region, list => {
        const value = measured(id, codesOf(list), groupsOf(list));
        expect(value).toBeGreaterThanOrEqual(low - 1e-12);
        expect(value).toBeLessThanOrEqual(high + 1e-12);
      }),
    );
  });

  it.each(multigroupIndices.map(index => index.id))('%s is blind to the order of groups and to scale', id => {
    fc.assert(
      fc.property(region, fc.integer({ min: 2, max: 50 }), (list, factor) => {
        const groups = groupsOf(list);
        const turned = [groups[2]!, groups[0]!, groups[1]!].map(group => group.map(count => count * factor));
        expect(measured(id, codesOf(list), turned)).toBeCloseTo(measured(id, codesOf(list), groups), 10);
      }),
    );
  });

  it('with two groups D, Gini, H and M are those of two groups', () => {
    fc.assert(
      fc.property(region, list => {
        const [a, b] = groupsOf(list) as [Float64Array, Float64Array];
        const counts = { group: a, total: a.map((x, i) => x + b[i]!) };
        const ids = ['dissimilarity', 'gini', 'theil_h', 'mutual_information'];
        const two = evaluateIndices(counts, ids);
        for (const id of ids) {
          const several = measured(`multigroup_${id}`, codesOf(list), [a, b]);
          expect(several).toBeCloseTo((two[id] as { value: number }).value, 10);
        }
      }),
    );
  });

  it('between and within add up to the whole, over two levels', () => {
    fc.assert(
      fc.property(region, list => {
        const municipality = list.map(area => `m${area[3]}`);
        const province = list.map(area => `p${Math.floor(area[3]! / 2)}`);
        const split = decomposeInformation(codesOf(list), groupsOf(list), [province, municipality]);
        const sum = (key: 'm' | 'h'): number =>
          split.between.reduce((all, part) => all + part[key], split.within[key]);
        expect(sum('m')).toBeCloseTo(split.total.m, 12);
        expect(sum('h')).toBeCloseTo(split.total.h, 11);
      }),
    );
  });

  it('a change of nothing has no parts', () => {
    fc.assert(
      fc.property(region, list => {
        const [a, b] = groupsOf(list) as [Float64Array, Float64Array];
        const kept = list.map((_, i) => i).filter(i => a[i]! + b[i]! > 0);
        const counts = {
          group: Float64Array.from(kept, i => a[i]!),
          total: Float64Array.from(kept, i => a[i]! + b[i]!),
        };
        const change = decomposeChange(dissimilarity.compute, counts, counts);
        expect(change.composition + change.spatial).toBeCloseTo(0, 14);
      }),
    );
  });
});

describe('several groups at the edges', () => {
  const codes = ['a', 'b'];

  it('a missing count is an error naming the area, a negative one too', () => {
    expect(() => compositionOf(codes, [Float64Array.of(1, Number.NaN)])).toThrow('Area b has no count');
    expect(() => compositionOf(codes, [Float64Array.of(-1, 2)])).toThrow(
      'Area a has the impossible count -1',
    );
    expect(() => compositionOf(codes, [Float64Array.of(1)])).toThrow(ProblemError);
  });

  it('one group alone has nothing to compare with, and nobody nothing at all', () => {
    const one = compositionOf(codes, [Float64Array.of(1, 2), Float64Array.of(0, 0)]);
    expect(multigroupIndices[0]!.compute(one)).toMatchObject({ undefined: true, code: 'group-everybody' });
    const none = compositionOf(codes, [Float64Array.of(0, 0)]);
    expect(multigroupIndices[0]!.compute(none)).toMatchObject({ undefined: true, code: 'no-areas' });
  });

  it('a division must name a part for every area and may not cross a coarser one', () => {
    const groups = [Float64Array.of(1, 2), Float64Array.of(3, 4)];
    expect(() => decomposeInformation(codes, groups, [['x']])).toThrow('1 of 2 areas');
    expect(() =>
      decomposeInformation(codes, groups, [
        ['p', 'q'],
        ['m', 'm'],
      ]),
    ).toThrow('Part m lies in p and in q');
  });

  it('distortion does not depend on the order of the areas where distances tie', () => {
    const x = Float64Array.of(0, 1, 2, 0, 1, 2);
    const y = Float64Array.of(0, 0, 0, 1, 1, 1);
    const [a, b] = [Float64Array.of(9, 1, 4, 2, 7, 0), Float64Array.of(1, 8, 3, 6, 2, 5)];
    const codes = ['a', 'b', 'c', 'd', 'e', 'f'];
    const once = localDistortion(compositionOf(codes, [a, b]), { x, y });
    const turned = localDistortion(compositionOf(codes.toReversed(), [a.toReversed(), b.toReversed()]), {
      x: x.toReversed(),
      y: y.toReversed(),
    }).toReversed();
    turned.forEach((value, i) => {
      expect(value).toBeCloseTo(once[i]!, 12);
    });
  });

  it('H and M of one group alone are refused with the reason', () => {
    const alone = [Float64Array.of(3, 4), Float64Array.of(0, 0)];
    expect(() => decomposeInformation(['a', 'b'], alone, [['p', 'q']])).toThrow('everybody');
    expect(() =>
      decomposeInformation(['a', 'b'], [new Float64Array(2), new Float64Array(2)], [['p', 'q']]),
    ).toThrow('no area with dwellings');
  });

  it('distortion is 0 where every area has the mix of the whole', () => {
    const even = compositionOf(codes, [Float64Array.of(10, 20), Float64Array.of(30, 60)]);
    expect([...localDistortion(even, { x: Float64Array.of(0, 9), y: Float64Array.of(0, 0) })]).toEqual([
      expect.closeTo(0, 14),
      expect.closeTo(0, 14),
    ]);
  });

  it('a change that cannot be measured says why', () => {
    const some = { group: Float64Array.of(1, 2), total: Float64Array.of(4, 4) };
    const nobody = { group: Float64Array.of(0, 0), total: Float64Array.of(4, 4) };
    expect(() => decomposeChange(dissimilarity.compute, some, nobody)).toThrow('The change has no parts');
  });
});
