import { describe, expect, it } from 'vitest';
import type { Change, Kept, Workspace } from '../../web/state/records.ts';
import {
  changedIds,
  readableChange,
  readableKept,
  settle,
  unsaved,
  withKept,
} from '../../web/state/records.ts';
import { scenario } from '../core/scenario/example.ts';

const named = (id: string, title = id) => ({ ...scenario(), id, title });
const kept = (change: Partial<Kept> = {}): Kept => ({
  id: 'x',
  revision: 3,
  by: 'other tab',
  document: named('x', 'theirs'),
  deletedAt: null,
  ...change,
});
const ours = (change: Partial<Change> = {}): Change => ({
  id: 'x',
  by: 'this tab',
  base: 3,
  document: named('x', 'ours'),
  deletedAt: null,
  ...change,
});

describe('a change that is written beside other tabs', () => {
  it('is written when the tab saw what is kept, and when it wrote that itself', () => {
    expect(settle(kept(), ours())).toBe('write');
    expect(settle(kept({ revision: 4, by: 'this tab' }), ours())).toBe('write');
    expect(settle(undefined, ours({ base: 0 }))).toBe('write');
  });

  it('keeps both versions when another tab was first', () => {
    expect(settle(kept({ revision: 4 }), ours())).toBe('both');
    expect(settle(kept({ revision: 1 }), ours({ base: 0 }))).toBe('both');
  });

  it('makes no copy of what is the same', () => {
    expect(settle(kept({ revision: 4 }), ours({ document: named('x', 'theirs') }))).toBe('same');
  });

  it('loses no work to a deletion, whichever tab deletes', () => {
    expect(settle(kept({ revision: 4 }), ours({ deletedAt: '2026-11-26T10:00:00Z' }))).toBe('theirs');
    expect(settle(kept({ revision: 4 }), ours({ document: null }))).toBe('theirs');
    expect(settle(kept({ revision: 4, deletedAt: '2026-11-26T10:00:00Z' }), ours())).toBe('write');
    expect(settle(undefined, ours())).toBe('write');
  });
});

describe('what is to be written', () => {
  const [a, b] = [named('a'), named('b')];
  const workspace: Workspace = {
    scenarios: [a],
    deleted: [{ document: b, deletedAt: '2026-11-26T10:00:00Z' }],
  };
  const record = (document: Kept['document'], deletedAt: string | null = null) =>
    kept({ id: document.id, document, deletedAt });

  it('is everything that differs from what is kept, and only that', () => {
    const known = new Map([
      ['a', record(a)],
      ['b', record(b)],
      ['c', record(named('c'))],
    ]);
    expect(unsaved(workspace, known, 'this tab')).toEqual([
      { id: 'b', by: 'this tab', base: 3, document: b, deletedAt: '2026-11-26T10:00:00Z' },
      { id: 'c', by: 'this tab', base: 3, document: null, deletedAt: null },
    ]);
    expect(unsaved(workspace, new Map(), 'this tab').map(one => one.base)).toEqual([0, 0]);
  });

  it('is nothing once a scenario is as it is kept', () => {
    const changed = withKept(withKept(workspace, 'a', record(named('a', 'news'))), 'b', record(b));
    expect(changed.scenarios.map(one => one.title)).toEqual(['news', 'b']);
    expect(changed.deleted).toEqual([]);
    expect(changedIds(workspace, changed)).toEqual(['a', 'b']);
    expect(withKept(changed, 'a', null).scenarios.map(one => one.id)).toEqual(['b']);
  });
});

describe('what this browser kept', () => {
  const whole = kept();

  it('is read as it was written, a bare document of the first version too', () => {
    expect(readableKept(structuredClone(whole))).toEqual(whole);
    expect(readableKept(structuredClone(whole.document))).toEqual({ ...whole, revision: 0, by: '' });
    expect(readableChange(structuredClone(ours()))).toEqual(ours());
    const taken = ours({ document: null });
    expect(readableChange(structuredClone(taken))).toEqual(taken);
  });

  it('is passed over when it is broken, so that the rest can be shown', () => {
    const noEdits = { ...whole.document, edits: undefined };
    for (const broken of [null, 7, 'x', {}, { id: 'x' }, { ...whole, document: noEdits }, noEdits]) {
      expect(readableKept(broken)).toBeNull();
    }
    for (const broken of [
      null,
      'x',
      {},
      { ...ours(), id: 3 },
      { ...ours(), document: noEdits },
      { id: 'x' },
    ]) {
      expect(readableChange(broken)).toBeNull();
    }
  });
});
