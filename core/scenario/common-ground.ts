import type { ScenarioBaseline } from './document.ts';

/** What two scenarios must share before their numbers may stand beside each other. */
const SHARED = ['region', 'level', 'vintage', 'areasHash', 'indicator', 'year'] as const;

export type GroundDifference = (typeof SHARED)[number];

/** What was taken from the second for both: counts of another release, or another part of the region. */
export type Brought = 'release' | 'scope';

export type CommonGround = { ground: ScenarioBaseline; brought: Brought[] } | { refused: GroundDifference[] };

const sameScope = (one: ScenarioBaseline['scope'], other: ScenarioBaseline['scope']): boolean =>
  one === other || (one?.level === other?.level && one?.code === other?.code);

/**
 * The ground on which two scenarios can be compared: that of the second. Its release and scope are taken for both, as
 * edits name areas that are the same polygons in either; what was brought over is told. Scenarios on another region,
 * level, boundaries, indicator or year are refused: their edits would be laid over counts they were not made for.
 */
export function commonGround(first: ScenarioBaseline, second: ScenarioBaseline): CommonGround {
  const refused = SHARED.filter(name => first[name] !== second[name]);
  if (refused.length > 0) return { refused };
  const brought: Brought[] = [];
  if (first.release !== second.release) brought.push('release');
  if (!sameScope(first.scope, second.scope)) brought.push('scope');
  return { ground: second, brought };
}
