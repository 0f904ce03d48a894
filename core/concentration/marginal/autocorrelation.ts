import { type ShareField, shareField } from './shares.ts';
import { contiguityOfTrial, type Way } from './way.ts';

/** Σ z² once the area has its new share, around the mean of then. */
function squaresThen(squares: number, sum: number, areas: number): number {
  return squares - (sum * sum) / areas;
}

/** Sums over areas with dwellings. */
function sumOver({ inhabited }: ShareField, term: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < inhabited.length; i++) if (inhabited[i] === 1) sum += term(i);
  return sum;
}

/**
 * Moran's I with the weights of an area divided by their number. With L the mean of an area's neighbours and m the mean
 * of all, Σ (p − m)(L − m) = Σ p L − m (Σ p + Σ L) + n₁ m² over the n₁ areas with neighbours: a new share changes the area's own row and those of
 * its neighbours, and a first share also how many neighbours these have.
 */
const moranThen: Way = trial => {
  const field = shareField(trial, contiguityOfTrial(trial).queen);
  const { weights, inhabited, areas, share, around, degree, shareThen, alikeThen } = field;
  const lag = (i: number): number => (degree[i] === 0 ? 0 : around[i]! / degree[i]!);
  const linked = (i: number): number => (degree[i] === 0 ? 0 : 1);
  const products = sumOver(field, i => share[i]! * lag(i));
  const shares = sumOver(field, i => share[i]! * linked(i));
  const lags = sumOver(field, lag);
  const rows = sumOver(field, linked);
  const squares = sumOver(field, i => share[i]! ** 2);
  const sum = sumOver(field, i => share[i]!);
  return i => {
    if (alikeThen(i)) return Number.NaN;
    const isNew = 1 - inhabited[i]!;
    const own = shareThen(i);
    const more = own - share[i]!;
    let p = products + more * lag(i);
    let s = shares + more * linked(i);
    let l = lags + isNew * lag(i);
    let r = rows + isNew * linked(i);
    for (let e = weights.starts[i]!; e < weights.starts[i + 1]!; e++) {
      const j = weights.neighbours[e]!;
      if (inhabited[j] === 0) continue;
      const lagMore = (around[j]! + more) / (degree[j]! + isNew) - lag(j);
      p += share[j]! * lagMore;
      l += lagMore;
      // An area whose first neighbour this is.
      if (degree[j] === 0) {
        s += share[j]!;
        r += 1;
      }
    }
    const n = areas + isNew;
    const mean = (sum + more) / n;
    const together = p - mean * (s + l) + r * mean * mean;
    return ((n / r) * together) / squaresThen(squares + own ** 2 - share[i]! ** 2, sum + more, n);
  };
};

/** Geary's C: the squared gaps of an area and its neighbours, by row. */
const gearyThen: Way = trial => {
  const field = shareField(trial, contiguityOfTrial(trial).queen);
  const { weights, inhabited, areas, share, degree, shareThen, alikeThen } = field;
  /** Σⱼ (own − pⱼ)² over the neighbours of area i. */
  const gapsFrom = (i: number, own: number): number => {
    let gaps = 0;
    for (let e = weights.starts[i]!; e < weights.starts[i + 1]!; e++) {
      const j = weights.neighbours[e]!;
      if (inhabited[j] === 1) gaps += (own - share[j]!) ** 2;
    }
    return gaps;
  };
  const gaps = share.map((own, i) => (inhabited[i] === 1 ? gapsFrom(i, own) : 0));
  const meanGap = (i: number): number => (degree[i] === 0 ? 0 : gaps[i]! / degree[i]!);
  const apart = sumOver(field, meanGap);
  const rows = sumOver(field, i => (degree[i] === 0 ? 0 : 1));
  const squares = sumOver(field, i => share[i]! ** 2);
  const sum = sumOver(field, i => share[i]!);
  return i => {
    if (alikeThen(i)) return Number.NaN;
    const isNew = 1 - inhabited[i]!;
    const own = shareThen(i);
    let a = apart + (degree[i] === 0 ? 0 : gapsFrom(i, own) / degree[i]! - meanGap(i));
    let r = rows + (degree[i] === 0 ? 0 : isNew);
    for (let e = weights.starts[i]!; e < weights.starts[i + 1]!; e++) {
      const j = weights.neighbours[e]!;
      if (inhabited[j] === 0) continue;
      const before = isNew === 1 ? 0 : (share[j]! - share[i]!) ** 2;
      a += (gaps[j]! - before + (share[j]! - own) ** 2) / (degree[j]! + isNew) - meanGap(j);
      if (degree[j] === 0) r += 1;
    }
    const n = areas + isNew;
    const spread = squaresThen(squares + own ** 2 - share[i]! ** 2, sum + own - share[i]!, n);
    return ((n - 1) * a) / (2 * r * spread);
  };
};

/** Getis and Ord's G: only the pairs with the area itself change. Its shares are as they are, not around their mean. */
const getisOrdThen: Way = trial => {
  const field = shareField(trial, contiguityOfTrial(trial).queen);
  const { inhabited, mean, share, around, degree, shareThen, alikeThen } = field;
  const value = (i: number): number => share[i]! + mean;
  const lag = (i: number): number => around[i]! + degree[i]! * mean;
  const near = sumOver(field, i => value(i) * lag(i));
  const sum = sumOver(field, value);
  const squares = sumOver(field, i => value(i) ** 2);
  return i => {
    if (alikeThen(i)) return Number.NaN;
    const before = inhabited[i] === 0 ? 0 : value(i);
    const own = shareThen(i) + mean;
    const all = sum + own - before;
    return (near + 2 * (own - before) * lag(i)) / (all * all - (squares + own ** 2 - before ** 2));
  };
};

export const waysOfAutocorrelation: readonly (readonly [string, Way])[] = [
  ['moran_i', moranThen],
  ['geary_c', gearyThen],
  ['getis_ord_g', getisOrdThen],
];
