/**
 * The probabilities of a distribution on consecutive whole numbers from `from` on, with everything left out
 * that is below 1e-18 of the likeliest outcome; they add up to 1.
 */
export type Masses = { from: number; mass: Float64Array };

/**
 * Masses of a distribution with one peak, by going outward from `mode` with the ratio of neighbouring
 * probabilities `ratio(k)` = P(k + 1) / P(k) on the whole numbers `low` to `high`; no factorials are needed.
 */
export function massesFromRatio(
  low: number,
  high: number,
  mode: number,
  ratio: (k: number) => number,
): Masses {
  const up = [1];
  for (let k = mode, mass = 1; k < high; k++) {
    mass *= ratio(k);
    if (mass < NEGLIGIBLE) break;
    up.push(mass);
  }
  const down: number[] = [];
  for (let k = mode, mass = 1; k > low; k--) {
    mass /= ratio(k - 1);
    if (mass < NEGLIGIBLE) break;
    down.push(mass);
  }
  const mass = Float64Array.from([...down.reverse(), ...up]);
  let sum = 0;
  for (const each of mass) sum += each;
  return { from: mode - down.length, mass: mass.map(each => each / sum) };
}

const NEGLIGIBLE = 1e-18;

/** Number of successes in `trials` with probability `chance` each. */
export function binomialMasses(trials: number, chance: number): Masses {
  if (trials === 0 || chance <= 0) return { from: 0, mass: Float64Array.of(1) };
  if (chance >= 1) return { from: trials, mass: Float64Array.of(1) };
  const odds = chance / (1 - chance);
  const mode = Math.min(trials, Math.floor((trials + 1) * chance));
  return massesFromRatio(0, trials, mode, k => ((trials - k) / (k + 1)) * odds);
}

/** Number of marked ones among `draws` drawn without replacement from `population`, of which `marked` are. */
export function hypergeometricMasses(population: number, marked: number, draws: number): Masses {
  const low = Math.max(0, draws + marked - population);
  const high = Math.min(draws, marked);
  const likeliest = Math.floor(((draws + 1) * (marked + 1)) / (population + 2));
  const mode = Math.min(high, Math.max(low, likeliest));
  return massesFromRatio(
    low,
    high,
    mode,
    k => ((marked - k) / (k + 1)) * ((draws - k) / (population - marked - draws + k + 1)),
  );
}

/** A table from which a number is drawn in constant time. */
export type DrawingTable = { from: number; threshold: Float64Array; alias: Uint32Array };

/** Alias table of masses (Walker 1977; built as in Vose 1991). */
export function drawingTable({ from, mass }: Masses): DrawingTable {
  const size = mass.length;
  const threshold = Float64Array.from(mass, each => each * size);
  const alias = Uint32Array.from(mass.keys());
  const small: number[] = [];
  const large: number[] = [];
  threshold.forEach((scaled, k) => {
    (scaled < 1 ? small : large).push(k);
  });
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop()!;
    const rich = large[large.length - 1]!;
    alias[poor] = rich;
    threshold[rich] = threshold[rich]! - (1 - threshold[poor]!);
    if (threshold[rich]! < 1) {
      large.pop();
      small.push(rich);
    }
  }
  // What is left over differs from 1 by rounding alone.
  for (const k of [...small, ...large]) threshold[k] = 1;
  return { from, threshold, alias };
}

/** The number of a table at a uniform random number in [0, 1). */
export function drawFrom({ from, threshold, alias }: DrawingTable, uniform: number): number {
  const scaled = uniform * threshold.length;
  const cell = Math.floor(scaled);
  return from + (scaled - cell < threshold[cell]! ? cell : alias[cell]!);
}
