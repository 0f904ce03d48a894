import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../core/scenario/edit.ts';
import { changeFacility, closeFacility } from '../../../core/scenario/new-edits.ts';
import { scenarioProblems } from '../../../core/scenario/problems.ts';
import { add, common, site } from './example.ts';

const ground = {
  codes: new Set(['A', 'B', 'C']),
  scope: new Set(['A', 'B']),
  facilities: new Set(['gent/1']),
  overdrawnAreas: [] as string[],
};
const problems = (...edits: Edit[]) => scenarioProblems(edits, ground);
const whole = (...areas: string[]) => ({ kind: 'areas' as const, areas, split: 'each' as const });
const onSite = (id: string, west: number, east: number): Edit => ({
  ...add(id, ['A'], 5),
  place: site(west, 0, east, 1, [{ area: 'A', weight: 1 }]),
});

describe('the problems of a scenario', () => {
  it('are none where nothing is wrong', () => {
    expect(problems(add('e', ['A', 'B'], 3), onSite('f', 0, 1), onSite('g', 1, 2))).toEqual([]);
  });

  it('are areas that are not there, outside the scope, and sites outside every area', () => {
    expect(problems(add('e', ['Z', 'A', 'C'], 1))).toEqual([
      { kind: 'unknown-area', edits: ['e'], areas: ['Z'] },
      { kind: 'outside-scope', edits: ['e'], areas: ['C'] },
    ]);
    expect(problems({ ...add('e', ['A'], 1), place: site(0, 0, 1, 1, []) })).toEqual([
      { kind: 'outside-areas', edits: ['e'], areas: [] },
    ]);
    expect(scenarioProblems([add('e', ['C'], 1)], { ...ground, scope: null })).toEqual([]);
  });

  it('are places that are changed or closed and that the release lacks', () => {
    const at: [number, number] = [3.7, 51];
    const close = closeFacility('c', 'gent/2', at);
    const edits = [
      changeFacility('k', 'gent/1', ['meeting']),
      changeFacility('m', 'gent/3', ['play'], at),
      close,
    ];
    expect(problems(...edits, { ...close, id: 'off', enabled: false })).toEqual([
      { kind: 'unknown-facility', edits: ['m'], areas: [], facility: 'gent/3' },
      { kind: 'unknown-facility', edits: ['c'], areas: [], facility: 'gent/2' },
    ]);
    // Where nobody knows which places there are, none is missed.
    expect(scenarioProblems(edits, { ...ground, facilities: null })).toEqual([]);
  });

  it('are changes of a locked area, by whichever edit', () => {
    const move: Edit = { ...common('m'), kind: 'move', from: 'B', to: 'A', social: { '2': 1 } };
    const lock: Edit = { ...common('l'), kind: 'lock', areas: ['A'] };
    // What was there before the lock is what it keeps.
    expect(problems(move, lock)).toEqual([]);
    expect(problems(lock, move, add('e', ['B'], 1))).toEqual([
      { kind: 'locked', edits: ['m', 'l'], areas: ['A'] },
    ]);
  });

  it('are projects in an excluded zone, given as areas or drawn', () => {
    const areas: Edit = { ...common('x'), kind: 'exclude', title: '', place: whole('B') };
    expect(problems(areas, add('e', ['A', 'B'], 1))).toEqual([
      { kind: 'excluded', edits: ['e', 'x'], areas: ['B'] },
    ]);
    const drawn: Edit = { ...common('x'), kind: 'exclude', title: '', place: site(0.5, 0, 3, 1, []) };
    expect(problems(drawn, onSite('f', 0, 1), onSite('g', 4, 5)).map(({ edits }) => edits)).toEqual([
      ['f', 'x'],
    ]);
  });

  it('are more new dwellings than an area has room for, over all edits', () => {
    const room: Edit = { ...common('c'), kind: 'capacity', areas: ['A', 'B'], dwellings: 10 };
    const more: Edit = { ...common('d'), kind: 'capacity', areas: ['A'], dwellings: 20 };
    expect(problems(room, more, add('e', ['A', 'B'], 4, 2), add('f', ['A'], 5))).toEqual([
      { kind: 'over-capacity', edits: ['e', 'f', 'c'], areas: ['A'], dwellings: 11, capacity: 10 },
    ]);
  });

  it('are areas from which more is taken than there is, with the edits that take', () => {
    const demolish: Edit = {
      ...common('d'),
      kind: 'demolish',
      title: '',
      place: whole('A'),
      social: { '2': 9 },
      private: 0,
      year: null,
    };
    expect(scenarioProblems([add('e', ['A'], 1), demolish], { ...ground, overdrawnAreas: ['A'] })).toEqual([
      { kind: 'overdrawn', edits: ['d'], areas: ['A'] },
    ]);
  });

  it('are projects on the same ground', () => {
    expect(problems(onSite('f', 0, 2), onSite('g', 1, 3))).toEqual([
      { kind: 'overlap', edits: ['f', 'g'], areas: ['A'] },
    ]);
  });

  it('are not of edits that are switched off', () => {
    expect(problems({ ...add('e', ['Z'], 1), enabled: false })).toEqual([]);
  });
});
