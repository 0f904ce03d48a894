import type { Texts } from '../areas/indicator.ts';

/**
 * Counts per area: `group` social dwellings, `total` all dwellings (group included), same length and order.
 * Values are finite and 0 ≤ group ≤ total; `total` 0 marks an area without dwellings.
 */
export type Counts = { group: Float64Array; total: Float64Array };

/** Sums over all areas: X (group), T (everybody) and Y = T − X (the others). */
export type Population = { group: number; total: number; other: number };

/** Why an index has no value; the texts are in `undefinedReasons`. */
export type UndefinedReason =
  | 'no-areas'
  | 'group-nobody'
  | 'group-everybody'
  | 'no-neighbours'
  | 'no-variation'
  | 'areas-alike'
  | 'empty-part';

/**
 * An index that cannot be computed says why; it is never a silent NaN. `errorBound` is there where a cut-off
 * radius left distant pairs out: the exact value lies within it.
 */
export type IndexOutcome =
  | { value: number; errorBound?: number }
  | { undefined: true; reason: string; code: UndefinedReason };

/** The dimension of segregation an index measures (Massey & Denton 1988), with our own for shares of the stock. */
export type IndexFamily =
  | 'evenness'
  | 'exposure'
  | 'stock'
  | 'concentration'
  | 'centralization'
  | 'clustering'
  | 'spatial_evenness'
  | 'spatial_exposure'
  | 'autocorrelation'
  | 'multigroup'
  | 'inference'
  | 'local';

/** Who defined the index, when and where. */
export type Citation = { author: string; year: number; work: string };

/** What the product can tell about an index: what it measures, where it comes from and how it reads. */
export type IndexDescription = {
  /** Stable: it is in files, links, the API and the command line. */
  id: string;
  family: IndexFamily;
  title: Texts;
  /** Symbols only, because it is shown in every language; x social, t all, y = t − x other dwellings of an area; capitals are sums over the areas. */
  formula: string;
  /** What the symbols mean beyond those above. */
  symbols?: Texts;
  /** Null for a plain share that nobody had to invent. */
  citation: Citation | null;
  /** Smallest and largest value it can take; infinite where there is no bound. */
  range: readonly [number, number];
  direction: 'higher_is_more_concentrated' | 'higher_is_less_concentrated' | 'neutral';
  /** One sentence that says what this value means, without a word of statistics. */
  reading: (value: number) => Texts;
  /** A value at which the methodology shows the reading; 0.3 where none is given. */
  example?: number;
  /** True where dealing the group out at random cannot change the value, so that chance has nothing to say. */
  fixedByTotals?: true;
  /** True where the same spread over more areas gives another value, so that regions with unequal numbers differ by that alone. */
  dependsOnAreas?: true;
  /** Where the product differs from a well-known package on purpose, and why. */
  difference?: Texts;
};

/** An index of counts alone. */
export type IndexDefinition = IndexDescription & {
  /** Pure and deterministic; areas without dwellings add nothing. `population` saves summing `counts` again. */
  compute: (counts: Counts, population?: Population) => IndexOutcome;
};
