/**
 * A queue of whole numbers by their key, smallest first: a heap with four children a node, which needs fewer cache
 * lines than one with two (LaMarca and Ladner, 1996). A key may become smaller while its number waits.
 */
export type KeyedHeap = {
  size(): number;
  /** Puts a number in, or moves it forward; `keys[item]` has been set. */
  push(item: number): void;
  /** Takes the number with the smallest key; −1 where there is none. */
  pop(): number;
  clear(): void;
};

export function keyedHeap(keys: Float64Array): KeyedHeap {
  let items = new Int32Array(1024);
  /** Position in the heap, plus one; 0 for what does not wait. */
  const places = new Int32Array(keys.length);
  let count = 0;

  function up(item: number, from: number): void {
    const key = keys[item]!;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      const above = items[parent]!;
      if (keys[above]! <= key) break;
      items[at] = above;
      places[above] = at + 1;
      at = parent;
    }
    items[at] = item;
    places[item] = at + 1;
  }

  function down(item: number): void {
    const key = keys[item]!;
    let at = 0;
    for (;;) {
      const first = 4 * at + 1;
      if (first >= count) break;
      const end = Math.min(first + 4, count);
      let least = first;
      let leastKey = keys[items[first]!]!;
      for (let child = first + 1; child < end; child++) {
        const childKey = keys[items[child]!]!;
        if (childKey < leastKey) {
          least = child;
          leastKey = childKey;
        }
      }
      if (leastKey >= key) break;
      const moved = items[least]!;
      items[at] = moved;
      places[moved] = at + 1;
      at = least;
    }
    items[at] = item;
    places[item] = at + 1;
  }

  return {
    size: () => count,
    push(item) {
      const place = places[item]!;
      if (place > 0) {
        up(item, place - 1);
        return;
      }
      if (count === items.length) {
        const larger = new Int32Array(2 * count);
        larger.set(items);
        items = larger;
      }
      count++;
      up(item, count - 1);
    },
    pop() {
      if (count === 0) return -1;
      const first = items[0]!;
      places[first] = 0;
      count--;
      if (count > 0) down(items[count]!);
      return first;
    },
    clear() {
      for (let i = 0; i < count; i++) places[items[i]!] = 0;
      count = 0;
    },
  };
}
