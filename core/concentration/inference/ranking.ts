/** Smallest numbers on which a region may be ranked, and the most that chance may have in its value. */
export type RankingMinima = { zones: number; dwellings: number; social: number; chance: number };

/** Below these a value says more about chance than about the region. */
export const RANKING_MINIMA: RankingMinima = { zones: 10, dwellings: 1000, social: 50, chance: 1 / 3 };

/** What a region has too little of to be ranked, or too much (`chance`). */
export type Lack = { lacks: keyof RankingMinima; has: number; needs: number };

/**
 * What a region lacks, null where it is large enough. `chance` as from `chancePart`: where that is a large part of a
 * value, the correction takes only some of it away and the interval is too narrow.
 */
export function lackOf(
  region: { zones: number; dwellings: number; social: number; chance: number | null },
  minima: RankingMinima = RANKING_MINIMA,
): Lack | null {
  const small = (['zones', 'dwellings', 'social'] as const).find(what => region[what] < minima[what]);
  if (small !== undefined) return { lacks: small, has: region[small], needs: minima[small] };
  if (region.chance === null || region.chance <= minima.chance) return null;
  return { lacks: 'chance', has: region.chance, needs: minima.chance };
}

export type RankingEntry = {
  id: string;
  value: number;
  interval: { low: number; high: number };
  lack: Lack | null;
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
  /** Left out, and what each lacks. */
  refused: (Lack & { id: string })[];
};

/**
 * Ranks regions as far as their intervals tell them apart. Regions that lack something are left out with the reason;
 * nobody is ranked where fewer than two are left.
 */
export function rankRegions(entries: readonly RankingEntry[]): Ranking {
  const refused = entries.flatMap(({ id, lack }) => (lack === null ? [] : [{ id, ...lack }]));
  const kept = entries.filter(entry => entry.lack === null).toSorted((a, b) => b.value - a.value);
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
