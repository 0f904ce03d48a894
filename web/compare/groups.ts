import type { RankedEntry } from '../../core/concentration/inference/ranking.ts';

/** Regions that follow each other without a gap between their intervals: within one, the order says nothing sure. */
export type RankGroup = { best: number; worst: number; entries: RankedEntry[] };

/**
 * Splits a ranking where everything above surely lies above everything below. A group of one is a place of its
 * own; a larger one is a chain of overlapping intervals.
 */
export function rankGroups(ranked: readonly RankedEntry[]): RankGroup[] {
  const groups: RankGroup[] = [];
  ranked.forEach((entry, place) => {
    const group = groups.at(-1);
    // Everything from here on is surely below what came before when no place here can be higher than this one.
    const apart = ranked.slice(place).every(later => later.best > place);
    if (group === undefined || apart) groups.push({ best: entry.best, worst: entry.worst, entries: [entry] });
    else {
      group.entries.push(entry);
      group.worst = Math.max(group.worst, entry.worst);
    }
  });
  return groups;
}
