import { leastOf, type Room, type Rooms } from './rooms.ts';
import type { Allocation, SpreadProblem } from './types.ts';

/** Halvings of the level; more than the digits of a number. */
const HALVINGS = 200;

/**
 * The plan that fractions of dwellings would allow: every area is filled up to one level of social dwellings for each
 * other dwelling, as far as capacities and quotas let it. Under nested quotas it makes every sum Σ y φ(x/y) with convex
 * φ smallest at once (lexicographically optimal base of a polymatroid, Fujishige 1980), so its Lorenz curve lies above
 * that of every whole plan, and no whole plan has a lower Gini coefficient.
 */
export function waterLevel(problem: SpreadProblem, { rooms, roomOf, capacity }: Rooms): Allocation {
  const { group, total } = problem;
  const given = new Float64Array(group.length);
  const own: number[][] = rooms.map(() => []);
  for (let area = 0; area < group.length; area++) own[roomOf[area]!]!.push(area);
  const parts: number[][] = rooms.map(() => []);
  rooms.forEach(({ parent }, at) => {
    if (parent !== -1) parts[parent]!.push(at);
  });
  const atLevel = (area: number, level: number): number => {
    const other = total[area]! - group[area]!;
    // An area without others is above every level; it is filled when nothing else can be.
    const wanted = other > 0 ? level * other - group[area]! : 0;
    return Math.min(capacity[area]!, Math.max(0, wanted));
  };
  const within = ({ quota, fits }: Room, wanted: number) => Math.min(fits, Math.max(quota.min, wanted));
  const held = (at: number, level: number): number => {
    let sum = 0;
    for (const area of own[at]!) sum += atLevel(area, level);
    for (const part of parts[at]!) sum += within(rooms[part]!, held(part, level));
    return sum;
  };
  const fill = (at: number, dwellings: number): void => {
    const level = levelOf(value => held(at, value), dwellings);
    for (const area of own[at]!) given[area] = atLevel(area, level);
    let missing = dwellings;
    for (const area of own[at]!) missing -= given[area]!;
    for (const part of parts[at]!) {
      const share = within(rooms[part]!, held(part, level));
      missing -= share;
      fill(part, share);
    }
    spreadRest(own[at]!, missing);
  };
  /** What no level of the areas with others can hold goes to those without; among these Σ y φ(x/y) sees no difference. */
  const spreadRest = (areas: readonly number[], missing: number): void => {
    let left = missing;
    for (const area of areas) {
      if (left <= 1e-9) return;
      if (total[area]! > group[area]!) continue;
      const more = Math.min(capacity[area]! - given[area]!, left);
      given[area]! += more;
      left -= more;
    }
  };
  fill(0, Math.max(leastOf(rooms[0]!), 0));
  return given;
}

/** The level at which so much is held; `held` rises with the level. */
function levelOf(held: (level: number) => number, dwellings: number): number {
  let low = 0;
  let high = 1;
  while (held(high) < dwellings && high < 1e300) high *= 4;
  for (let step = 0; step < HALVINGS && low < high; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (held(middle) < dwellings) low = middle;
    else high = middle;
  }
  return high;
}
