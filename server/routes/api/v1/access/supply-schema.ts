import { Type } from 'typebox';
import { LevelId, Nullable, OneOf } from '../shapes.ts';
import { AccessOrigin, AgesView } from './schemas.ts';
import { SUPPLY_KINDS } from './supply-parameters.ts';

const MaybeNumber = Nullable(Type.Number());

const Group = Nullable(
  Type.Object({
    children: Type.Number(),
    supply: Type.Number({ description: 'What they can reach together' }),
    perChild: MaybeNumber,
  }),
);

export const SupplyAnswer = Type.Object({
  ...AccessOrigin,
  level: LevelId,
  vintage: Type.Integer(),
  areasHash: Type.String(),
  scope: Nullable(Type.Object({ level: LevelId, code: Type.String() })),
  function: Type.String(),
  kind: OneOf(SUPPLY_KINDS),
  ages: Nullable(AgesView),
  decay: Type.Unsafe<object>({
    type: 'object',
    additionalProperties: true,
    description: '{ kind: even or gaussian, withinM } or { kind: rings, rings: [{ withinM, weight }] }',
  }),
  mostPerChild: MaybeNumber,
  choosing: Type.Boolean(),
  counted: Type.Array(AgesView, { description: 'Ages of the children that are counted' }),
  exactAges: Type.Boolean({ description: 'Whether those are just the ages that were asked for' }),
  areasWithout: Type.Integer({ description: 'Areas of the region without a number of children' }),
  places: Type.Integer({ description: 'Places of the function in the whole region' }),
  placesWithout: Type.Integer({ description: 'Those of them whose supply is not known, which give nothing' }),
  outOfReach: Type.Number({ description: 'Supply of the region that no child reaches' }),
  unused: Type.Number({ description: 'Supply of the region that the limit leaves unused' }),
  concentration: Nullable(
    Type.Number({
      description:
        'Concentration index of what children reach, from the highest child-poverty index to the lowest: below 0 where more is in reach of children in areas with a high index',
    }),
  ),
  totals: Type.Object({ all: Group, deprived: Group, others: Group }),
  columns: Type.Object({
    code: Type.Array(Type.String()),
    index: Type.Array(Type.Integer()),
    children: Type.Array(MaybeNumber),
    supply: Type.Array(MaybeNumber),
    per_child: Type.Array(MaybeNumber),
  }),
  supplying: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Nullable(Type.String()),
      supply: Type.Number(),
      children: Type.Number({ description: 'Children in its catchment, by what it counts for them' }),
      perChild: Type.Number(),
    }),
    { description: 'Places within reach of children of the scope' },
  ),
});
