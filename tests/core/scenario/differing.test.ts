import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countDiffering, differingOf } from '../../../core/scenario/differing.ts';
import type { Edit } from '../../../core/scenario/edit.ts';
import { add, common, scenario } from './example.ts';

const ids = (edits: readonly Edit[]) => edits.map(edit => edit.id);
const differing = (before: Edit[], after: Edit[]) => differingOf(scenario(before), scenario(after));

describe('the differing edits of two scenarios', () => {
  it('are those that were added, removed and changed, by their id', () => {
    const found = differing(
      [add('a', ['A'], 10), add('b', ['B'], 20)],
      [add('b', ['B'], 25), add('c', ['C'], 5)],
    );
    expect(ids(found.added)).toEqual(['c']);
    expect(ids(found.removed)).toEqual(['a']);
    expect(found.changed).toEqual([
      { before: add('b', ['B'], 20), after: add('b', ['B'], 25), members: ['social'] },
    ]);
    expect(found.reordered).toEqual([]);
    expect(countDiffering(found)).toBe(3);
  });

  it('name every member of an edit that became of another kind', () => {
    const lock: Edit = { ...common('a'), kind: 'lock', areas: ['A'] };
    const [changed] = differing(
      [lock],
      [{ ...common('a'), kind: 'capacity', areas: ['A'], dwellings: 3 }],
    ).changed;
    expect(changed?.members).toEqual(['kind', 'dwellings']);
  });

  it('say which edits changed places, and no more of them than needed', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(id => add(id, [id], 1)) as [Edit, Edit, Edit, Edit];
    expect(ids(differing([a, b, c, d], [d, a, b, c]).reordered)).toEqual(['d']);
    expect(ids(differing([a, b, c, d], [b, c, d, a]).reordered)).toEqual(['a']);
    // What was taken away or put between is no other order.
    expect(differing([a, b, c], [a, d, c]).reordered).toEqual([]);
    const both = differing([a, b, c], [c, { ...a, note: 'first' }, b]);
    expect(ids(both.reordered)).toEqual(['c']);
    expect(both.changed.map(({ after, members }) => [after.id, members])).toEqual([['a', ['note']]]);
  });

  it('are none where only the id, the order of members, or a size without dwellings is another', () => {
    const project = { ...add('a', ['A'], 10), social: { '2': 4, '3': 6 } };
    const { id, ...rest } = project;
    const turned = { ...rest, social: { '3': 6, '2': 4, studio: 0 }, id } as Edit;
    expect(countDiffering(differing([project], [turned]))).toBe(0);
    expect(countDiffering(differing([project], [{ ...project, id: 'elsewhere' }]))).toBe(0);
    // A copy beside the original is one edit more.
    expect(ids(differing([project], [project, { ...project, id: 'copy' }]).added)).toEqual(['copy']);
    expect(ids(differing([project, { ...project, id: 'copy' }], [project]).removed)).toEqual(['copy']);
  });

  it('come with parameters, baseline and texts, and without the time of writing', () => {
    const one = scenario();
    const other = {
      ...one,
      title: 'Ninety dwellings',
      updatedAt: '2026-12-01T12:00:00Z',
      parameters: { familyBedrooms: 3 },
      baseline: { ...one.baseline, scope: null },
    };
    expect(differingOf(one, other)).toEqual({
      added: [],
      removed: [],
      changed: [],
      reordered: [],
      parameters: [{ name: 'familyBedrooms', before: undefined, after: 3 }],
      baseline: [{ name: 'scope', before: one.baseline.scope, after: null }],
      texts: [{ name: 'title', before: 'Sixty dwellings by the station', after: 'Ninety dwellings' }],
    });
    expect(countDiffering(differingOf(one, { ...one, updatedAt: '2027-01-01T00:00:00Z' }))).toBe(0);
  });
});

describe('of any two scenarios', () => {
  const some = fc
    .uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefgh'), social: fc.nat(3) }), {
      selector: one => one.id,
    })
    .map(list => list.map(({ id, social }) => add(id, [`area-${id}`], social)));

  it('what one way is added is the other way removed, and as many changed and reordered', () => {
    fc.assert(
      fc.property(some, some, (one, other) => {
        const there = differing(one, other);
        const back = differing(other, one);
        expect(there.added).toEqual(back.removed);
        expect(there.removed).toEqual(back.added);
        expect(new Set(ids(there.changed.map(each => each.after)))).toEqual(
          new Set(ids(back.changed.map(each => each.before))),
        );
        expect(there.reordered).toHaveLength(back.reordered.length);
      }),
    );
  });

  it('the edits that did not change places stand in one order in both, and no more could', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...'abcdefg'], { minLength: 7 }), order => {
        const start = [...'abcdefg'].map(id => add(id, [id], 1));
        const moved = ids(
          differing(
            start,
            order.map(id => add(id, [id], 1)),
          ).reordered,
        );
        const stay = order.filter(id => !moved.includes(id));
        expect(stay).toEqual([...stay].sort());
        // Every choice of the seven edits, the brute way.
        let most = 0;
        for (let choice = 0; choice < 2 ** order.length; choice++) {
          const chosen = order.filter((_, k) => (choice >> k) & 1);
          if (chosen.join('') === [...chosen].sort().join('')) most = Math.max(most, chosen.length);
        }
        expect(stay).toHaveLength(most);
      }),
    );
  });
});
