import { ProblemError } from '../problem.ts';

/** A stream of random numbers that is the same on every machine for the same seed. */
export type RandomGenerator = {
  /** A whole number from 0 up to 2³² − 1. */
  word: () => number;
  /** A number in [0, 1) with 53 random bits. */
  uniform: () => number;
  /** A whole number from 0 up to `limit` − 1; `limit` at most 2³². */
  below: (limit: number) => number;
  /** Fills a column with `uniform` numbers, several times as fast as one by one. */
  fill: (column: Float64Array) => void;
};

/**
 * xoshiro128** 1.1 (Blackman & Vigna 2021, "Scrambled linear pseudorandom number generators", ACM Transactions
 * on Mathematical Software 47), its state filled by splitmix32 from the seed. ProblemError `bad-parameter`
 * unless the seed is a whole number from 0 up to 2⁵³ − 1.
 */
export function randomGenerator(seed: number): RandomGenerator {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new ProblemError('bad-parameter', `Seed ${seed} is not a whole number from 0 up to 2^53 - 1.`, {
      seed,
    });
  }
  let filler = (seed ^ Math.imul(Math.floor(seed / 2 ** 32), 0x9e3779b9)) | 0;
  const fill = (): number => {
    filler = (filler + 0x9e3779b9) | 0;
    let word = Math.imul(filler ^ (filler >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return word ^ (word >>> 16);
  };
  // A typed array, because words above 2³⁰ in variables of a closure would each be an object.
  const state = Uint32Array.of(fill(), fill(), fill(), fill());
  const word = (): number => {
    const s1 = state[1]!;
    const scrambled = Math.imul(s1, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const s2 = state[2]! ^ state[0]!;
    const s3 = state[3]! ^ s1;
    state[1] = s1 ^ s2;
    state[0] = state[0]! ^ s3;
    state[2] = s2 ^ (s1 << 9);
    state[3] = (s3 << 11) | (s3 >>> 21);
    return result;
  };
  const uniform = (): number => ((word() >>> 5) * 2 ** 26 + (word() >>> 6)) * 2 ** -53;
  const fillColumn = (column: Float64Array): void => {
    let s0 = state[0]! | 0;
    let s1 = state[1]! | 0;
    let s2 = state[2]! | 0;
    let s3 = state[3]! | 0;
    let high = 0;
    for (let k = 0; k < 2 * column.length; k++) {
      const scrambled = Math.imul(s1, 5);
      const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
      const shifted = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = (s3 << 11) | (s3 >>> 21);
      if ((k & 1) === 0) high = result >>> 5;
      else column[k >> 1] = (high * 2 ** 26 + (result >>> 6)) * 2 ** -53;
    }
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
  };
  return { word, uniform, below: limit => Math.floor(uniform() * limit), fill: fillColumn };
}

/** Puts the first `count` cells of `items` in random order, drawn from all of them (Fisher & Yates 1938). */
export function shuffle(items: Uint32Array, random: RandomGenerator, count: number = items.length): void {
  const last = Math.min(count, items.length - 1);
  for (let i = 0; i < last; i++) {
    const j = i + random.below(items.length - i);
    const held = items[i]!;
    items[i] = items[j]!;
    items[j] = held;
  }
}
