import type { SpatialWeights } from '../../areas/weights.ts';
import type { Trial } from './way.ts';

/** Shares of areas and what their neighbours hold, of which adding dwellings in one area changes little. */
export type ShareField = {
  /** Who touches whom, both ways. */
  weights: SpatialWeights;
  /** 1 for an area with dwellings; only these have a share and count as neighbours. */
  inhabited: Uint8Array;
  areas: number;
  /** Share of social dwellings less the mean share; 0 where there are no dwellings. */
  share: Float64Array;
  mean: number;
  /** Sum over the neighbours, and how many they are. */
  around: Float64Array;
  degree: Uint32Array;
  /** The share of an area, less the mean of now, once it got the dwellings. */
  shareThen: (i: number) => number;
  /** Whether all areas have the same share then, so that nothing varies. */
  alikeThen: (i: number) => boolean;
};

/** Shares less their mean, so that little is lost where squares are subtracted. */
export function shareField({ counts, dwellings }: Trial, weights: SpatialWeights): ShareField {
  const { group, total } = counts;
  const size = group.length;
  const inhabited = Uint8Array.from(total, all => (all > 0 ? 1 : 0));
  const raw = group.map((x, i) => (inhabited[i] === 1 ? x / total[i]! : Number.NaN));
  let areas = 0;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    if (inhabited[i] === 0) continue;
    areas++;
    sum += raw[i]!;
  }
  const mean = sum / areas;
  const share = raw.map(each => (Number.isNaN(each) ? 0 : each - mean));
  const around = new Float64Array(size);
  const degree = new Uint32Array(size);
  for (let i = 0; i < size; i++) {
    for (let e = weights.starts[i]!; e < weights.starts[i + 1]!; e++) {
      const j = weights.neighbours[e]!;
      around[i]! += share[j]!;
      degree[i]! += inhabited[j]!;
    }
  }
  const rawThen = (i: number) => (group[i]! + dwellings) / (total[i]! + dwellings);
  return {
    weights,
    inhabited,
    areas,
    share,
    mean,
    around,
    degree,
    shareThen: i => rawThen(i) - mean,
    alikeThen: likeness(raw, inhabited, areas, rawThen),
  };
}

/** All are alike when the others have the share that the area gets: one of the first two areas says which that is. */
function likeness(
  raw: Float64Array,
  inhabited: Uint8Array,
  areas: number,
  rawThen: (i: number) => number,
): (i: number) => boolean {
  const first = inhabited.indexOf(1);
  const second = inhabited.indexOf(1, first + 1);
  const withShare = (at: number): number => raw.reduce((sum, each) => sum + (each === raw[at] ? 1 : 0), 0);
  const sharers = [withShare(first), withShare(second)] as const;
  return i => {
    const share = raw[i === first ? second : first];
    const others = areas - inhabited[i]!;
    if (rawThen(i) !== share) return others === 0;
    return sharers[i === first ? 1 : 0] - (raw[i] === share ? 1 : 0) === others;
  };
}
