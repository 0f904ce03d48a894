import type { Points } from './distances.ts';
import type { Joined } from './network/attach.ts';
import { spreadPeople } from './population/spread.ts';

/** Areas and the points where their people are taken to live: those of area a are `starts[a]` up to `starts[a + 1]`. */
export type SettledAreas = {
  points: Points;
  starts: Int32Array;
  /** Part of an area's people at each point is this over the sum of its area. */
  weight: Float64Array;
  /** Where each point joins the walking network; left out where there is none, or nobody looked yet. */
  joined?: Joined | null;
};

/** Children of areas: all, and the part in families that score as deprived (0–1, NaN where it is not known). */
export type AreaChildren = { all: Float64Array; deprivedShare: Float64Array | null };

/** Children at points, in fractions, and the two parts of them where the child-poverty index is known. */
export type Children = {
  all: Float64Array;
  /** Children in families that score as deprived: children × index; nobody where the index is not known. Null without an index. */
  deprived: Float64Array | null;
  /** The other children where the index is known. */
  others: Float64Array | null;
};
export const CHILD_GROUPS = ['all', 'deprived', 'others'] as const;
export type ChildGroup = (typeof CHILD_GROUPS)[number];

/** Spreads the children of areas over their points; areas without a number have nobody. */
export function settledChildren(settled: SettledAreas, { all, deprivedShare }: AreaChildren): Children {
  const spread = (column: Float64Array) => spreadPeople(column, settled, 'fractions').people;
  if (deprivedShare === null) return { all: spread(all), deprived: null, others: null };
  return {
    all: spread(all),
    deprived: spread(all.map((children, area) => children * deprivedShare[area]!)),
    others: spread(all.map((children, area) => children * (1 - deprivedShare[area]!))),
  };
}

/** For each point what is told of its area. */
export function perPoint({ starts }: Pick<SettledAreas, 'starts'>, ofArea: Int32Array): Int32Array {
  const column = new Int32Array(starts.at(-1)!);
  for (let area = 0; area + 1 < starts.length; area++)
    column.fill(ofArea[area]!, starts[area]!, starts[area + 1]!);
  return column;
}

/** Areas whose people are all taken to live at one point. */
export const settledAtPoints = ({ lon, lat }: Points): SettledAreas => ({
  points: { lon, lat },
  starts: Int32Array.from({ length: lon.length + 1 }, (_, area) => area),
  weight: new Float64Array(lon.length).fill(1),
});

const lastScopes = new WeakMap<SettledAreas, { areas: Int32Array; within: SettledAreas }>();

/** As `settledWithin`; asked of the same areas again it is the same object, so that what is looked up for its points stays. */
export function settledOnce(settled: SettledAreas, areas: Int32Array): SettledAreas {
  const last = lastScopes.get(settled);
  const same = last?.areas.length === areas.length && areas.every((area, k) => area === last.areas[k]);
  if (last !== undefined && same) return last.within;
  const within = settledWithin(settled, areas);
  lastScopes.set(settled, { areas: areas.slice(), within });
  return within;
}

/** The same areas, of which only those at the positions given. */
export function settledWithin(settled: SettledAreas, areas: Int32Array): SettledAreas {
  const { points, starts, weight, joined } = settled;
  const kept = new Int32Array(areas.length + 1);
  areas.forEach((area, k) => {
    kept[k + 1] = kept[k]! + starts[area + 1]! - starts[area]!;
  });
  const put = <Column extends Float64Array | Int32Array>(column: Column, cells: Column): Column => {
    areas.forEach((area, k) => {
      cells.set(column.subarray(starts[area]!, starts[area + 1]!), kept[k]!);
    });
    return cells;
  };
  const within = (column: Float64Array) => put(column, new Float64Array(kept.at(-1)!));
  return {
    points: { lon: within(points.lon), lat: within(points.lat) },
    starts: kept,
    weight: within(weight),
    joined: joined && {
      edge: put(joined.edge, new Int32Array(kept.at(-1)!)),
      along: within(joined.along),
      off: within(joined.off),
      lon: within(joined.lon),
      lat: within(joined.lat),
    },
  };
}
