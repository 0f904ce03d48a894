/** Places numbers of a domain on a length, linearly; a domain without width lands in the middle. */
export function linearScale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): (value: number) => number {
  const width = high - low;
  return value => (width === 0 ? (from + to) / 2 : from + ((value - low) / width) * (to - from));
}

/** Steps of 1, 2 or 5 times a power of ten that divide a width in about `count` parts. */
function stepOf(width: number, count: number): number {
  const rough = width / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5].find(one => one * power >= rough) ?? 10;
  return step * power;
}

export type Axis = { domain: readonly [number, number]; ticks: readonly number[]; step: number };

/** An axis around the values that ends on round numbers; values that are not there do not count. */
export function axisAround(values: readonly number[], count = 5, keep: readonly number[] = []): Axis {
  const known = [...values, ...keep].filter(Number.isFinite);
  const low = known.length === 0 ? 0 : Math.min(...known);
  const high = known.length === 0 ? 1 : Math.max(...known);
  const step = stepOf(high > low ? high - low : Math.abs(high) || 1, count);
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  const to = last > first ? last : first + 1;
  const ticks = Array.from({ length: to - first + 1 }, (_, k) =>
    Number(((first + k) * step).toPrecision(12)),
  );
  return { domain: [ticks[0]!, ticks.at(-1)!], ticks, step };
}

/** Decimals that tell the ticks of an axis apart. */
export const decimalsOf = (step: number) => Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
