import { Type } from 'typebox';
import { BASES } from '../../../../../core/access/population/settle.ts';
import { FACILITY_FUNCTION_IDS } from '../../../../../data/facility-functions.ts';
import { GeoJsonGeometry } from '../geojson.ts';
import { LevelId, Nullable, OneOf, ReleaseHash, Source, Texts } from '../shapes.ts';

const MaybeNumber = Nullable(Type.Number());
const Cells = Type.Array(MaybeNumber);
export const AgesView = Type.Object({ from: Type.Integer(), to: Type.Integer() });

/** How walks were measured. */
export const WalkingView = Type.Object({
  by: OneOf(
    ['network', 'straight-line'],
    'Over the walking network of the region, or straight lines times the detour',
  ),
  detour: Type.Number({ description: 'Also of walks where the network has no street within 500 m' }),
  network: Nullable(Type.String({ description: 'Hash of the version of the network' })),
});

/** How the walks of an answer were measured and where people are taken to live. */
export const AccessOrigin = {
  release: ReleaseHash,
  region: Type.String(),
  walking: WalkingView,
  settlement: Type.Object(
    {
      level: LevelId,
      points: Type.Integer(),
      sideM: Type.Integer({ description: 'Side of the lattice where nothing better is known' }),
      gatheredM: Type.Integer({
        description:
          'Side of the squares in which points of an area are drawn together where there are too many; 0 where none are',
      }),
      bases: Type.Array(
        Type.Object({ basis: OneOf([...BASES]), areas: Type.Integer({ description: 'Areas it tells' }) }),
        { description: 'What tells where children live, from the best to the least' },
      ),
      pointsOff: Type.Integer({
        description: 'Points without a street of the network within 500 m, whose walks are straight lines',
      }),
    },
    { description: 'Where children are taken to live' },
  ),
  children: Type.Object({
    year: Type.Integer(),
    source: Source,
    deprivedBy: Nullable(OneOf(['child_poverty', 'children_in_deprivation'])),
  }),
};

const Rule = Type.Object({
  functions: Type.Array(Type.String()),
  withinM: Type.Number(),
  minAreaM2: MaybeNumber,
  ages: Nullable(AgesView),
});

const GroupTotals = Nullable(
  Type.Object({
    children: Type.Number(),
    reached: Type.Number(),
    share: MaybeNumber,
    meanM: MaybeNumber,
    medianM: MaybeNumber,
    percentile90M: MaybeNumber,
    curve: Type.Array(MaybeNumber, { description: 'Share within each distance of curveM' }),
  }),
);

export const AreasAnswer = Type.Object({
  ...AccessOrigin,
  level: LevelId,
  vintage: Type.Integer(),
  areasHash: Type.String(),
  scope: Nullable(Type.Object({ level: LevelId, code: Type.String() })),
  rule: Rule,
  counted: Type.Array(AgesView, { description: 'Ages of the children that are counted' }),
  exactAges: Type.Boolean({ description: 'Whether those are just the ages that were asked for' }),
  places: Type.Integer({ description: 'Places that count, in the whole region' }),
  placesWithoutArea: Type.Integer({
    description: 'Places of unknown surface that cannot count for that reason',
  }),
  areasWithout: Type.Integer({ description: 'Areas without a number of children' }),
  areasWithoutIndex: Type.Integer({ description: 'Areas with children and without a child-poverty index' }),
  curveM: Type.Array(Type.Number()),
  totals: Type.Object({ all: GroupTotals, deprived: GroupTotals, others: GroupTotals }),
  equity: Nullable(
    Type.Object(
      {
        index: Type.Number(),
        curve: Type.Object({ children: Type.Array(Type.Number()), reached: Type.Array(Type.Number()) }),
      },
      {
        description:
          'How having a place is divided over children, from the highest child-poverty index to the lowest: −1 to 1, 0 equal (Erreygers 2009)',
      },
    ),
  ),
  columns: Type.Object({
    code: Type.Array(Type.String()),
    index: Type.Array(Type.Integer()),
    median_m: Cells,
    children: Cells,
    reached: Cells,
    share: Cells,
    deprived: Cells,
    deprived_reached: Cells,
    deprived_share: Cells,
    unmet_deprived: Cells,
  }),
});

const Result = Nullable(
  Type.Object({
    counts: OneOf(['children', 'square-metres']),
    met: Type.Number(),
    asked: Type.Number(),
    share: MaybeNumber,
    counted: Type.Array(AgesView),
    exactAges: Type.Boolean(),
    places: Type.Integer(),
    placesWithoutArea: Type.Integer(),
  }),
);

export const NormsAnswer = Type.Object({
  ...AccessOrigin,
  scope: Nullable(Type.Object({ level: LevelId, code: Type.String() })),
  norms: Type.Array(
    Type.Object({
      id: Type.String(),
      preset: Type.String(),
      title: Texts,
      source: Texts,
      ages: Nullable(AgesView),
      rule: Type.Unsafe<object>({ type: 'object', additionalProperties: true }),
      result: Result,
    }),
  ),
});

export const PlaceReached = Type.Object({
  id: Type.String(),
  name: Nullable(Type.String()),
  functions: Type.Array(Type.String()),
  metres: Type.Number(),
});

export const Coverage = Type.Object({
  withinM: Type.Number(),
  reached: Type.Number(),
  all: Type.Number(),
  share: MaybeNumber,
});

export const ProfileAnswer = Type.Object({
  ...AccessOrigin,
  level: LevelId,
  code: Type.String(),
  withinM: Type.Number(),
  counts: Type.Object({ all: Type.Number(), deprived: MaybeNumber }),
  functions: Type.Array(
    Type.Object({
      function: OneOf(FACILITY_FUNCTION_IDS),
      medianM: MaybeNumber,
      nearest: Nullable(PlaceReached),
      inReach: Type.Integer(),
      children: Type.Array(Coverage),
      deprived: Nullable(Type.Array(Coverage)),
    }),
  ),
});

const Isochrone = Type.Object({
  by: OneOf(['network', 'straight-line']),
  within: GeoJsonGeometry,
  streetM: Nullable(Type.Number({ description: 'Metres of street within reach; null for a circle' })),
});

export const AroundAnswer = Type.Object({
  ...AccessOrigin,
  at: Type.Object({ lon: Type.Number(), lat: Type.Number() }),
  withinM: Type.Number(),
  counts: Type.Object({ all: Type.Number(), deprived: MaybeNumber, others: MaybeNumber }),
  places: Type.Array(PlaceReached),
  from: Isochrone,
  to: Isochrone,
});
