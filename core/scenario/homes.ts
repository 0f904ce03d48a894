import Type, { type Static } from 'typebox';

/** Sizes of a home by its number of bedrooms; `unspecified` while a plan does not say. */
export const HOME_SIZES = ['unspecified', 'studio', '1', '2', '3', '4', '5+'] as const;
export type HomeSize = (typeof HOME_SIZES)[number];

/** Most dwellings of one kind in one edit, or in one area of it. */
export const MAX_DWELLINGS = 1_000_000;
export const DwellingsSchema = Type.Integer({ minimum: 0, maximum: MAX_DWELLINGS });

/** Numbers of dwellings by size; a size that is not there has none. */
export const HomesSchema = Type.Object(
  {
    unspecified: Type.Optional(DwellingsSchema),
    studio: Type.Optional(DwellingsSchema),
    '1': Type.Optional(DwellingsSchema),
    '2': Type.Optional(DwellingsSchema),
    '3': Type.Optional(DwellingsSchema),
    '4': Type.Optional(DwellingsSchema),
    '5+': Type.Optional(DwellingsSchema),
  },
  { additionalProperties: false },
);
export type Homes = Static<typeof HomesSchema>;

/** Dwellings of all sizes together. */
export function dwellingsIn(homes: Homes): number {
  let sum = 0;
  for (const size of HOME_SIZES) sum += homes[size] ?? 0;
  return sum;
}

/** Bedrooms of a size: the least for `5+`, null while not specified. */
export function bedroomsOf(size: HomeSize): number | null {
  if (size === 'unspecified') return null;
  if (size === 'studio') return 0;
  return Number.parseInt(size, 10);
}

/** The sum of two lots of homes; `times` multiplies the second. Sizes without dwellings are left out. */
export function addHomes(one: Homes, other: Homes, times = 1): Homes {
  const sum: Homes = {};
  for (const size of HOME_SIZES) {
    const dwellings = (one[size] ?? 0) + times * (other[size] ?? 0);
    if (dwellings !== 0) sum[size] = dwellings;
  }
  return sum;
}
