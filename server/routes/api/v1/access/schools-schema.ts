import { Type } from 'typebox';
import { FACILITY_FUNCTION_IDS } from '../../../../../data/facility-functions.ts';
import { GeoJsonGeometry } from '../geojson.ts';
import { ScenarioBody } from '../scenarios/schemas.ts';
import { CLOSED, LevelId, Nullable, OneOf, RegionQuery, ScopeParameter } from '../shapes.ts';
import { DetourParameter } from './parameters.ts';
import { AccessOrigin, AgesView } from './schemas.ts';
import { AgesParameter } from './supply-parameters.ts';

const MaybeNumber = Nullable(Type.Number());
/** Most catchments of one question; each home is looked for in all of them. */
const MOST_CATCHMENTS = 200;

const Asked = {
  ...RegionQuery,
  scope: ScopeParameter,
  function: Type.Optional(OneOf(FACILITY_FUNCTION_IDS, 'What a school is; default primary_school')),
  ages: AgesParameter,
  detour: DetourParameter,
};

export const SchoolsQuery = Type.Object(Asked, CLOSED);

export const SchoolsBody = Type.Object(
  {
    ...Asked,
    scenario: Type.Optional(ScenarioBody),
    catchments: Type.Optional(
      Type.Array(
        Type.Object(
          { school: Type.String({ minLength: 1, maxLength: 200 }), geometry: GeoJsonGeometry },
          CLOSED,
        ),
        {
          minItems: 1,
          maxItems: MOST_CATCHMENTS,
          description: 'Polygons whose pupils go to a school, by its id; without them to the nearest',
        },
      ),
    ),
  },
  CLOSED,
);

const Pupils = Type.Object({
  pupils: Type.Number(),
  deprived: MaybeNumber,
  share: Nullable(Type.Number({ description: 'Of the pupils whose child-poverty index is known' })),
  beyondPlaces: Nullable(
    Type.Number({ description: 'Pupils beyond its places; null where those are not known' }),
  ),
});

const Totals = Type.Object({
  pupils: Type.Number(),
  deprived: MaybeNumber,
  share: MaybeNumber,
  dissimilarity: Nullable(Type.Number({ description: 'Between the schools, 0–1 (Duncan & Duncan 1955)' })),
  unassigned: Type.Number({ description: 'Pupils of the scope without a school' }),
  pupilsWithoutIndex: Type.Number(),
  inSeveral: Type.Number({ description: 'Pupils who live in more than one catchment; the first counts' }),
});

export const SchoolsAnswer = Type.Object({
  ...AccessOrigin,
  scope: Nullable(Type.Object({ level: LevelId, code: Type.String() })),
  function: Type.String(),
  ages: Nullable(AgesView),
  by: OneOf(['nearest', 'catchments'], 'How pupils are assigned'),
  counted: Type.Array(AgesView, { description: 'Ages of the children that are counted' }),
  exactAges: Type.Boolean({ description: 'Whether those are just the ages that were asked for' }),
  areasWithout: Type.Integer({ description: 'Areas of the region without a number of children' }),
  schools: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Nullable(Type.String()),
      places: MaybeNumber,
      before: Pupils,
      after: Nullable(Pupils),
    }),
    { description: 'Schools of the scope, and those that a scenario opens (scenario/1, …)' },
  ),
  before: Totals,
  after: Nullable(Totals),
});
