import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../core/scenario/edit.ts';
import type { EvaluationSetting } from '../../../core/scenario/evaluate.ts';
import { movingOf } from '../../../core/scenario/moving.ts';
import { add, common, site } from './example.ts';

/** A release with these areas: code, social dwellings, all dwellings. */
function release(areas: [string, number, number][], scope: number[] | null = null): EvaluationSetting {
  return {
    codes: areas.map(([code]) => code),
    group: Float64Array.from(areas, ([, social]) => social),
    total: Float64Array.from(areas, ([, , total]) => total),
    scope: scope === null ? null : Int32Array.from(scope),
  };
}

const old = release([
  ['A', 10, 100],
  ['B', 20, 100],
  ['C', 0, 50],
]);
const newest = release([
  ['D', 5, 60],
  ['A', 10, 100],
  ['B', 25, 110],
]);

describe('moving a scenario to another release', () => {
  it('says which areas are gone or new, and whose counts changed by how much', () => {
    expect(movingOf(old, newest, [])).toEqual({
      gone: ['C'],
      fresh: ['D'],
      changed: [{ code: 'B', socialBefore: 20, totalBefore: 100, socialAfter: 25, totalAfter: 110 }],
      lost: [],
      sites: { bySurface: 0, byHand: 0 },
    });
    const same = movingOf(old, old, [add('a', ['A'], 1)]);
    expect([same.gone, same.fresh, same.changed, same.lost]).toEqual([[], [], [], []]);
  });

  it('looks at the scope and at what edits name, and no further', () => {
    const scoped = { ...old, scope: Int32Array.of(0) };
    const moving = movingOf(scoped, { ...newest, scope: Int32Array.of(1) }, [add('c', ['C'], 1)]);
    expect([moving.gone, moving.fresh, moving.changed]).toEqual([['C'], [], []]);
  });

  it('takes a count that comes to be missing for a change, and one that stays so for none', () => {
    const missing = release([['A', Number.NaN, 100]]);
    expect(movingOf(missing, missing, []).changed).toEqual([]);
    expect(movingOf(release([['A', 1, 100]]), missing, []).changed).toHaveLength(1);
  });

  it('names the edits that lose areas; a site divided by surface loses none', () => {
    const move: Edit = { ...common('move'), kind: 'move', from: 'A', to: 'C', social: { '2': 5 } };
    const drawn = (id: string, split: 'surface' | 'hand'): Edit => ({
      ...add(id, [], 10),
      place: { ...site(4, 51, 4.1, 51.1, [{ area: 'C', weight: 1 }]), split },
    });
    const moving = movingOf(old, newest, [
      add('a', ['A', 'C'], 1),
      move,
      drawn('drawn', 'surface'),
      drawn('hand', 'hand'),
      add('b', ['B'], 1),
    ]);
    expect(moving.lost.map(({ edit, areas }) => [edit.id, areas])).toEqual([
      ['a', ['C']],
      ['move', ['C']],
      ['hand', ['C']],
    ]);
    expect(moving.sites).toEqual({ bySurface: 1, byHand: 1 });
  });

  it('without the old release tells only what the edits lose', () => {
    const moving = movingOf(null, newest, [add('c', ['C'], 1)]);
    expect(moving).toMatchObject({ gone: [], fresh: [], changed: [], lost: [{ areas: ['C'] }] });
  });
});
