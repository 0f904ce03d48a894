import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../core/problem.ts';
import { randomGenerator, shuffle } from '../../../core/random/generator.ts';

describe('random numbers', () => {
  it('are the same for the same seed and others for another', () => {
    const words = (seed: number): number[] => {
      const random = randomGenerator(seed);
      return Array.from({ length: 5 }, () => random.word());
    };
    expect(words(42)).toEqual(words(42));
    expect(words(42)).not.toEqual(words(43));
    expect(words(2 ** 40)).not.toEqual(words(0));
  });

  it('follow the recurrence of xoshiro128** (Blackman & Vigna 2021)', () => {
    // The authors' algorithm in BigInt, from the state that the generator shows through its first outputs' law:
    // with s1 = 1 and all else 0 the first output is rotl(1 · 5, 7) · 9 = 5760.
    const mask = 0xffffffffn;
    const rotl = (x: bigint, k: bigint): bigint => ((x << k) | (x >> (32n - k))) & mask;
    expect((rotl(5n, 7n) * 9n) & mask).toBe(5760n);
    const state = seedState(7);
    const random = randomGenerator(7);
    for (let i = 0; i < 1000; i++) {
      const expected = (rotl((state[1]! * 5n) & mask, 7n) * 9n) & mask;
      const t = (state[1]! << 9n) & mask;
      state[2]! ^= state[0]!;
      state[3]! ^= state[1]!;
      state[1]! ^= state[2]!;
      state[0]! ^= state[3]!;
      state[2]! ^= t;
      state[3] = rotl(state[3]!, 11n);
      expect(BigInt(random.word())).toBe(expected);
    }
  });

  it('a filled column goes on where single numbers stopped', () => {
    const [one, other] = [randomGenerator(3), randomGenerator(3)];
    const column = new Float64Array(7);
    one.uniform();
    one.fill(column);
    const single = Float64Array.from({ length: 9 }, () => other.uniform());
    expect(column).toEqual(single.subarray(1, 8));
    expect(one.uniform()).toBe(single[8]);
  });

  it('are even over [0, 1): mean ½, variance 1/12, no cell of ten out of line', () => {
    const random = randomGenerator(1);
    const draws = 200_000;
    const cells = new Float64Array(10);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < draws; i++) {
      const u = random.uniform();
      sum += u;
      squares += u * u;
      cells[Math.floor(u * 10)]!++;
    }
    expect(Math.abs(sum / draws - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / draws));
    expect(Math.abs(squares / draws - 1 / 3)).toBeLessThan(0.004);
    const chi2 = cells.reduce((all, seen) => all + (seen - draws / 10) ** 2 / (draws / 10), 0);
    // The 0.999 quantile of χ² with 9 degrees of freedom.
    expect(chi2).toBeLessThan(27.88);
  });

  it('every order of three things comes equally often', () => {
    const random = randomGenerator(5);
    const seen = new Map<string, number>();
    for (let i = 0; i < 60_000; i++) {
      const things = Uint32Array.of(0, 1, 2);
      shuffle(things, random);
      seen.set(things.join(''), (seen.get(things.join('')) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const times of seen.values()) expect(Math.abs(times - 10_000)).toBeLessThan(400);
  });

  it('a seed that is no whole number from 0 is refused', () => {
    for (const seed of [-1, 1.5, Number.NaN, 2 ** 53]) {
      expect(() => randomGenerator(seed)).toThrow(ProblemError);
    }
  });
});

/** splitmix32 in BigInt: the state that a seed below 2³² stands for. */
function seedState(seed: number): bigint[] {
  const mask = 0xffffffffn;
  let filler = BigInt(seed);
  return Array.from({ length: 4 }, () => {
    filler = (filler + 0x9e3779b9n) & mask;
    let word = ((filler ^ (filler >> 16n)) * 0x85ebca6bn) & mask;
    word = ((word ^ (word >> 13n)) * 0xc2b2ae35n) & mask;
    return word ^ (word >> 16n);
  });
}
