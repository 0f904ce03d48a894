import { Type } from 'typebox';
import { GeoJsonGeometry } from '../geojson.ts';
import {
  Bbox,
  CLOSED,
  LevelId,
  Nullable,
  OneOf,
  RegionQuery,
  ReleaseHash,
  ScopeParameter,
  Source,
  VintageParameter,
  YearParameter,
} from '../shapes.ts';

/** Most areas one search gives; a larger `limit` is lowered to it. */
export const MAX_SEARCH_RESULTS = 200;

export const AreaView = Type.Object({
  level: LevelId,
  vintage: Type.Integer(),
  index: Type.Integer({ description: 'Id in the tiles and position in every column of values' }),
  code: Type.String(),
  name: Type.String(),
  parentLevel: Nullable(LevelId),
  parentCode: Nullable(Type.String()),
  parentName: Nullable(Type.String()),
  areaHa: Type.Number(),
  lon: Type.Number(),
  lat: Type.Number(),
  bbox: Bbox,
});

export const AreaList = Type.Object({ release: ReleaseHash, areas: Type.Array(AreaView) });

export const SearchQuery = Type.Object(
  {
    ...RegionQuery,
    q: Type.Optional(
      Type.String({
        maxLength: 100,
        description: 'Part of a name or start of a code; accents and case do not count',
      }),
    ),
    level: Type.Optional(LevelId),
    vintage: VintageParameter,
    scope: ScopeParameter,
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        default: 20,
        description: `Most areas to give; more than ${MAX_SEARCH_RESULTS} is lowered to ${MAX_SEARCH_RESULTS}`,
      }),
    ),
  },
  CLOSED,
);

export const ColumnsQuery = Type.Object(
  { ...RegionQuery, level: LevelId, vintage: VintageParameter },
  CLOSED,
);

export const AreaColumns = Type.Object({
  release: ReleaseHash,
  region: Type.String(),
  level: LevelId,
  vintage: Type.Integer(),
  hash: Type.String({ description: 'Hash of the areas version; the tiles are under it' }),
  parentLevel: Nullable(LevelId),
  codes: Type.Array(Type.String()),
  names: Type.Array(Type.String()),
  parentCodes: Type.Array(Nullable(Type.String())),
  areaHa: Type.Array(Nullable(Type.Number())),
  lon: Type.Array(Nullable(Type.Number())),
  lat: Type.Array(Nullable(Type.Number())),
  bbox: Type.Array(Bbox),
});

const NaturalNumbers = (description: string) => Type.Array(Type.Integer({ minimum: 0 }), { description });

export const AreaContiguity = Type.Object({
  region: Type.String(),
  level: LevelId,
  vintage: Type.Integer(),
  hash: Type.String({ description: 'Hash of the areas version: all of the answer follows from it' }),
  metricEpsg: Type.Integer({ description: 'EPSG code in which borders were measured' }),
  later: NaturalNumbers('For each area, how many of its neighbours have a higher index'),
  gaps: NaturalNumbers(
    'Pair by pair, the index of the neighbour less that of the one before it in its row, or less the index of the area itself',
  ),
  borderMm: NaturalNumbers('Pair by pair, length of the shared border, mm; 0 where only a point is shared'),
});

export const AreaParams = Type.Object({
  level: LevelId,
  code: Type.String({ minLength: 1, maxLength: 100 }),
});

export const AreaQuery = Type.Object(
  { ...RegionQuery, vintage: VintageParameter, year: YearParameter },
  CLOSED,
);

export const ChildrenQuery = Type.Object(
  { ...RegionQuery, vintage: VintageParameter, level: Type.Optional(LevelId) },
  CLOSED,
);

export const AreaReference = Type.Object({ level: LevelId, code: Type.String() });

const Figure = Type.Object({
  indicator: Type.String(),
  year: Type.Integer(),
  level: LevelId,
  basis: OneOf(['counts', 'published_ratio', 'aggregated']),
  aggregatedFrom: Nullable(LevelId),
  status: Type.Integer({ description: '0 ok, 1 missing, 2 suppressed, 3 not applicable, 4 not covered' }),
  numerator: Nullable(Type.Number()),
  denominator: Nullable(Type.Number()),
  value: Nullable(Type.Number()),
  source: Source,
  rank: Nullable(
    Type.Object({
      position: Type.Integer({ description: '1 is the highest value' }),
      of: Type.Integer({ description: 'Areas with a value' }),
      within: Nullable(AreaReference),
    }),
  ),
});

export const AreaDetail = Type.Object({
  release: ReleaseHash,
  ...AreaView.properties,
  parents: Type.Array(Type.Object({ level: LevelId, code: Type.String(), name: Type.String() }), {
    description: 'Nearest first',
  }),
  figures: Type.Array(Figure),
});

/** Bytes of a drawn site: its corners are limited besides. */
export const SITE_BYTES = 512 * 1024;

export const PartsBody = Type.Object({ geometry: GeoJsonGeometry }, CLOSED);

export const SitePartsView = Type.Object({
  release: ReleaseHash,
  level: LevelId,
  vintage: Type.Integer(),
  parts: Type.Array(
    Type.Object({
      area: Type.String(),
      weight: Type.Number({ description: 'Square metres of the site in the area; 1 for a point' }),
    }),
    {
      description:
        'The areas that the site lies in, by descending surface; none where it lies outside them all',
    },
  ),
  surfaceM2: Type.Number({ description: 'Of the whole site, on the ellipsoid' }),
});
