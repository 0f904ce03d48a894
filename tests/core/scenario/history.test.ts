import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endGesture,
  type History,
  rebase,
  record,
  redo,
  redoLabel,
  startHistory,
  undo,
  undoLabel,
} from '../../../core/scenario/history.ts';

describe('undo and redo', () => {
  it('go back and forth and say what they would do', () => {
    const edited = record(record(startHistory('empty'), 'ten', 'add ten'), 'twelve', 'add two');
    expect(undoLabel(edited)).toBe('add two');
    const back = undo(edited);
    expect(back.present).toBe('ten');
    expect(undoLabel(back)).toBe('add ten');
    expect(redoLabel(back)).toBe('add two');
    expect(redo(back).present).toBe('twelve');
    expect(redoLabel(redo(back))).toBeNull();
  });

  it('do nothing at the ends', () => {
    const start = startHistory('empty');
    expect(undo(start)).toBe(start);
    expect(redo(start)).toBe(start);
    expect(undoLabel(start)).toBeNull();
  });

  it('forget what was undone once something else is done', () => {
    const other = record(undo(record(startHistory(0), 1, 'one')), 2, 'two');
    expect(redoLabel(other)).toBeNull();
    expect(undo(other).present).toBe(0);
  });

  it('take a whole gesture as one step', () => {
    let history: History<number> = startHistory(0);
    for (const value of [1, 2, 3]) history = record(history, value, 'move the slider', 'slider-1');
    expect(history.present).toBe(3);
    expect(undo(history).present).toBe(0);
    const again = record(endGesture(history), 4, 'move the slider', 'slider-1');
    expect(undo(again).present).toBe(3);
    const afterUndo = record(undo(history), 5, 'move the slider', 'slider-1');
    expect(undo(afterUndo).present).toBe(0);
  });

  it('make no step of a change that changes nothing', () => {
    const history = startHistory('same');
    expect(record(history, 'same', 'nothing')).toBe(history);
  });

  it('lead to the very start and to the very end, and back to where they were', () => {
    const states = fc.array(fc.tuple(fc.integer(), fc.option(fc.constantFrom('drag', 'slide'))), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(states, fc.nat(60), (changes, steps) => {
        const start: History<number> = startHistory(0.5);
        const end = changes.reduce(
          (history, [state, gesture]) => record(history, state, `to ${state}`, gesture),
          start,
        );
        let at = end;
        while (undoLabel(at) !== null) at = undo(at);
        expect(at.present).toBe(0.5);
        while (redoLabel(at) !== null) at = redo(at);
        expect(at.present).toBe(end.present);
        expect(at.past).toEqual(end.past);

        const possible = Math.min(steps, end.past.length);
        for (let n = 0; n < possible; n++) at = undo(at);
        for (let n = 0; n < possible; n++) at = redo(at);
        expect({ ...at, gesture: null }).toEqual({ ...end, gesture: null });
      }),
    );
  });
});

describe('a change from outside', () => {
  type Two = { mine: string; theirs: string };
  const same = (one: Two, other: Two) => one.mine === other.mine && one.theirs === other.theirs;
  const start = startHistory<Two>({ mine: 'a', theirs: 'a' });
  const step = (history: History<Two>, change: Partial<Two>, label: string) =>
    record(history, { ...history.present, ...change }, label);

  it('stays when a step of here is taken back and done again', () => {
    const edited = step(step(start, { mine: 'b' }, 'one'), { mine: 'c' }, 'two');
    const rebased = rebase(undo(edited), state => ({ ...state, theirs: 'news' }), same);
    expect(rebased.present).toEqual({ mine: 'b', theirs: 'news' });
    expect(undo(rebased).present).toEqual({ mine: 'a', theirs: 'news' });
    expect(redo(rebased).present).toEqual({ mine: 'c', theirs: 'news' });
  });

  it('leaves no step that would take it back', () => {
    const edited = step(step(start, { theirs: 'b' }, 'theirs'), { mine: 'b' }, 'mine');
    const rebased = rebase(edited, state => ({ ...state, theirs: 'news' }), same);
    expect(undoLabel(rebased)).toBe('mine');
    expect(undoLabel(undo(rebased))).toBeNull();
    const forth = rebase(undo(undo(edited)), state => ({ ...state, theirs: 'news' }), same);
    expect(redoLabel(forth)).toBe('mine');
    expect(redo(forth).present).toEqual({ mine: 'b', theirs: 'news' });
    expect(redoLabel(redo(forth))).toBeNull();
  });
});
