import { database, type Given, type ServerLink, type Waiting } from './database.ts';
import { tellOthers } from './tabs.ts';

/** What belongs to a scenario beside the scenario itself: small, and given out or decided once. */
type Stores = { links: ServerLink; waiting: Waiting; given: Given };
type StoreName = keyof Stores;

type Owed = { store: StoreName; key: string; write: () => Promise<unknown> } & (
  | { value: Stores[StoreName] }
  | { gone: true }
);

/** By place: what was decided last is what is written. It stays until it is. */
const owed = new Map<string, Owed>();
const placeOf = ({ store, key }: Pick<Owed, 'store' | 'key'>) => `${store} ${key}`;

let failed: () => void = () => undefined;

/** What is done when something could not be written; it is then written by `writeOwed`. */
export function whenNotWritten(act: () => void): void {
  failed = act;
}

export const isOwing = (): boolean => owed.size > 0;

async function write(one: Owed): Promise<void> {
  await one.write();
  // What was decided meanwhile still has to be written.
  if (owed.get(placeOf(one)) === one) owed.delete(placeOf(one));
}

/** Writes what could not be written before. Rejects where it cannot be now either. */
export async function writeOwed(): Promise<void> {
  for (const one of [...owed.values()]) await write(one);
}

async function owe(one: Owed): Promise<void> {
  owed.set(placeOf(one), one);
  try {
    await write(one);
    tellOthers();
  } catch {
    failed();
  }
}

/** Writes a record; where that cannot be it is tried again as scenarios are, and holds in this tab meanwhile. */
export function keepRecord<Name extends StoreName>(
  store: Name,
  key: string,
  value: Stores[Name],
): Promise<void> {
  const put = async () => (await database()).put(store, value as never);
  return owe({ store, key, value, write: put });
}

/** The same for a record that goes. */
export function dropRecord(store: StoreName, key: string): Promise<void> {
  const drop = async () => (await database()).delete(store, key);
  return owe({ store, key, gone: true, write: drop });
}

/** Records by key, with what is not written yet, which this tab alone knows. */
export function withOwed<Name extends StoreName>(
  store: Name,
  records: Iterable<readonly [string, Stores[Name]]>,
): Map<string, Stores[Name]> {
  const all = new Map(records);
  for (const one of owed.values()) {
    if (one.store !== store) continue;
    if ('gone' in one) all.delete(one.key);
    else all.set(one.key, one.value as Stores[Name]);
  }
  return all;
}
