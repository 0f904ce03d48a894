import type { Database } from '../database/types.ts';

/** Memory that belongs to one open database and goes when it goes: tests open many in one process. */
export function perDatabase<Memory extends object>(
  make: (database: Database) => Memory,
): (database: Database) => Memory {
  const memories = new WeakMap<Database, Memory>();
  return database => {
    let memory = memories.get(database);
    if (memory === undefined) {
      memory = make(database);
      memories.set(database, memory);
    }
    return memory;
  };
}
