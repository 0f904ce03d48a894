import { Type } from 'typebox';
import { BboxParameter, Features } from '../geojson.ts';
import { CLOSED, Nullable, RegionQuery, ScopeParameter } from '../shapes.ts';

/** Which facilities; the exports take the same. */
export const FacilitiesQuery = Type.Object(
  {
    ...RegionQuery,
    function: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 40 }), {
        maxItems: 20,
        description:
          'Function of the facility, such as play or meeting; give it more than once for any of several',
      }),
    ),
    source: Type.Optional(Type.String({ minLength: 1, maxLength: 80, description: 'Id of a source' })),
    scope: ScopeParameter,
    bbox: BboxParameter,
  },
  CLOSED,
);

export const FacilityFeatures = Features(
  Type.Object(
    {
      name: Nullable(Type.String()),
      functions: Type.Array(Type.String()),
      source: Type.String({ description: 'Id of the source' }),
      areaM2: Nullable(Type.Number()),
    },
    { additionalProperties: true, description: 'Also what else the source tells, such as minAge' },
  ),
);
