/** A column that grows as it is filled, for numbers whose count a stream does not tell. */
export type GrowingColumn = { push(value: number): void; length(): number; values(): Float64Array };

export function growingColumn(): GrowingColumn {
  let column = new Float64Array(1 << 16);
  let count = 0;
  return {
    push(value) {
      if (count === column.length) {
        const larger = new Float64Array(2 * count);
        larger.set(column);
        column = larger;
      }
      column[count++] = value;
    },
    length: () => count,
    values: () => column.subarray(0, count),
  };
}
