import { binomialMasses, type DrawingTable, drawFrom, drawingTable } from '../../random/binomial.ts';
import type { RandomGenerator } from '../../random/generator.ts';
import { populationOf } from '../population.ts';
import type { Counts } from '../types.ts';

/** Draws made together, so that an area's table is used many times while it is at hand. */
const BATCH = 16;
/** Cells of drawing tables that are kept between batches: about 100 MB at most. */
const MOST_KEPT_CELLS = 8_000_000;

/** Whole numbers of the group in every area; the column is used again for the next draw. */
export type VisitDraw = (group: Float64Array) => void;

/**
 * Deals the group out over the dwellings at random, X and every tᵢ as they are (all allocations equally likely),
 * `draws` times. Each area first gets a binomial number with the chance X/T from its table; what the sum then
 * has too many or too few is taken from, or given to, dwellings picked at random, which leaves a uniformly
 * random allocation of exactly X. One pass takes some 10 ns an area.
 */
export function drawAllocations(
  counts: Counts,
  draws: number,
  random: RandomGenerator,
  visit: VisitDraw,
): void {
  const { group: X, total: T } = populationOf(counts);
  const tables = new Map<number, DrawingTable>();
  let keptCells = 0;
  const tableOf = (t: number): DrawingTable => {
    const kept = tables.get(t);
    if (kept) return kept;
    const table = drawingTable(binomialMasses(t, X / T));
    if (keptCells + table.alias.length <= MOST_KEPT_CELLS) {
      keptCells += table.alias.length;
      tables.set(t, table);
    }
    return table;
  };
  drawInBatches(
    counts.total.length,
    draws,
    random,
    i => tableOf(counts.total[i]!),
    column => {
      bringToSum(column, counts.total, X, random);
      visit(column);
    },
  );
}

/** Draws the group of each area anew with the area's own share as the chance: the parametric bootstrap. */
export function drawReplicates(
  counts: Counts,
  draws: number,
  random: RandomGenerator,
  visit: VisitDraw,
): void {
  const { group, total } = counts;
  const tableOf = (i: number): DrawingTable => drawingTable(binomialMasses(total[i]!, group[i]! / total[i]!));
  // A table of one area is of no use to another, so that as many draws as fit are made from it at once.
  const batch = Math.max(BATCH, Math.min(draws, Math.floor(MOST_KEPT_CELLS / Math.max(1, group.length))));
  drawInBatches(group.length, draws, random, tableOf, visit, batch);
}

function drawInBatches(
  areas: number,
  draws: number,
  random: RandomGenerator,
  tableOf: (area: number) => DrawingTable,
  visit: VisitDraw,
  batch: number = BATCH,
): void {
  const columns = Array.from({ length: Math.min(batch, draws) }, () => new Float64Array(areas));
  const uniforms = new Float64Array(columns.length);
  for (let done = 0; done < draws; done += columns.length) {
    const now = Math.min(columns.length, draws - done);
    for (let i = 0; i < areas; i++) {
      const table = tableOf(i);
      random.fill(uniforms);
      for (let k = 0; k < now; k++) columns[k]![i] = drawFrom(table, uniforms[k]!);
    }
    for (let k = 0; k < now; k++) visit(columns[k]!);
  }
}

/** Takes random members out of, or puts random other dwellings into, the group until it has `sum` members. */
function bringToSum(group: Float64Array, total: Float64Array, sum: number, random: RandomGenerator): void {
  const drawn = plainSum(group);
  if (drawn > sum) {
    const taken = pickRanks(drawn - sum, drawn, random);
    changeAtRanks(group, taken, i => group[i]!, -1);
  } else if (drawn < sum) {
    const given = pickRanks(sum - drawn, plainSum(total) - drawn, random);
    changeAtRanks(group, given, i => total[i]! - group[i]!, 1);
  }
}

/** Sum of whole numbers, which needs no compensation. */
function plainSum(column: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i]!;
  return sum;
}

/** Adds `step` to the area that holds each rank, the ranks counting through `sizeOf` the areas in order. */
function changeAtRanks(
  group: Float64Array,
  ranks: Float64Array,
  sizeOf: (area: number) => number,
  step: 1 | -1,
): void {
  let before = 0;
  let k = 0;
  for (let i = 0; i < group.length && k < ranks.length; i++) {
    const end = before + sizeOf(i);
    let hits = 0;
    while (k < ranks.length && ranks[k]! < end) {
      hits++;
      k++;
    }
    before = end;
    group[i] = group[i]! + step * hits;
  }
}

/** `count` different whole numbers below `limit`, ascending (Floyd's method, in Bentley & Floyd 1987). */
function pickRanks(count: number, limit: number, random: RandomGenerator): Float64Array {
  const picked = new Set<number>();
  for (let last = limit - count; last < limit; last++) {
    const candidate = random.below(last + 1);
    picked.add(picked.has(candidate) ? last : candidate);
  }
  return Float64Array.from(picked).sort();
}
