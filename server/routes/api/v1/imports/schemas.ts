import { Type } from 'typebox';
import { HOME_BASES } from '../../../../../core/access/population/homes.ts';
import { FACILITY_FUNCTION_IDS } from '../../../../../data/facility-functions.ts';
import { UPLOAD_KINDS } from '../../../../imports/upload/types.ts';
import { CLOSED, Nullable, OneOf, ReleaseHash } from '../shapes.ts';

export const ImportParams = Type.Object({ kind: OneOf(UPLOAD_KINDS) });

export const ImportQuery = Type.Object(
  {
    file: Type.String({ minLength: 1, maxLength: 200, description: 'Name of the file' }),
    region: Type.String({
      pattern: '^[a-z0-9][a-z0-9-]{0,30}$',
      description: 'Region it belongs to; made-up data and real data stay apart',
    }),
    synthetic: Type.Optional(Type.Boolean({ description: 'The file holds made-up data' })),
    source: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9][a-z0-9-]{0,40}$',
        description:
          'Id of the source of places, which an import replaces; by default osm, or the name of the file',
      }),
    ),
    publisher: Type.Optional(
      OneOf(['osm', 'gent'], 'Whose columns the file has, where it is not OpenStreetMap data as such'),
    ),
    function: Type.Optional(
      Type.Array(OneOf(FACILITY_FUNCTION_IDS), {
        maxItems: 8,
        description: 'Functions of places that name none',
      }),
    ),
    column: Type.Optional(
      Type.Array(Type.String({ pattern: '^[A-Za-z]{1,30}=.{1,100}$' }), {
        maxItems: 20,
        description:
          'role=column: key, name, functions, area, lon, lat, or an attribute such as minAge; of homes weight, lon, lat',
      }),
    ),
    basis: Type.Optional(
      OneOf([...HOME_BASES], 'What the records of a file of homes are, where it is not OpenStreetMap'),
    ),
    crs: Type.Optional(
      Type.Integer({ minimum: 1024, maximum: 999_999, description: 'EPSG code, where the file names none' }),
    ),
  },
  CLOSED,
);

export const Imported = Type.Object({
  release: ReleaseHash,
  unchanged: Type.Boolean({ description: 'The release held exactly this already' }),
  datasets: Type.Array(
    Type.Object({ itemKey: Type.String(), hash: Type.String(), rowCount: Type.Integer() }),
  ),
  findings: Type.Array(
    Type.Object({
      severity: OneOf(['error', 'warning', 'repaired', 'note']),
      check: Type.String(),
      feature: Nullable(Type.String()),
      message: Type.String(),
    }),
    { description: 'The first 200' },
  ),
  findingsInAll: Type.Integer(),
});
