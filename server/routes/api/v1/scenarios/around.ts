import { Type } from 'typebox';
import { CHANCE_WAYS } from '../../../../../core/scenario/chance.ts';
import { REACH_FUNCTIONS } from '../../../../../core/scenario/facilities.ts';
import { SOCIAL_KINDS } from '../../../../../core/scenario/social-kinds.ts';
import { Nullable, OneOf } from '../shapes.ts';

const MaybeNumber = Nullable(Type.Number());
const Moments = { before: Type.Number(), after: Type.Number() };

export const Density = Nullable(Type.Object(Moments, { description: 'Social dwellings per hectare' }));

export const AboveThreshold = Type.Object(
  { share: Type.Number(), ...Moments },
  { description: 'How many areas have a larger share of social dwellings than `share`' },
);

export const Exposure = Nullable(
  Type.Object(
    {
      ofNewDwellings: MaybeNumber,
      ofPresentDwellings: MaybeNumber,
      ofDwellingsAfter: MaybeNumber,
      dwellingsWithout: Type.Number({ description: 'New social dwellings in areas without an index' }),
    },
    { description: 'Mean child-poverty index around social dwellings; null where the level has none' },
  ),
);

export const ReachFigures = Type.Array(
  Type.Object({
    function: OneOf(REACH_FUNCTIONS),
    withinM: Type.Number({ description: 'Metres on foot that count as within reach' }),
    before: MaybeNumber,
    after: MaybeNumber,
    newDwellings: Nullable(Type.Number({ description: 'Part of the new social dwellings within reach' })),
    newChildren: Type.Object(
      { within: Type.Number(), all: Type.Number() },
      { description: 'Children to expect in what the edits build; they count in what is after' },
    ),
    weighedBy: OneOf(['children', 'dwellings']),
    areasWithout: Type.Integer({ description: 'Areas without a number of children, which do not count' }),
    deprived: Nullable(
      Type.Object(
        {
          before: MaybeNumber,
          after: MaybeNumber,
          othersBefore: MaybeNumber,
          othersAfter: MaybeNumber,
          areasWithout: Type.Integer({ description: 'Areas with children and without an index' }),
        },
        {
          description:
            'The same of the children in families that score as deprived (children × child-poverty index), and of the others there; null where either is not known',
        },
      ),
    ),
    places: Type.Object({ before: Type.Integer(), after: Type.Integer() }),
    by: OneOf(['network', 'straightLine'], 'Walks over the network, or straight lines times the detour'),
    points: Type.Integer({ description: 'Points of the scope where people are taken to live' }),
    pointsOff: Type.Integer({
      description: 'Points measured in a straight line, for want of a street of the network nearby',
    }),
  }),
  { description: 'Who has a place to play, or to meet, within reach; empty where there are no places' },
);

export const Objectives = Type.Array(
  Type.Object({
    municipality: Type.String(),
    stock: MaybeNumber,
    stockByKind: Type.Partial(
      Type.Object(
        { owned: Type.Number(), rented_in: Type.Number(), purchase: Type.Number() },
        { description: 'By kind, for those that have a number' },
      ),
    ),
    pipeline: MaybeNumber,
    scenario: Type.Number(),
    targets: Type.Array(
      Type.Object({
        year: Type.Integer({ description: 'By which year' }),
        dwellings: Type.Number({ description: 'Extra social dwellings to realise' }),
        kinds: Nullable(
          Type.Array(OneOf(SOCIAL_KINDS), {
            description: 'Kinds that count; null for what the sources count',
          }),
        ),
        stock: MaybeNumber,
        pipeline: MaybeNumber,
        realised: MaybeNumber,
        scenario: Type.Number({ description: 'Of the scenario, by that year or without one' }),
        otherKinds: Type.Number({ description: 'Of the scenario, of kinds that do not count' }),
        undated: Type.Number({ description: 'Of those, the ones without a year' }),
        later: Type.Number({ description: 'Of the scenario after that year, which do not count' }),
        remainingBefore: Type.Number(),
        remaining: Type.Number(),
      }),
    ),
  }),
  { description: 'The social-housing objective of every municipality with areas in the scope' },
);

export const Chance = Type.Unsafe<
  Record<string, { before: number | null; after: number | null; by: (typeof CHANCE_WAYS)[number] }>
>({
  type: 'object',
  additionalProperties: {
    type: 'object',
    properties: {
      before: { type: 'number', nullable: true },
      after: { type: 'number', nullable: true },
      by: { type: 'string', enum: [...CHANCE_WAYS] },
    },
  },
  description:
    'Value of each index that chance alone would give; an index that chance cannot change is left out',
});
