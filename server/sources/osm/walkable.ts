import type { EdgeKind } from '../../../core/access/network/types.ts';
import { type WayRules, walkableWays } from '../../../data/walkable-ways.ts';
import type { OsmTags } from '../../readers/osm/elements.ts';

/** How a way is walked; `direction` 1 and −1 are with and against its own direction only. */
export type Walkable = { kind: EdgeKind; direction: 0 | 1 | -1 };

/** Whether a way can be walked, by its tags; null where it cannot. What `foot` says goes before what `access` says. */
export function walkable(tags: OsmTags | null, rules: WayRules = walkableWays): Walkable | null {
  if (tags === null) return null;
  const { highway, foot, access } = tags;
  if (highway !== undefined && rules.never.includes(highway)) return null;
  const opened = foot !== undefined && rules.open.includes(foot);
  if (foot !== undefined && rules.closed.includes(foot)) return null;
  if (!opened && access !== undefined && rules.closed.includes(access)) return null;
  const kind = kindOf(tags, opened, rules);
  return kind === null ? null : { kind, direction: directionOf(tags, rules) };
}

function kindOf(tags: OsmTags, opened: boolean, rules: WayRules): EdgeKind | null {
  const { highway } = tags;
  const fits = ({ key, values }: { key: string; values: readonly string[] }): boolean =>
    values.includes(tags[key] ?? '');
  if (highway === undefined) return rules.besides.find(fits)?.kind ?? null;
  const own = Object.hasOwn(rules.highways, highway) ? rules.highways[highway] : undefined;
  const byFoot =
    opened && Object.hasOwn(rules.onlyWithFoot, highway) ? rules.onlyWithFoot[highway] : undefined;
  const kind = own ?? byFoot ?? (opened ? 'path' : undefined);
  if (kind === undefined) return null;
  return rules.kinds.find(fits)?.kind ?? kind;
}

function directionOf(tags: OsmTags, { forward, backward }: WayRules): Walkable['direction'] {
  if (forward.some(([key, value]) => tags[key] === value)) return 1;
  return backward.some(([key, value]) => tags[key] === value) ? -1 : 0;
}

/** Whether nobody gets past a node on foot, such as a gate that is private. */
export function blocksWalking(tags: OsmTags | null, { open, closed }: WayRules = walkableWays): boolean {
  if (tags?.barrier === undefined) return false;
  const { foot, access, locked } = tags;
  if (foot !== undefined) return closed.includes(foot);
  if (access !== undefined && closed.includes(access)) return true;
  return locked === 'yes' && !(access !== undefined && open.includes(access));
}
