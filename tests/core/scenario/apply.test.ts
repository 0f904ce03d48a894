import { describe, expect, it } from 'vitest';
import { editApplier } from '../../../core/scenario/apply.ts';
import type { Edit } from '../../../core/scenario/edit.ts';
import { programmeOf } from '../../../core/scenario/programme.ts';
import { add, common, site } from './example.ts';

const baseline = {
  codes: ['A', 'B', 'C'],
  group: Float64Array.of(10, 30, 0),
  total: Float64Array.of(100, 100, 0),
};
const place = { kind: 'areas', areas: ['A', 'B'], split: 'each' } as const;
const inPlace = () => ({ title: '', place: { ...place, areas: ['A', 'B'] }, year: null });

function applied(...edits: Edit[]) {
  const { group, total, unknownAreas, overdrawnAreas } = editApplier(baseline)(edits);
  return { social: [...group], total: [...total], unknownAreas, overdrawnAreas };
}

describe('an edit', () => {
  it('of new dwellings on a site goes to the areas it lies in', () => {
    const edit: Edit = {
      ...add('e', ['A'], 0),
      place: site(0, 0, 1, 1, [
        { area: 'A', weight: 3 },
        { area: 'C', weight: 1 },
      ]),
      social: { '1': 4, '3': 4 },
      private: 2,
    };
    // Social 8: 6 and 2. Private 2: 1.5 and 0.5, of which the first gets the one that is left.
    expect(applied(edit)).toMatchObject({ social: [16, 30, 2], total: [108, 100, 2] });
  });

  it('that puts dwellings to social use leaves the total', () => {
    expect(applied({ ...common('e'), kind: 'convert', ...inPlace(), social: { '2': 5 } })).toMatchObject({
      social: [15, 35, 0],
      total: [100, 100, 0],
    });
  });

  it('that renovates changes no count', () => {
    expect(applied({ ...common('e'), kind: 'renovate', ...inPlace(), social: { '2': 5 } })).toMatchObject({
      social: [10, 30, 0],
      total: [100, 100, 0],
    });
  });

  it('that demolishes takes from both', () => {
    const edit: Edit = { ...common('e'), kind: 'demolish', ...inPlace(), social: { '2': 5 }, private: 3 };
    expect(applied(edit)).toEqual({
      social: [5, 25, 0],
      total: [92, 92, 0],
      unknownAreas: [],
      overdrawnAreas: [],
    });
  });

  it('that moves stock takes here and gives there', () => {
    const edit: Edit = { ...common('e'), kind: 'move', from: 'B', to: 'C', social: { unspecified: 20 } };
    expect(applied(edit)).toMatchObject({ social: [10, 10, 20], total: [100, 80, 20] });
  });

  it('that takes more than there is stops at what there is, and is named', () => {
    const demolish: Edit = {
      ...common('e'),
      kind: 'demolish',
      ...inPlace(),
      social: { '2': 20 },
      private: 0,
    };
    expect(applied(demolish)).toMatchObject({
      social: [0, 10, 0],
      total: [80, 80, 0],
      overdrawnAreas: ['A'],
    });
    const convert: Edit = { ...common('e'), kind: 'convert', ...inPlace(), social: { '2': 80 } };
    expect(applied(convert)).toMatchObject({
      social: [90, 100, 0],
      total: [100, 100, 0],
      overdrawnAreas: ['B'],
    });
    const move: Edit = { ...common('e'), kind: 'move', from: 'C', to: 'A', social: { '2': 1 } };
    expect(applied(move)).toMatchObject({ social: [11, 30, 0], total: [101, 100, 0], overdrawnAreas: ['C'] });
  });

  it('of places, locks, zones and capacities changes no dwelling', () => {
    const edits: Edit[] = [
      { ...common('a'), kind: 'lock', areas: ['A'] },
      { ...common('b'), kind: 'capacity', areas: ['A'], dwellings: 3 },
      { ...common('c'), kind: 'exclude', title: '', place: { ...place, areas: ['A'] } },
      { ...common('d'), kind: 'close-facility', facility: 'P1' },
    ];
    expect(applied(...edits)).toMatchObject({ social: [10, 30, 0], total: [100, 100, 0] });
  });

  it('leaves an area that was published with more social dwellings than dwellings as it is', () => {
    const surplus = { codes: ['A'], group: Float64Array.of(12), total: Float64Array.of(10) };
    const { group, total, overdrawnAreas } = editApplier(surplus)([add('e', ['A'], 1)]);
    expect([[...group], [...total], overdrawnAreas]).toEqual([[13], [11], []]);
  });
});

describe('the programme of a scenario', () => {
  const edits: Edit[] = [
    // In two areas each: 4 of one bedroom, 6 of three.
    { ...add('a', ['A', 'B'], 0, 5), social: { '1': 4, '3': 6 } },
    { ...common('b'), kind: 'convert', ...inPlace(), social: { '2': 1, unspecified: 3 } },
    { ...common('c'), kind: 'demolish', ...inPlace(), social: { '1': 2 }, private: 1 },
    { ...add('off', ['A'], 99), enabled: false },
  ];

  it('counts what is built, converted and taken down', () => {
    expect(programmeOf(edits, {})).toMatchObject({
      newSocial: { '1': 8, '2': 2, '3': 12, unspecified: 6 },
      builtSocial: 20,
      convertedSocial: 8,
      demolishedSocial: 4,
      renovatedSocial: 0,
      builtPrivate: 10,
      demolishedPrivate: 2,
    });
  });

  it('says which part is for families, of what has a size', () => {
    expect(programmeOf(edits, {}).familyShare).toBe(14 / 22);
    expect(programmeOf(edits, { familyBedrooms: 3 }).familyShare).toBe(12 / 22);
    expect(programmeOf([add('e', ['A'], 9)], {}).familyShare).toBeNull();
  });

  it('expects a child a bedroom beyond the first, unless told otherwise', () => {
    // 2 × 1 + 12 × 2 = 26 children, evenly over three ages.
    expect(programmeOf(edits, {}).children).toEqual({
      byAge: {
        '0-5': expect.closeTo(26 / 3),
        '6-11': expect.closeTo(26 / 3),
        '12-17': expect.closeTo(26 / 3),
      },
      total: expect.closeTo(26),
      unspecifiedDwellings: 6,
    });
    const none = { '0-5': 0, '6-11': 0, '12-17': 0 };
    const perDwelling = { studio: none, '1': none, '2': none, '3': none, '4': none, '5+': none };
    const children = { source: 'own count', perDwelling: { ...perDwelling, '3': { ...none, '0-5': 0.5 } } };
    expect(programmeOf(edits, { children }).children).toMatchObject({
      byAge: { ...none, '0-5': 6 },
      total: 6,
    });
  });
});
