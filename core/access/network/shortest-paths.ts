import type { Arcs } from './graph.ts';
import { keyedHeap } from './heap.ts';

/** A search over the junctions; its columns are used again by the next search. */
export type Search = {
  /** Metres from the nearest source to each junction, over the arcs; infinite where none is within the limit. */
  metres: Float64Array;
  /** Number of that source; −1 where there is none. Of sources that are equally near, the first. */
  source: Int32Array;
  /** Forgets the last search and sets how far the next one goes. */
  begin(maxMetres: number): void;
  /** Adds a start: a junction that is `metres` away from source number `source`. */
  start(junction: number, metres: number, source: number): void;
  /** Walks from the starts (Dijkstra, 1959); gives the junctions reached, nearest first, until the next search. */
  run(): Int32Array;
};

export function createSearch({ starts, heads, costs }: Arcs): Search {
  const size = starts.length - 1;
  const metres = new Float64Array(size).fill(Infinity);
  const source = new Int32Array(size).fill(-1);
  const heap = keyedHeap(metres);
  const settled = new Int32Array(size);
  let count = 0;
  let limit = Infinity;

  return {
    metres,
    source,
    begin(maxMetres) {
      // What waits was never settled, when a search was begun and not run.
      for (let junction = heap.pop(); junction >= 0; junction = heap.pop()) settled[count++] = junction;
      for (let i = 0; i < count; i++) {
        metres[settled[i]!] = Infinity;
        source[settled[i]!] = -1;
      }
      count = 0;
      limit = maxMetres;
    },
    start(junction, distance, by) {
      const known = metres[junction]!;
      if (distance > limit || distance > known || (distance === known && by >= source[junction]!)) return;
      metres[junction] = distance;
      source[junction] = by;
      heap.push(junction);
    },
    run() {
      for (let junction = heap.pop(); junction >= 0; junction = heap.pop()) {
        settled[count++] = junction;
        const here = metres[junction]!;
        const by = source[junction]!;
        const end = starts[junction + 1]!;
        for (let arc = starts[junction]!; arc < end; arc++) {
          const there = here + costs[arc]!;
          if (there > limit) continue;
          const head = heads[arc]!;
          const known = metres[head]!;
          if (there < known) {
            metres[head] = there;
            source[head] = by;
            heap.push(head);
          } else if (there === known && by < source[head]! && there > here) {
            // Equally near and still waiting, for edges of no length settle at once.
            source[head] = by;
          }
        }
      }
      return settled.subarray(0, count);
    },
  };
}
