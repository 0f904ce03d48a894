/**
 * Numbers the distinct pairs of a column pair: equal pairs get the same id, ids run from 0 in order of first
 * appearance. Open addressing on typed arrays, because millions of vertices as strings or objects would take
 * seconds and gigabytes.
 */
export function numberPairs(
  a: Float64Array | Uint32Array,
  b: Float64Array | Uint32Array,
): { ids: Uint32Array; count: number } {
  const size = a.length;
  const ids = new Uint32Array(size);
  const slots = slotCount(size);
  const table = new Int32Array(slots).fill(-1);
  const first = new Uint32Array(size);
  const keys = new Float64Array(2);
  const words = new Uint32Array(keys.buffer);
  const mask = slots - 1;
  let count = 0;
  for (let i = 0; i < size; i++) {
    // Adding 0 makes −0 and 0 one coordinate.
    keys[0] = a[i]! + 0;
    keys[1] = b[i]! + 0;
    let slot = mix(words[0]!, words[1]!, words[2]!, words[3]!) & mask;
    for (;;) {
      const id = table[slot]!;
      if (id < 0) {
        table[slot] = count;
        first[count] = i;
        ids[i] = count++;
        break;
      }
      const known = first[id]!;
      if (a[known] === a[i] && b[known] === b[i]) {
        ids[i] = id;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return { ids, count };
}

/** A power of two at least twice the number of items. */
function slotCount(size: number): number {
  let slots = 16;
  while (slots < 2 * size) slots *= 2;
  return slots;
}

/** Mixes four words with multiplications and shifts so that close coordinates fall far apart. */
function mix(a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x85ebca6b), 0x9e3779b1);
  hash ^= Math.imul(c ^ Math.imul(d, 0xc2b2ae35), 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}
