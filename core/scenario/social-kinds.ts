/** How social dwellings are held: owned by the housing company, rented in by it, or sold socially. */
export const SOCIAL_KINDS = ['owned', 'rented_in', 'purchase'] as const;
export type SocialKind = (typeof SOCIAL_KINDS)[number];

/** Dimension of a table in which the kinds are the labels. */
export const KIND_DIMENSION = 'kind';

/** Category of a kind in a dataset. */
export const categoryOfKind = (kind: SocialKind): string => `${KIND_DIMENSION}=${kind}`;

/** A column for each kind that a dataset has apart; NaN where a cell has no number. */
export type ByKind = Readonly<Partial<Record<SocialKind, Float64Array>>>;

/** The kinds of a list of categories of a dataset. */
export const kindsAmong = (categories: readonly string[]): SocialKind[] =>
  SOCIAL_KINDS.filter(kind => categories.includes(categoryOfKind(kind)));

/** Sum of some kinds in one cell; null where one of them has no number there. */
export function sumOfKinds(
  columns: ByKind | null | undefined,
  kinds: readonly SocialKind[],
  at: number,
): number | null {
  let sum = 0;
  for (const kind of kinds) sum += columns?.[kind]?.[at] ?? Number.NaN;
  return Number.isNaN(sum) ? null : sum;
}
