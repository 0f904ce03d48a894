import { Type } from 'typebox';
import { ComparisonQuery } from '../comparison/schemas.ts';
import { ClampParameter } from '../concentration/measuring.ts';
import { ScenarioBody } from '../scenarios/schemas.ts';
import {
  CLOSED,
  LevelId,
  OneOf,
  RegionQuery,
  ScopeParameter,
  VintageParameter,
  YearParameter,
} from '../shapes.ts';

export const GeometryParameter = Type.Optional(
  OneOf(['full', 'none'], 'Whether GeoJSON carries the polygons (default full); CSV and XLSX never do'),
);

/** Areas that one address can name: what a server takes in a request line. */
const MOST_AREAS_NAMED = 500;

export const AreasQuery = Type.Object(
  {
    ...RegionQuery,
    level: LevelId,
    vintage: VintageParameter,
    indicators: Type.Optional(
      Type.String({
        pattern: '^[a-z][a-z0-9_]*(,[a-z][a-z0-9_]*)*$',
        maxLength: 1000,
        description: 'Comma list of indicators; default all that the level has',
      }),
    ),
    year: YearParameter,
    scope: ScopeParameter,
    area: Type.Optional(
      Type.Array(Type.String({ pattern: '^[^\\u0000-\\u001f]{1,40}$' }), {
        maxItems: MOST_AREAS_NAMED,
        description: `Code of an area of a selection; may be repeated, ${MOST_AREAS_NAMED} times at most. Default all`,
      }),
    ),
    geometry: GeometryParameter,
  },
  CLOSED,
);

export const ComparisonExportQuery = Type.Object(
  { ...ComparisonQuery.properties, geometry: GeometryParameter },
  CLOSED,
);

export const ScenarioQuery = Type.Object({ geometry: GeometryParameter, clamp: ClampParameter }, CLOSED);

export const FiguresQuery = Type.Object({ clamp: ClampParameter }, CLOSED);

/** Two scenarios; without `first` the second is compared with what is now. */
export const PairBody = Type.Object({ first: Type.Optional(ScenarioBody), second: ScenarioBody }, CLOSED);

const file = Type.Unsafe<NodeJS.ReadableStream>({ type: 'string', format: 'binary' });

/** A file in the format the address names. */
export const fileResponse = (contentType: string) => ({
  description: 'The file',
  content: { [contentType.split(';')[0]!]: { schema: file } },
});
