import { Type } from 'typebox';
import { SITING_AIMS } from '../../../../../core/siting/site.ts';
import { FACILITY_FUNCTION_IDS } from '../../../../../data/facility-functions.ts';
import { MOST_CANDIDATES, PLACE_KINDS } from '../../../../releases/access/candidates.ts';
import { GeoJsonGeometry } from '../geojson.ts';
import { ScenarioBody } from '../scenarios/schemas.ts';
import { CLOSED, OneOf } from '../shapes.ts';

const Metres = Type.Number({ minimum: 1, maximum: 10_000 });
const MOST_PLACES = 50;
const MOST_ZONES = 100;
/** Of anything that is paid, in whatever unit. */
const Money = Type.Number({ minimum: 0, maximum: 1e12 });

const Wanted = Type.Object(
  {
    id: OneOf(FACILITY_FUNCTION_IDS),
    withinM: Metres,
    most: Type.Optional(
      Type.Integer({ minimum: 0, maximum: MOST_PLACES, description: 'Most new places of this function' }),
    ),
    cost: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1e12,
        description: 'What one costs, in the unit of the budget; 1 where not said',
      }),
    ),
  },
  CLOSED,
);

const CandidatesBody = Type.Union([
  Type.Object(
    { kind: OneOf(['lattice']), sideM: Type.Number({ minimum: 50, maximum: 5_000 }) },
    { ...CLOSED, description: 'Squares of a lattice where children live' },
  ),
  Type.Object(
    { kind: OneOf(PLACE_KINDS) },
    {
      ...CLOSED,
      description:
        'Buildable sites, those of them with a public owner, existing green, or grounds of schools',
    },
  ),
  Type.Object(
    {
      kind: OneOf(['points']),
      points: Type.Array(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }), {
        minItems: 1,
        maxItems: MOST_CANDIDATES,
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
        places: Type.Integer({
          minimum: 1,
          maximum: MOST_PLACES,
          description: 'Most new places of all functions together; the aim all takes as many as it needs',
        }),
        aim: Type.Optional(
          OneOf(
            SITING_AIMS,
            'cover most children, a median or longest walk (centre) that is short, or all children with few places; cover where not said',
          ),
        ),
        povertyWeight: Type.Optional(
          Type.Number({ minimum: 0, maximum: 1000, description: 'A child in poverty counts 1 and this' }),
        ),
        candidates: Type.Optional(CandidatesBody),
        capacity: Type.Optional(
          Type.Union([Type.Number({ exclusiveMinimum: 0, maximum: 1e6 }), Type.Null()], {
            description: 'Children that each new place has room for; the aim cover only',
          }),
        ),
        spacingM: Type.Optional(Type.Number({ minimum: 0, maximum: 100_000 })),
        excluded: Type.Optional(
          Type.Array(GeoJsonGeometry, {
            maxItems: MOST_ZONES,
            description: 'Polygons in which nothing may come, beside the excluded zones of the scenario',
          }),
        ),
        budget: Type.Optional(Type.Union([Money, Type.Null()])),
        together: Type.Optional(
          Type.Boolean({ description: 'Whether one site may get several functions; no where not said' }),
        ),
      },
      CLOSED,
    ),
  },
  CLOSED,
);
