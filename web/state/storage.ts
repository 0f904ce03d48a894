import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { type Change, type Kept, readableKept, settle } from './records.ts';

/** Where a scenario is kept on the server: the secret lets this browser change it. */
export type ServerLink = {
  scenario: string;
  serverId: string;
  /** Null for a scenario of someone else that was opened by its number: to be read, not written. */
  secret: string | null;
  revision: number;
  /** `updatedAt` of the document that the server has. */
  storedUpdatedAt: string;
};

type Schema = DBSchema & {
  /** Written by this version, by an earlier one, or by someone who tinkered: read with care. */
  scenarios: { key: string; value: { id: string } };
  links: { key: string; value: ServerLink };
};

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('buurtbalans', 1, {
    upgrade(created) {
      created.createObjectStore('scenarios', { keyPath: 'id' });
      created.createObjectStore('links', { keyPath: 'scenario' });
    },
  });
  return opened;
}

/** Everything this browser keeps; rejects where IndexedDB is forbidden or broken. */
export async function readKept(): Promise<{ kept: Kept[]; links: ServerLink[] }> {
  const open = await database();
  const [kept, links] = await Promise.all([open.getAll('scenarios'), open.getAll('links')]);
  return { kept: kept.flatMap(one => readableKept(one) ?? []), links };
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

export async function keepLink(link: ServerLink): Promise<void> {
  await (await database()).put('links', link);
}
