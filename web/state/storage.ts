import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { database, type ServerLink, type Waiting } from './database.ts';
import { type Change, type Kept, readableKept, settle } from './records.ts';

/** Everything this browser keeps; rejects where IndexedDB is forbidden or broken. */
export async function readKept(): Promise<{ kept: Kept[]; links: ServerLink[]; waiting: Waiting[] }> {
  const open = await database();
  const [kept, links, waiting] = await Promise.all([
    open.getAll('scenarios'),
    open.getAll('links'),
    open.getAll('waiting'),
  ]);
  return { kept: kept.flatMap(one => readableKept(one) ?? []), links, waiting };
}

/** What is kept after a change was settled, and our version where it had to become a copy. */
export type Outcome = {
  change: Change;
  settled: ReturnType<typeof settle>;
  kept: Kept | null;
  copy: Kept | null;
};

/**
 * Writes changes in one transaction, each compared with what is kept at that moment: tabs may write at the same
 * time and the database puts them one after the other, so no version is written over unseen.
 */
export async function writeChanges(
  changes: readonly Change[],
  copyOf: (document: ScenarioDocument) => ScenarioDocument,
): Promise<Outcome[]> {
  const work = (await database()).transaction('scenarios', 'readwrite');
  const write = async (change: Change): Promise<Outcome> => {
    const { id, by, document, deletedAt } = change;
    const there = readableKept(await work.store.get(id)) ?? undefined;
    const settled = settle(there, change);
    const outcome = { change, settled, kept: there ?? null, copy: null };
    if (settled === 'both' && document !== null) {
      const copied = copyOf(document);
      const copy: Kept = { id: copied.id, revision: 1, by, document: copied, deletedAt: null };
      await work.store.put(copy);
      return { ...outcome, copy };
    }
    if (settled !== 'write') return outcome;
    if (document === null) {
      await work.store.delete(id);
      return { ...outcome, kept: null };
    }
    const kept: Kept = { id, revision: (there?.revision ?? 0) + 1, by, document, deletedAt };
    await work.store.put(kept);
    return { ...outcome, kept };
  };
  const [outcomes] = await Promise.all([Promise.all(changes.map(write)), work.done]);
  return outcomes;
}
