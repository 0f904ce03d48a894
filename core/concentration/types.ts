import type { Texts } from '../areas/indicator.ts';

/**
 * Counts per area: `group` social dwellings, `total` all dwellings (group included), same length and order.
 * Values are finite and 0 ≤ group ≤ total; `total` 0 marks an area without dwellings.
 */
export type Counts = { group: Float64Array; total: Float64Array };

/** Sums over all areas: X (group), T (everybody) and Y = T − X (the others). */
export type Population = { group: number; total: number; other: number };

/** Why an index has no value; the texts are in `undefinedReasons`. */
export type UndefinedReason = 'no-areas' | 'group-nobody' | 'group-everybody';

/** An index that cannot be computed says why; it is never a silent NaN. */
export type IndexOutcome = { value: number } | { undefined: true; reason: string; code: UndefinedReason };

/** The dimension of segregation an index measures (Massey & Denton 1988), with our own for shares of the stock. */
export type IndexFamily = 'evenness' | 'exposure' | 'stock';

/** Who defined the index, when and where. */
export type Citation = { author: string; year: number; work: string };

/** Everything the product knows about an index: what it computes, where it comes from and how it reads. */
export type IndexDefinition = {
  /** Stable: it is in files, links, the API and the command line. */
  id: string;
  family: IndexFamily;
  title: Texts;
  /** Symbols only, because it is shown in every language; x social, t all, y = t − x other dwellings of an area; capitals are sums over the areas. */
  formula: string;
  /** Null for a plain share that nobody had to invent. */
  citation: Citation | null;
  /** Smallest and largest value it can take. */
  range: readonly [number, number];
  direction: 'higher_is_more_concentrated' | 'higher_is_less_concentrated' | 'neutral';
  /** One sentence that says what this value means, without a word of statistics. */
  reading: (value: number) => Texts;
  /** Pure and deterministic; areas without dwellings add nothing. `population` saves summing `counts` again. */
  compute: (counts: Counts, population?: Population) => IndexOutcome;
};
