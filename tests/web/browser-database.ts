type Row = Record<string, unknown>;
type Store = Map<string, Row>;

const KEYS: Record<string, string> = {
  scenarios: 'id',
  links: 'scenario',
  versions: 'id',
  waiting: 'scenario',
  given: 'id',
};

const full = () => new DOMException('full', 'QuotaExceededError');

/**
 * What `web/state/database.ts` gives, in memory and with as much room as a test wants: the part of `idb` that the product
 * uses. A transaction in which a write fails leaves everything as it was, as in a browser.
 */
export function browserDatabase() {
  const stores = new Map<string, Store>(Object.keys(KEYS).map(name => [name, new Map()]));
  /** Letters of JSON that may be kept; null for as many as come. */
  const room = { letters: null as number | null, forbidden: false };
  const used = () => [...stores.values()].flatMap(store => [...store.values()]).map(lettersOf);
  const lettersOf = (row: Row) => JSON.stringify(row).length;

  function put(name: string, row: Row): void {
    const store = stores.get(name)!;
    const key = String(row[KEYS[name]!]);
    const others = used().reduce((sum, letters) => sum + letters, 0) - lettersOf(store.get(key) ?? {});
    if (room.letters !== null && others + lettersOf(row) > room.letters) throw full();
    store.set(key, structuredClone(row));
  }

  function transaction(names: string | string[]) {
    const before = [names].flat().map(name => [name, new Map(stores.get(name))] as const);
    let broken: unknown = null;
    const attempt = async (act: () => void) => {
      try {
        act();
      } catch (error) {
        broken = error;
        for (const [name, rows] of before) stores.set(name, new Map(rows));
        throw error;
      }
    };
    const objectStore = (name: string) => {
      const rows = () => stores.get(name)!;
      const cursorAt = (keys: string[], at: number, indexKey?: string): object | null =>
        at >= keys.length
          ? null
          : {
              value: rows().get(keys[at]!),
              primaryKey: keys[at],
              key: indexKey === undefined ? keys[at] : rows().get(keys[at]!)?.[indexKey],
              delete: async () => void rows().delete(keys[at]!),
              continue: async () => cursorAt(keys, at + 1, indexKey),
            };
      return {
        get: async (key: string) => structuredClone(rows().get(key)),
        put: (row: Row) => attempt(() => put(name, row)),
        delete: async (key: string) => void rows().delete(key),
        getAllKeys: async () => [...rows().keys()],
        openCursor: async () => cursorAt([...rows().keys()], 0),
        index: (key: string) => ({
          getAll: async (value: string) => [...rows().values()].filter(row => row[key] === value),
          openKeyCursor: async () => cursorAt([...rows().keys()], 0, key),
        }),
      };
    };
    return {
      objectStore,
      store: objectStore([names].flat()[0]!),
      get done() {
        return broken === null ? Promise.resolve() : Promise.reject(broken);
      },
    };
  }

  const database = {
    get: async (name: string, key: string) => structuredClone(stores.get(name)!.get(key)),
    getAll: async (name: string) => structuredClone([...stores.get(name)!.values()]),
    getAllFromIndex: async (name: string, key: string, value: string) =>
      structuredClone([...stores.get(name)!.values()].filter(row => row[key] === value)),
    put: async (name: string, row: Row) => put(name, row),
    delete: async (name: string, key: string) => void stores.get(name)!.delete(key),
    transaction,
  };
  return {
    room,
    /** In the place of `database()`. */
    open: async () => {
      if (room.forbidden) throw new DOMException('no', 'SecurityError');
      return database;
    },
    rows: (name: string) => [...stores.get(name)!.values()],
    lettersUsed: () => used().reduce((sum, letters) => sum + letters, 0),
    clear: () => {
      for (const store of stores.values()) store.clear();
      Object.assign(room, { letters: null, forbidden: false });
    },
  };
}
