import Type, { type Static } from 'typebox';
import { addHomes, bedroomsOf, HOME_SIZES, type Homes } from './homes.ts';

/** Ages of children as play and school plan for them, in years. */
export const CHILD_AGES = ['0-5', '6-11', '12-17'] as const;
export type ChildAge = (typeof CHILD_AGES)[number];

const closed = { additionalProperties: false } as const;
const PerDwelling = Type.Number({ minimum: 0, maximum: 10 });
const ByAgeSchema = Type.Object({ '0-5': PerDwelling, '6-11': PerDwelling, '12-17': PerDwelling }, closed);

/** Children to expect in a dwelling of each size, by age, and where the numbers come from. */
export const ChildrenSchema = Type.Object(
  {
    source: Type.String({ minLength: 1, maxLength: 500 }),
    perDwelling: Type.Object(
      {
        studio: ByAgeSchema,
        '1': ByAgeSchema,
        '2': ByAgeSchema,
        '3': ByAgeSchema,
        '4': ByAgeSchema,
        '5+': ByAgeSchema,
      },
      closed,
    ),
  },
  closed,
);
export type ChildrenCoefficients = Static<typeof ChildrenSchema>;
export type ChildrenByAge = Record<ChildAge, number>;

/** A bedroom for the parents and one for each child; the ages evenly over the eighteen years. */
function oneRoomAChild(bedrooms: number): ChildrenByAge {
  const each = Math.max(0, bedrooms - 1) / CHILD_AGES.length;
  return { '0-5': each, '6-11': each, '12-17': each };
}

/**
 * The product's own coefficients are a capacity and no expectation: how many children the dwellings have a bedroom for.
 * The mean over all social dwellings is far lower (`FLEMISH_MINORS_PER_SOCIAL_DWELLING`); a planner who has a count by
 * bedrooms fills it in.
 */
export const ROOM_FOR_CHILDREN: ChildrenCoefficients = {
  source: 'Buurtbalans: one bedroom for the parents and one for each child, evenly over the ages 0 to 17',
  perDwelling: {
    studio: oneRoomAChild(0),
    '1': oneRoomAChild(1),
    '2': oneRoomAChild(2),
    '3': oneRoomAChild(3),
    '4': oneRoomAChild(4),
    '5+': oneRoomAChild(5),
  },
};

/**
 * Minors per social rental dwelling in Flanders, 31 December 2022: 72,544 in 145,849 dwellings owned by the housing
 * companies (Wonen in Vlaanderen, as told by the Vlaams Huurdersplatform, 20 February 2024).
 */
export const FLEMISH_MINORS_PER_SOCIAL_DWELLING = 72_544 / 145_849;

export type ExpectedChildren = {
  byAge: ChildrenByAge;
  total: number;
  /** Dwellings whose size is not specified, for which no children are expected. */
  unspecifiedDwellings: number;
};

/** Children to expect in homes, as real numbers; rounding is for whoever shows them. */
export function expectedChildren(homes: Homes, coefficients: ChildrenCoefficients): ExpectedChildren {
  const byAge: ChildrenByAge = { '0-5': 0, '6-11': 0, '12-17': 0 };
  for (const size of HOME_SIZES) {
    if (size === 'unspecified') continue;
    for (const age of CHILD_AGES) byAge[age] += (homes[size] ?? 0) * coefficients.perDwelling[size][age];
  }
  const total = CHILD_AGES.reduce((sum, age) => sum + byAge[age], 0);
  return { byAge, total, unspecifiedDwellings: homes.unspecified ?? 0 };
}

/** Homes with so many bedrooms or more, of those whose size is specified. */
export function familyHomes(homes: Homes, familyBedrooms: number): { family: Homes; specified: Homes } {
  let family: Homes = {};
  let specified: Homes = {};
  for (const size of HOME_SIZES) {
    const bedrooms = bedroomsOf(size);
    if (bedrooms === null) continue;
    const these = { [size]: homes[size] ?? 0 };
    specified = addHomes(specified, these);
    if (bedrooms >= familyBedrooms) family = addHomes(family, these);
  }
  return { family, specified };
}
