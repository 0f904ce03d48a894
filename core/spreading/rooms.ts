import { ProblemError } from '../problem.ts';
import type { Limit, Quota, SpreadProblem } from './types.ts';

/** A quota in the tree that nested quotas are; the root is the number to place. */
export type Room = {
  quota: Quota;
  /** Place of the room around it; −1 for the root. */
  parent: number;
  /** The most that fits: its own maximum and what its parts can take. */
  fits: number;
  /** The least its parts will hold: what is placed, and what their minima still ask for. */
  taken: number;
};

export type Rooms = {
  /** The root first, every room after the one around it. */
  rooms: Room[];
  /** The smallest room around each area. */
  roomOf: Int32Array;
  /** The most each area can take. */
  capacity: Float64Array;
};

/** What a room must hold or can hold at least: `taken` or its minimum. */
export const leastOf = ({ quota, taken }: Room): number => Math.max(quota.min, taken);

/** The most dwellings each area can take by all limits together. */
export function capacityOf(areas: number, limits: readonly Limit[]): Float64Array {
  const capacity = new Float64Array(areas).fill(Infinity);
  for (const { most } of limits)
    for (let i = 0; i < areas; i++) capacity[i] = Math.min(capacity[i]!, most[i]!);
  return capacity;
}

/**
 * The tree of quotas over areas of given capacity, nothing placed. Any total from `leastOf` to `fits` can be had in a
 * room as long as no room of it has `leastOf` above `fits`.
 * @throws ProblemError `bad-parameter` for quotas that overlap in part or are no whole numbers from 0.
 */
export function roomsOf(
  codes: readonly string[],
  dwellings: number,
  capacity: Float64Array,
  quotas: readonly Quota[],
): Rooms {
  const everything: Quota = {
    id: 'dwellings',
    areas: Int32Array.from(codes.keys()),
    min: dwellings,
    max: dwellings,
  };
  const roomOf = new Int32Array(codes.length);
  const rooms: Room[] = [{ quota: everything, parent: -1, fits: 0, taken: 0 }];
  for (const quota of quotas.toSorted((one, other) => other.areas.length - one.areas.length)) {
    checkNumbers(quota);
    const parent = quota.areas.length === 0 ? 0 : roomOf[quota.areas[0]!]!;
    for (const area of quota.areas) {
      if (roomOf[area] !== parent) throw overlap(quota, rooms, roomOf, codes[area]!, area, parent);
      roomOf[area] = rooms.length;
    }
    rooms.push({ quota, parent, fits: 0, taken: 0 });
  }
  for (let area = 0; area < codes.length; area++) rooms[roomOf[area]!]!.fits += capacity[area]!;
  for (const room of rooms.toReversed()) {
    room.fits = Math.min(room.fits, room.quota.max);
    const around = rooms[room.parent];
    if (around === undefined) continue;
    around.fits += room.fits;
    around.taken += leastOf(room);
  }
  return { rooms, roomOf, capacity };
}

/** The rooms of a problem, nothing placed. Errors as `roomsOf`. */
export function emptyRooms({ codes, dwellings, limits, quotas }: SpreadProblem): Rooms {
  return roomsOf(codes, dwellings, capacityOf(codes.length, limits), quotas);
}

/** The room that keeps one more dwelling out of an area, or null where there is place. O(depth of the quotas). */
export function fullRoom({ rooms, roomOf }: Rooms, area: number): Room | null {
  for (let at = roomOf[area]!; at !== -1; at = rooms[at]!.parent) {
    const room = rooms[at]!;
    if (room.taken + 1 > room.fits) return room;
    // What a minimum asks for anyway takes no place from the rooms around it.
    if (room.taken < room.quota.min) return null;
  }
  return null;
}

/** Places one more dwelling in an area that `fullRoom` let through. */
export function place({ rooms, roomOf }: Rooms, area: number): void {
  for (let at = roomOf[area]!; at !== -1; at = rooms[at]!.parent) {
    const room = rooms[at]!;
    room.taken += 1;
    if (room.taken <= room.quota.min) return;
  }
}

/** Places a whole plan. */
export function fillRooms(rooms: Rooms, given: ArrayLike<number>): void {
  for (let area = 0; area < given.length; area++)
    for (let dwelling = 0; dwelling < given[area]!; dwelling++) place(rooms, area);
}

/** Takes back a dwelling that was placed in an area. */
export function take({ rooms, roomOf }: Rooms, area: number): void {
  for (let at = roomOf[area]!; at !== -1; at = rooms[at]!.parent) {
    const room = rooms[at]!;
    room.taken -= 1;
    if (room.taken < room.quota.min) return;
  }
}

/** Whether a dwelling of a plan may go from one area to another, whose own capacity lets it. */
export function canExchange(rooms: Rooms, from: number, to: number): boolean {
  take(rooms, from);
  const fits = fullRoom(rooms, to) === null;
  place(rooms, from);
  return fits;
}

function checkNumbers({ id, min, max }: Quota): void {
  const isCount = (value: number) => value >= 0 && (Number.isInteger(value) || value === Infinity);
  if (isCount(min) && isCount(max) && min !== Infinity) return;
  throw new ProblemError(
    'bad-parameter',
    `Quota ${id} asks for ${min} to ${max} dwellings; give whole numbers from 0 up.`,
    { quota: id },
  );
}

function overlap(
  quota: Quota,
  rooms: readonly Room[],
  roomOf: Int32Array,
  code: string,
  area: number,
  parent: number,
): ProblemError {
  const twice = roomOf[area] === rooms.length;
  const other = rooms[twice ? parent : Math.max(roomOf[area]!, parent)]!.quota.id;
  return new ProblemError(
    'bad-parameter',
    twice
      ? `Quota ${quota.id} names area ${code} twice.`
      : `Quotas ${quota.id} and ${other} overlap in part (area ${code}); a quota must lie wholly within another or beside it.`,
    { quota: quota.id, area: code },
  );
}
