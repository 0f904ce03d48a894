/** Smallest numbers on which a region may be ranked, and the most that chance may have in its value. */
export type RankingMinima = { zones: number; dwellings: number; social: number; chance: number };

/** Below these a value says more about chance than about the region. */
export const RANKING_MINIMA: RankingMinima = { zones: 10, dwellings: 1000, social: 50, chance: 1 / 3 };

export type RankingEntry = {
  id: string;
  zones: number;
  dwellings: number;
  social: number;
  value: number;
  /**
   * Expected value under chance over the raw value; null for an index that is not 0 in an even spread. Where chance is a
   * large part of a value the correction takes only some of it away.
   */
  chance: number | null;
  interval: { low: number; high: number };
};

export type RankedEntry = {
  id: string;
  /** The best and the worst place the intervals leave open, 1 being the highest value. */
  best: number;
  worst: number;
  /** Ids of the entries whose intervals overlap, which are not told apart. */
  tiedWith: string[];
};

export type Ranking = {
  /** From the highest value to the lowest. */
  ranked: RankedEntry[];
  /** Left out, and what there was too little of, or too much (`chance`). */
  refused: { id: string; lacks: keyof RankingMinima; has: number; needs: number }[];
};

/**
 * Ranks regions as far as their intervals tell them apart. Regions below a minimum are left out with the reason;
 * nobody is ranked where fewer than two are left.
 */
export function rankRegions(
  entries: readonly RankingEntry[],
  minima: RankingMinima = RANKING_MINIMA,
): Ranking {
  const lacking = (entry: RankingEntry): keyof RankingMinima | undefined =>
    (['zones', 'dwellings', 'social'] as const).find(what => entry[what] < minima[what]) ??
    (entry.chance !== null && entry.chance > minima.chance ? 'chance' : undefined);
  const refused = entries.flatMap(entry => {
    const lacks = lacking(entry);
    return lacks ? [{ id: entry.id, lacks, has: entry[lacks] ?? 0, needs: minima[lacks] }] : [];
  });
  const kept = entries.filter(entry => !lacking(entry)).toSorted((a, b) => b.value - a.value);
  if (kept.length < 2) return { ranked: [], refused };
  const ranked = kept.map(({ id, interval }): RankedEntry => {
    const others = kept.filter(other => other.id !== id);
    const surelyAbove = others.filter(other => other.interval.low > interval.high).length;
    const surelyBelow = others.filter(other => other.interval.high < interval.low).length;
    return {
      id,
      best: surelyAbove + 1,
      worst: kept.length - surelyBelow,
      tiedWith: others
        .filter(other => other.interval.low <= interval.high && other.interval.high >= interval.low)
        .map(other => other.id),
    };
  });
  return { ranked, refused };
}
