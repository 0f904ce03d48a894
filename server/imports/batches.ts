/** Rows and characters of one statement: short enough that on PGlite, which runs one at a time, readers get their turn. */
const MAX_ROWS = 500;
const MAX_CHARACTERS = 1_000_000;

/** Collects rows and hands them on in batches; `size` is the length of the row's largest text. */
export function createBatches<Row>(flush: (rows: readonly Row[]) => Promise<void>) {
  let rows: Row[] = [];
  let characters = 0;
  const send = async () => {
    if (rows.length === 0) return;
    const full = rows;
    rows = [];
    characters = 0;
    await flush(full);
  };
  return {
    async add(row: Row, size: number): Promise<void> {
      rows.push(row);
      characters += size;
      if (rows.length >= MAX_ROWS || characters >= MAX_CHARACTERS) await send();
    },
    end: send,
  };
}
