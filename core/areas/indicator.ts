/** A text in the languages of the product. */
export type Texts = { nl: string; en: string; fr: string };

/** What a dataset may count in the place of what the indicator does. */
export const COUNTED_INSTEAD = ['households'] as const;
export type CountedInstead = (typeof COUNTED_INSTEAD)[number];

/** What a dataset says of its own numbers, beside where it came from. */
export type DatasetCounts = {
  /** What the denominator counts, where that is not what the indicator says. */
  denominator?: CountedInstead;
  /** First and last birth year of an index of births. */
  birthYears?: [number, number];
};

const COUNTED_TITLES: Readonly<Record<CountedInstead, Texts>> = {
  households: { nl: 'huishoudens', en: 'households', fr: 'ménages' },
};

/** What the denominator of an indicator is in a dataset; null where it has none. */
export function denominatorTitle(
  { denominator }: Pick<Indicator, 'denominator'>,
  counts: DatasetCounts | null | undefined,
): Texts | null {
  const instead = counts?.denominator;
  return denominator === null || instead === undefined ? denominator : COUNTED_TITLES[instead];
}

/** What one unit of `value` means, so that one place can format it for people. */
export type IndicatorUnit = 'share' | 'per_hectare' | 'count' | 'euro';

/**
 * An indicator as the product knows it. A `ratio` is numerator / denominator; a `count` has a numerator only;
 * a `density` is the numerator of `derivedFrom` per hectare of area and is never stored.
 */
export type Indicator = {
  id: string;
  theme: 'housing' | 'poverty' | 'children' | 'population';
  kind: 'ratio' | 'count' | 'density';
  unit: IndicatorUnit;
  title: Texts;
  /** One plain sentence that says what the number means and what it does not mean. */
  reading: Texts;
  numerator: Texts;
  denominator: Texts | null;
  derivedFrom: string | null;
  /** True where the numerator may exceed the denominator (social dwellings against households). */
  mayExceedOne: boolean;
  direction: 'higher_is_more' | 'higher_is_worse' | 'higher_is_better';
  /** Who publishes it, as a sentence with year and name; a dataset's own source stands beside it. */
  source: Texts;
  /** Smallest denominator (or count) that may be shown; 0 hides nothing. */
  disclosureThreshold: number;
};
