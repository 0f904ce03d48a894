import { Type } from 'typebox';
import { SITING_AIMS } from '../../../../../core/siting/site.ts';
import { FACILITY_FUNCTION_IDS } from '../../../../../data/facility-functions.ts';
import { WalkingView } from '../access/schemas.ts';
import { ScenarioBody } from '../scenarios/schemas.ts';
import { CLOSED, Nullable, OneOf, ReleaseHash } from '../shapes.ts';

const Metres = Type.Number({ minimum: 1, maximum: 10_000 });

const Wanted = Type.Object(
  {
    id: OneOf(FACILITY_FUNCTION_IDS),
    withinM: Metres,
    most: Type.Optional(Type.Integer({ minimum: 0, maximum: 50 })),
  },
  CLOSED,
);

const CandidatesBody = Type.Union([
  Type.Object(
    { kind: OneOf(['lattice']), sideM: Type.Number({ minimum: 50, maximum: 5_000 }) },
    { ...CLOSED, description: 'Squares of a lattice where children live' },
  ),
  Type.Object({ kind: OneOf(['sites', 'green', 'schoolyards']) }, CLOSED),
  Type.Object(
    {
      kind: OneOf(['points']),
      points: Type.Array(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }), {
        minItems: 1,
        maxItems: 2_000,
      }),
    },
    { ...CLOSED, description: 'Points as lon, lat' },
  ),
]);

export const SitingBody = Type.Object(
  {
    scenario: ScenarioBody,
    ask: Type.Object(
      {
        functions: Type.Array(Wanted, { minItems: 1, maxItems: 4 }),
        places: Type.Integer({ minimum: 1, maximum: 50 }),
        aim: Type.Optional(OneOf(SITING_AIMS)),
        povertyWeight: Type.Optional(Type.Number({ minimum: 0, maximum: 1000 })),
        candidates: Type.Optional(CandidatesBody),
        spacingM: Type.Optional(Type.Number({ minimum: 0, maximum: 100_000 })),
        budget: Type.Optional(Type.Number({ minimum: 0 })),
        together: Type.Optional(Type.Boolean()),
      },
      CLOSED,
    ),
  },
  CLOSED,
);

const Free = Type.Unsafe<object>({ type: 'object', additionalProperties: true });

export const SitingFound = Type.Object({
  release: ReleaseHash,
  walking: WalkingView,
  siting: Free,
  curve: Nullable(Free),
});
