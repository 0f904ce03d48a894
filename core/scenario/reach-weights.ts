import type { Points } from '../access/distances.ts';
import { type Newcomers, sitePoints } from '../access/population/new-children.ts';
import { spreadPeople } from '../access/population/spread.ts';
import type { ReachModel } from '../access/reach.ts';
import { type SettledAreas, settledChildren } from '../access/settled.ts';
import type { Measured } from './reach-measure.ts';

/** Who lives at the points of a scope now. */
export type Lived = {
  /** Children where they are known, else dwellings. */
  weights: Float64Array;
  weighedBy: 'children' | 'dwellings';
  /** Areas without a number of children. */
  areasWithout: number;
  /** Null where children or their index are not known. */
  deprived: { children: Float64Array; others: Float64Array; areasWithout: number } | null;
};

/** @param children @param dwellings @param poverty columns over the areas that are settled */
export function livedAt(
  settled: SettledAreas,
  children: Float64Array | null,
  dwellings: Float64Array,
  poverty: Float64Array | null,
): Lived {
  if (children === null || children.every(Number.isNaN)) {
    const { people } = spreadPeople(dwellings, settled, 'fractions');
    return { weights: people, weighedBy: 'dwellings', areasWithout: 0, deprived: null };
  }
  const known = poverty?.some(index => !Number.isNaN(index)) ? poverty : null;
  const { all, deprived, others } = settledChildren(settled, { all: children, deprivedShare: known });
  return {
    weights: all,
    weighedBy: 'children',
    areasWithout: children.filter(Number.isNaN).length,
    deprived: known && {
      children: deprived!,
      others: others!,
      areasWithout: children.filter((each, k) => each > 0 && Number.isNaN(known[k])).length,
    },
  };
}

/** People within reach, and all of them. */
export type Counted = { within: number; all: number };

export const shareOf = ({ within, all }: Counted): number | null => (all > 0 ? within / all : null);
export const together = (one: Counted, other: Counted): Counted => ({
  within: one.within + other.within,
  all: one.all + other.all,
});

export function countWithin(weights: Float64Array, metres: Float64Array, withinM: number): Counted {
  const counted = { within: 0, all: 0 };
  for (let i = 0; i < weights.length; i++) {
    counted.all += weights[i]!;
    if (metres[i]! <= withinM) counted.within += weights[i]!;
  }
  return counted;
}

/** Part of an area that lies within reach, by the weights of its points. */
export function partOfArea(
  { starts, weight }: SettledAreas,
  area: number,
  metres: Float64Array,
  withinM: number,
): number {
  const points = [starts[area]!, starts[area + 1]!] as const;
  const { within, all } = countWithin(weight.subarray(...points), metres.subarray(...points), withinM);
  return all > 0 ? within / all : 0;
}

/** Part of those who come to live in an area, or on a site, within reach after the edits. */
export function partOfNewcomers(
  { area, site }: Newcomers,
  settled: SettledAreas,
  measured: Measured,
  modelAt: (points: Points) => ReachModel,
  withinM: number,
): number {
  if (site === null) return partOfArea(settled, area, measured.after, withinM);
  const points = sitePoints(site);
  const metres = measured.from(points, modelAt(points));
  return metres.length === 0 ? 0 : metres.filter(each => each <= withinM).length / metres.length;
}

/**
 * Social dwellings that are added, of whom within reach: those of a drawn site where it lies, the others over their area.
 * Demolition in the same area takes from both alike.
 */
export function newDwellingsWithin(
  added: Float64Array,
  newcomers: readonly (Newcomers & { part: number })[],
  partIn: (area: number) => number,
): Counted {
  const onSites = new Map<number, Counted>();
  for (const { area, site, dwellings, part } of newcomers) {
    if (site === null) continue;
    const before = onSites.get(area) ?? { within: 0, all: 0 };
    onSites.set(area, together(before, { within: dwellings * part, all: dwellings }));
  }
  const counted = { within: 0, all: 0 };
  added.forEach((dwellings, area) => {
    if (!(dwellings > 0)) return;
    const sites = onSites.get(area) ?? { within: 0, all: 0 };
    const left = sites.all > 0 ? Math.min(1, dwellings / sites.all) : 0;
    const elsewhere = Math.max(0, dwellings - sites.all);
    counted.all += dwellings;
    counted.within += left * sites.within + (elsewhere > 0 ? elsewhere * partIn(area) : 0);
  });
  return counted;
}
