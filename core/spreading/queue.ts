/**
 * A binary heap of areas by a pair of keys, smallest first: the second key decides between equal first ones, and the
 * position between equal pairs, so that the order is the same on every machine. Its only moves are those of marginal
 * allocation: look at the first, raise its keys, or drop it.
 */
export type AreaQueue = {
  size: number;
  areas: Int32Array;
  /** Keys by area. */
  key: Float64Array;
  tie: Float64Array;
};

/** A queue of these areas, whose keys are filled in. O(n). */
export function queueOf(areas: Int32Array, key: Float64Array, tie: Float64Array): AreaQueue {
  const queue = { size: areas.length, areas: areas.slice(), key, tie };
  for (let at = (queue.size >> 1) - 1; at >= 0; at--) settleDown(queue, at);
  return queue;
}

/** Puts the first area in its place after its keys were raised. O(log n). */
export function firstRaised(queue: AreaQueue): void {
  settleDown(queue, 0);
}

export function dropFirst(queue: AreaQueue): void {
  queue.size -= 1;
  queue.areas[0] = queue.areas[queue.size]!;
  settleDown(queue, 0);
}

function settleDown(queue: AreaQueue, from: number): void {
  const { areas, size } = queue;
  let at = from;
  const area = areas[at]!;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && comesBefore(queue, areas[child + 1]!, areas[child]!)) child += 1;
    if (!comesBefore(queue, areas[child]!, area)) break;
    areas[at] = areas[child]!;
    at = child;
  }
  areas[at] = area;
}

function comesBefore({ key, tie }: AreaQueue, one: number, other: number): boolean {
  if (key[one] !== key[other]) return key[one]! < key[other]!;
  if (tie[one] !== tie[other]) return tie[one]! < tie[other]!;
  return one < other;
}
