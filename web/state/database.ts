import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Version } from './versions.ts';

/** Where a scenario is kept on the server: the secret lets this browser change it. */
export type ServerLink = {
  scenario: string;
  /** Of the scenario there, or of the link it was opened by. */
  serverId: string;
  /** Absent is its own number: the first versions of the product knew no links. */
  via?: 'link';
  /** Null for a scenario of someone else that was opened by its number: to be read, not written. */
  secret: string | null;
  revision: number;
  /** `updatedAt` of the document that the server has. */
  storedUpdatedAt: string;
};

/** A scenario that has to go to the server and could not yet. */
export type Waiting = { scenario: string; since: string };

/** A link that this browser gave out; the server does not know its secret. */
export type Given = { id: string; scenario: string; secret: string };

type Schema = DBSchema & {
  /** Written by this version, by an earlier one, or by someone who tinkered: read with care. */
  scenarios: { key: string; value: { id: string } };
  links: { key: string; value: ServerLink };
  versions: { key: string; value: Version; indexes: { scenario: string } };
  waiting: { key: string; value: Waiting };
  given: { key: string; value: Given };
};
export type BrowserDatabase = IDBPDatabase<Schema>;

let opened: Promise<BrowserDatabase> | null = null;
const forget = () => {
  opened = null;
};

/** What this browser keeps. Rejects where that is forbidden or broken; the next call tries again. */
export function database(): Promise<BrowserDatabase> {
  opened ??= open();
  return opened;
}

async function open(): Promise<BrowserDatabase> {
  try {
    return await new Promise<BrowserDatabase>((resolve, reject) => {
      openDB<Schema>('buurtbalans', 2, {
        upgrade(made, from) {
          if (from < 1) {
            made.createObjectStore('scenarios', { keyPath: 'id' });
            made.createObjectStore('links', { keyPath: 'scenario' });
          }
          made.createObjectStore('versions', { keyPath: 'id' }).createIndex('scenario', 'scenario');
          made.createObjectStore('waiting', { keyPath: 'scenario' });
          made.createObjectStore('given', { keyPath: 'id' });
        },
        // A tab with an earlier version of the product holds it; once that is closed, trying again helps.
        blocked: () => reject(new DOMException('Another tab holds the database', 'TimeoutError')),
        // A tab with a later version wants to change it.
        blocking: (_current, _wanted, event) => {
          (event.target as IDBDatabase).close();
          forget();
        },
        terminated: forget,
      }).then(resolve, reject);
    });
  } catch (error) {
    forget();
    throw error;
  }
}
