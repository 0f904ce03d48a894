import { type Change, readableChange } from './records.ts';

const prefix = 'buurtbalans.unsaved.';

/**
 * What was not yet written when its tab left: a page that goes away cannot wait for IndexedDB, but it can write
 * here. An empty list takes back what the tab left before. Answers whether that could be done.
 */
export function leaveBehind(tab: string, changes: readonly Change[]): boolean {
  try {
    if (changes.length === 0) localStorage.removeItem(prefix + tab);
    else localStorage.setItem(prefix + tab, JSON.stringify(changes));
    return true;
  } catch {
    // Storage is full or forbidden; the write to IndexedDB that is under way is then all there is.
    return false;
  }
}

/** Tabs that left changes behind, and those changes. */
export function leftBehind(): { tab: string; changes: Change[] }[] {
  return namesKept().map(name => ({ tab: name.slice(prefix.length), changes: changesIn(name) }));
}

function namesKept(): string[] {
  try {
    return Object.keys(localStorage).filter(name => name.startsWith(prefix));
  } catch {
    return [];
  }
}

function changesIn(name: string): Change[] {
  try {
    const changes: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(changes) ? changes.flatMap(one => readableChange(one) ?? []) : [];
  } catch {
    return [];
  }
}
