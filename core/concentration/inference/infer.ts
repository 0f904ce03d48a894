import { ProblemError } from '../../problem.ts';
import { type RandomGenerator, randomGenerator, shuffle } from '../../random/generator.ts';
import { type PopulatedSpace, withCounts } from '../space.ts';
import { type AnyIndex, anyIndexById, computeIndex, isSpatial } from '../spatial-registry.ts';
import type { Counts } from '../types.ts';
import { drawAllocations, drawReplicates } from './allocation.ts';
import { checkDraws, nearPart } from './draws-limit.ts';
import { exactExpectation, hasExactExpectation } from './expectation.ts';
import { checkInference } from './options.ts';
import {
  definedDraws,
  type Inference,
  meanOf,
  mirrorReplicates,
  type NullModel,
  permutationP,
} from './summary.ts';
import { requireWholeCounts } from './whole-counts.ts';

export type InferenceOptions = {
  /** Draws of chance, and as many of the bootstrap. */
  draws: number;
  seed: number;
  /** What is left to chance; `places` for spatial and `allocation` for other indices where it is not said. */
  null?: NullModel;
  /** Also the corrected value and its interval, at this level (such as 0.95); left out where null. */
  intervalLevel?: number | null;
};

/**
 * Chance behind each index: expected value, permutation p and, where asked for, corrected value and interval.
 * An index without a value is left out of the answer. One series of draws serves all indices of a null model,
 * and the same seed gives the same answer whatever the other indices are.
 *
 * Throws ProblemError `bad-parameter` as `checkInference`, and for a null model that cannot change the index:
 * `places` under one of counts alone, any under one that follows from the totals; `too-large` where pairwise indices would take too
 * long; `bad-input` for counts that are not whole, where `nameOf` says what an area is called.
 */
export function inferIndices(
  populated: PopulatedSpace,
  ids: readonly string[],
  options: InferenceOptions,
  nameOf?: (place: number) => string,
): Record<string, Inference> {
  checkInference(options);
  const asked = ids.map(anyIndexById).flatMap(index => {
    const outcome = computeIndex(index, populated);
    return 'value' in outcome
      ? [{ index, value: outcome.value, null: nullModelOf(index, options.null) }]
      : [];
  });
  checkDraws(
    asked.map(({ index }) => index),
    [populated.counts.total.length],
    options,
    nearPart(populated.space),
  );
  if (options.intervalLevel || asked.some(each => each.null === 'allocation')) {
    requireWholeCounts(populated.counts, nameOf);
  }
  const drawn: Record<NullModel, Map<string, Float64Array>> = {
    allocation: drawAll(
      asked.filter(each => each.null === 'allocation'),
      options,
      (random, visit) =>
        drawAllocations(populated.counts, options.draws, random, group =>
          visit(withCounts({ group, total: populated.counts.total }, populated.space)),
        ),
    ),
    places: drawAll(
      asked.filter(each => each.null === 'places'),
      options,
      (random, visit) =>
        drawPlaces(populated.counts, options.draws, random, counts =>
          visit(withCounts(counts, populated.space)),
        ),
    ),
  };
  const replicates = options.intervalLevel
    ? drawAll(asked, options, (random, visit) =>
        drawReplicates(populated.counts, options.draws, random, group =>
          visit(withCounts({ group, total: populated.counts.total }, populated.space)),
        ),
      )
    : null;
  return Object.fromEntries(
    asked.map(({ index, value, null: model }): [string, Inference] => {
      const chance = definedDraws(drawn[model].get(index.id)!);
      const exact = model === 'allocation' && !isSpatial(index) && hasExactExpectation(index);
      const expected = exact ? exactExpectation(index, populated.counts) : meanOf(chance);
      const replicated = definedDraws(replicates?.get(index.id) ?? new Float64Array(0));
      const mirrored =
        replicated.length > 0
          ? mirrorReplicates(value, replicated, options.intervalLevel!, index.range)
          : null;
      return [
        index.id,
        {
          value,
          expected,
          expectedBy: exact ? 'exact' : 'simulation',
          beyondChance: beyondChance(index, value, expected),
          corrected: mirrored?.corrected ?? null,
          interval: mirrored?.interval ?? null,
          p: permutationP(value, chance, index.direction),
          draws: chance.length,
          null: model,
        },
      ];
    }),
  );
}

/** How far a value lies from chance to its largest (Carrington & Troske 1997; Winship 1977). */
function beyondChance(index: AnyIndex, value: number, expected: number): number | null {
  const scaled = index.range[1] === 1 && index.direction === 'higher_is_more_concentrated';
  return scaled ? (value - expected) / (1 - expected) : null;
}

/** Whether some null model can change an index. */
export function answersToChance(id: string): boolean {
  return !anyIndexById(id).fixedByTotals;
}

function nullModelOf(index: AnyIndex, asked: NullModel | undefined): NullModel {
  if (index.fixedByTotals) {
    throw new ProblemError(
      'bad-parameter',
      `Chance cannot change ${index.id}, which follows from the totals alone; ask for its value without inference.`,
      { index: index.id },
    );
  }
  if (asked === 'places' && !isSpatial(index)) {
    throw new ProblemError(
      'bad-parameter',
      `Moving areas about cannot change ${index.id}, which does not look at where they lie; use the null model allocation.`,
      { index: index.id },
    );
  }
  return asked ?? (isSpatial(index) ? 'places' : 'allocation');
}

/** Counts of the areas laid over the places in random order. */
function drawPlaces(
  { group, total }: Counts,
  draws: number,
  random: RandomGenerator,
  visit: (counts: Counts) => void,
): void {
  const order = Uint32Array.from(group.keys());
  const moved: Counts = { group: new Float64Array(group.length), total: new Float64Array(group.length) };
  for (let draw = 0; draw < draws; draw++) {
    shuffle(order, random);
    for (let i = 0; i < order.length; i++) {
      moved.group[i] = group[order[i]!]!;
      moved.total[i] = total[order[i]!]!;
    }
    visit(moved);
  }
}

/** Values of each index over the draws, NaN for a draw in which it has none. */
function drawAll(
  asked: readonly { index: AnyIndex }[],
  { draws, seed }: InferenceOptions,
  run: (random: RandomGenerator, visit: (populated: PopulatedSpace) => void) => void,
): Map<string, Float64Array> {
  const columns = new Map(asked.map(({ index }) => [index.id, new Float64Array(draws)]));
  if (asked.length === 0) return columns;
  let draw = 0;
  run(randomGenerator(seed), populated => {
    for (const { index } of asked) {
      const outcome = computeIndex(index, populated);
      columns.get(index.id)![draw] = 'value' in outcome ? outcome.value : Number.NaN;
    }
    draw++;
  });
  return columns;
}
