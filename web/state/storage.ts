import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ScenarioDocument } from '../../core/scenario/document.ts';

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
  scenarios: { key: string; value: ScenarioDocument };
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
export async function readKept(): Promise<{ scenarios: ScenarioDocument[]; links: ServerLink[] }> {
  const open = await database();
  const [scenarios, links] = await Promise.all([open.getAll('scenarios'), open.getAll('links')]);
  return { scenarios, links };
}

/** Writes what changed and removes what went, in one transaction. */
export async function keepScenarios(
  now: readonly ScenarioDocument[],
  before: readonly ScenarioDocument[],
): Promise<void> {
  const open = await database();
  const work = open.transaction('scenarios', 'readwrite');
  const known = new Set(before);
  const ids = new Set(now.map(scenario => scenario.id));
  await Promise.all([
    ...now.filter(scenario => !known.has(scenario)).map(scenario => work.store.put(scenario)),
    ...before.filter(scenario => !ids.has(scenario.id)).map(scenario => work.store.delete(scenario.id)),
    work.done,
  ]);
}

export async function keepLink(link: ServerLink): Promise<void> {
  await (await database()).put('links', link);
}

export async function forgetLink(scenario: string): Promise<void> {
  await (await database()).delete('links', scenario);
}
