import { ProblemError } from '../../problem.ts';
import { randomGenerator, shuffle } from '../../random/generator.ts';
import { type CountsInput, type CountsOptions, type PreparedCounts, prepareCounts } from '../counts.ts';
import { indexById } from '../registry.ts';
import type { Counts, IndexDefinition } from '../types.ts';
import { drawReplicates } from './allocation.ts';
import { chancePart } from './chance-part.ts';
import { checkDraws } from './draws-limit.ts';
import { exactExpectation, hasExactExpectation } from './expectation.ts';
import { checkInference } from './options.ts';
import { type Lack, lackOf } from './ranking.ts';
import { definedDraws, meanOf, permutationP, quantileOf } from './summary.ts';
import { requireWholeCounts } from './whole-counts.ts';

/** The difference first − second of an index of counts. */
export type Comparison = {
  first: number;
  second: number;
  difference: number;
  /** The difference of both values less their bias. */
  corrected: number;
  interval: { level: number; low: number; high: number };
  /** Two-sided, (r + 1)/(n + 1). */
  p: number;
  draws: number;
};

export type ComparisonOptions = { draws: number; seed: number; intervalLevel?: number };

/**
 * Compares two regions. p comes from giving the areas of both to either at random, as many as each has (random
 * labelling; Rey & Sastré-Gutiérrez 2010); the interval from the parametric bootstrap of both. They answer two questions:
 * the interval says how precisely the difference between these very areas is known, p whether other areas of the same kind
 * would have given one as large. Throws ProblemError
 * `undefined-index` where one has no value, `bad-input` for counts that are not whole.
 */
export function compareRegions(
  index: IndexDefinition,
  first: Counts,
  second: Counts,
  options: ComparisonOptions,
): Comparison {
  const size = first.group.length;
  const pooled = {
    group: Float64Array.from([...first.group, ...second.group]),
    total: Float64Array.from([...first.total, ...second.total]),
  };
  const order = Uint32Array.from(pooled.group.keys());
  const pick = (areas: Uint32Array): Counts => ({
    group: Float64Array.from(areas, i => pooled.group[i]!),
    total: Float64Array.from(areas, i => pooled.total[i]!),
  });
  const random = randomGenerator(options.seed);
  return compare(index, first, second, options, () => {
    shuffle(order, random);
    return [pick(order.subarray(0, size)), pick(order.subarray(size))];
  });
}

/** A comparison, and what each of the two is too small in; null where in nothing that is known without more draws. */
export type PairDifference = Comparison & { lacks: [first: Lack | null, second: Lack | null] };

/** `compareRegions` of published counts; further errors as in `prepareCounts` and `indexById`. */
export function differenceBetween(
  id: string,
  first: CountsInput,
  second: CountsInput,
  { clamp = false, ...options }: ComparisonOptions & CountsOptions,
): PairDifference {
  const index = indexById(id);
  const [a, b] = [first, second].map(region => prepareCounts(region, { clamp })) as [
    PreparedCounts,
    PreparedCounts,
  ];
  const comparison = compareRegions(index, a.counts, b.counts, options);
  const lacks = ([a, b] as const).map(({ zones, total, group, counts }, k) => {
    const value = k === 0 ? comparison.first : comparison.second;
    const chance = hasExactExpectation(index)
      ? chancePart(index, counts, { value, expected: exactExpectation(index, counts) })
      : null;
    return lackOf({ zones, dwellings: total, social: group, chance });
  }) as PairDifference['lacks'];
  return { ...comparison, lacks };
}

/**
 * Compares two moments, or two scenarios, of the same areas in the same order. p comes from exchanging an area's
 * two situations or not, at random for each area. Errors as in `compareRegions`; `bad-parameter` where the areas
 * are not as many.
 */
export function compareMoments(
  index: IndexDefinition,
  first: Counts,
  second: Counts,
  options: ComparisonOptions,
): Comparison {
  if (first.group.length !== second.group.length) {
    throw new ProblemError(
      'bad-parameter',
      `The first moment has ${first.group.length} areas and the second ${second.group.length}; give both on the same areas.`,
    );
  }
  const random = randomGenerator(options.seed);
  return compare(index, first, second, options, () => {
    const exchanged = Uint8Array.from(first.group, () => random.below(2));
    const mix = (own: Counts, other: Counts): Counts => ({
      group: own.group.map((x, i) => (exchanged[i] === 1 ? other.group[i]! : x)),
      total: own.total.map((t, i) => (exchanged[i] === 1 ? other.total[i]! : t)),
    });
    return [mix(first, second), mix(second, first)];
  });
}

function compare(
  index: IndexDefinition,
  first: Counts,
  second: Counts,
  { draws, seed, intervalLevel = 0.95 }: ComparisonOptions,
  relabel: () => [Counts, Counts],
): Comparison {
  checkInference({ draws, intervalLevel });
  checkDraws([index], [first.group.length + second.group.length], { draws, intervalLevel });
  requireWholeCounts(first);
  requireWholeCounts(second);
  const measured = (counts: Counts): number => {
    const outcome = index.compute(counts);
    return 'value' in outcome ? outcome.value : Number.NaN;
  };
  const [firstValue, secondValue] = [first, second].map((counts): number => {
    const outcome = index.compute(counts);
    if ('value' in outcome) return outcome.value;
    throw new ProblemError('undefined-index', `${index.id} cannot be compared: ${outcome.reason}.`, {
      reason: outcome.code,
    });
  }) as [number, number];
  const difference = firstValue - secondValue;
  const relabelled = definedDraws(
    Float64Array.from({ length: draws }, () => {
      const [a, b] = relabel();
      return Math.abs(measured(a) - measured(b));
    }),
  );
  const replicate = (counts: Counts, stream: number): Float64Array => {
    const values = new Float64Array(draws);
    let draw = 0;
    drawReplicates(counts, draws, randomGenerator(stream), group => {
      values[draw++] = measured({ group, total: counts.total });
    });
    return values;
  };
  // Streams of their own, so that the two regions are drawn independently.
  const streams = randomGenerator(seed);
  const ofFirst = replicate(first, streams.word());
  const ofSecond = replicate(second, streams.word());
  const replicates = definedDraws(ofFirst.map((value, i) => value - ofSecond[i]!));
  const sorted = replicates.toSorted();
  const mirrored = (p: number): number => 2 * difference - quantileOf(sorted, p);
  return {
    first: firstValue,
    second: secondValue,
    difference,
    corrected: 2 * difference - meanOf(replicates),
    interval: {
      level: intervalLevel,
      low: mirrored((1 + intervalLevel) / 2),
      high: mirrored((1 - intervalLevel) / 2),
    },
    p: permutationP(Math.abs(difference), relabelled, 'higher_is_more_concentrated'),
    draws: relabelled.length,
  };
}
