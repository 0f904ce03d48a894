/**
 * A stream of random numbers that is the same on every machine: 32-bit integer arithmetic only, and no
 * Math.log, Math.exp or Math.sin, whose last bit may differ between platforms.
 */
export type Random = {
  /** Uniform in [0, 1). */
  unit(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** A whole number in [0, below). */
  whole(below: number): number;
  chance(probability: number): boolean;
  /** About standard normal, within ±6: twelve uniforms (Irwin–Hall). */
  normal(): number;
  /** Successes in n draws. */
  binomial(n: number, probability: number): number;
  pick<T>(items: readonly T[]): T;
  /** A new array in random order (Fisher–Yates). */
  shuffled<T>(items: readonly T[]): T[];
};

/** FNV-1a, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Mixes integers into 32 well spread bits (the finaliser of MurmurHash3, Appleby 2011). */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * One stream per purpose, so that drawing one more number for the schools leaves the borders as they are.
 * The generator is mulberry32 (Ettinger 2017).
 */
export function randomStream(seed: number, purpose: string): Random {
  let state = mix(seed ^ hashText(purpose));
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (below: number): number => Math.floor(unit() * below);
  return {
    unit,
    whole,
    between: (low, high) => low + (high - low) * unit(),
    chance: probability => unit() < probability,
    normal: () => {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += unit();
      return sum;
    },
    binomial: (n, probability) => {
      let successes = 0;
      for (let i = 0; i < n; i++) if (unit() < probability) successes++;
      return successes;
    },
    pick: items => items[whole(items.length)]!,
    shuffled: items => {
      const copy = [...items];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = whole(i + 1);
        const swap = copy[i]!;
        copy[i] = copy[j]!;
        copy[j] = swap;
      }
      return copy;
    },
  };
}

/** Smooth noise of the plane, in [−1, 1], with features about `scale` wide and three finer octaves. */
export type Noise = (x: number, y: number) => number;

export function noise(seed: number, purpose: string, scale: number): Noise {
  const base = mix(seed ^ hashText(purpose));
  const lattice = (i: number, j: number, octave: number): number =>
    mix(base ^ Math.imul(i, 0x27d4eb2f) ^ Math.imul(j, 0x165667b1) ^ Math.imul(octave, 0x9e3779b1)) /
      2147483648 -
    1;
  return (x, y) => {
    let sum = 0;
    let amplitude = 0.55;
    let frequency = 1 / scale;
    for (let octave = 0; octave < 4; octave++) {
      const u = x * frequency;
      const v = y * frequency;
      const i = Math.floor(u);
      const j = Math.floor(v);
      const s = (u - i) * (u - i) * (3 - 2 * (u - i));
      const t = (v - j) * (v - j) * (3 - 2 * (v - j));
      const low = lattice(i, j, octave) * (1 - s) + lattice(i + 1, j, octave) * s;
      const high = lattice(i, j + 1, octave) * (1 - s) + lattice(i + 1, j + 1, octave) * s;
      sum += amplitude * (low * (1 - t) + high * t);
      amplitude *= 0.5;
      frequency *= 2;
    }
    return sum;
  };
}
