import { Type } from 'typebox';
import { SITING_UNITS } from '../../../../../core/siting/aims.ts';
import { PROVEN_BY } from '../../../../../core/siting/proof/proven-by.ts';
import { SITING_AIMS } from '../../../../../core/siting/site.ts';
import { WalkingView } from '../access/schemas.ts';
import { Nullable, OneOf, ReleaseHash } from '../shapes.ts';

const Head = Type.Object(
  { children: Type.Number(), poverty: Nullable(Type.Number()) },
  {
    description: 'Children, and those of them in families that score as deprived; null where no source tells',
  },
);

const Reason = Type.Object({
  key: OneOf(['none-had', 'some-had', 'nearer']),
  withinM: Type.Number(),
  reached: Head,
  hadNone: Head,
  onlyHere: Head,
  nearest: Nullable(Type.Object({ children: Type.Number(), beforeM: Type.Number(), afterM: Type.Number() })),
});

const Site = Type.Object({
  id: Type.String(),
  name: Type.Optional(Nullable(Type.String({ description: 'What is there now' }))),
  lon: Type.Number(),
  lat: Type.Number(),
  cost: Type.Number(),
  capacity: Nullable(Type.Number()),
  functions: Type.Unsafe<readonly string[]>(Type.Array(Type.String())),
});

const Siting = Type.Object({
  aim: OneOf(SITING_AIMS),
  unit: OneOf(SITING_UNITS),
  before: Type.Number(),
  after: Type.Number(),
  bound: Type.Number({ description: 'No choice is better than this' }),
  gap: Nullable(Type.Number({ description: 'Of bound and after, as part of after; 0 for a proven optimum' })),
  optimal: Type.Boolean(),
  provenBy: OneOf(
    PROVEN_BY,
    'What gave the bound: our own search, or the solver that went on where it ended',
  ),
  places: Type.Array(Type.Object({ candidate: Site, function: Type.String(), reason: Reason })),
  reach: Type.Array(
    Type.Object({
      function: Type.String(),
      withinM: Type.Number(),
      all: Head,
      before: Head,
      after: Head,
    }),
  ),
  unreachable: Type.Number({ description: 'Children without a place whom no candidate reaches' }),
  leftOut: Type.Array(
    Type.Object({
      id: Type.String(),
      function: Nullable(Type.String()),
      why: OneOf(['excluded', 'near-existing', 'no-function']),
    }),
  ),
});

const Curve = Type.Object({
  points: Type.Array(
    Type.Object({
      places: Type.Integer(),
      share: Type.Number({ description: 'Of the children as they are weighed, 0 to 1' }),
      bound: Type.Number(),
    }),
  ),
  most: Type.Number({ description: 'What all candidates together reach' }),
  forAll: Nullable(Type.Object({ places: Type.Integer(), bound: Type.Number() })),
});

export const SitingFound = Type.Object({
  release: ReleaseHash,
  walking: WalkingView,
  siting: Siting,
  curve: Nullable(Curve),
});
