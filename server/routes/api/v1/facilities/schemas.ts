import { Type } from 'typebox';
import { ATTRIBUTE_IDS, ATTRIBUTES, type AttributeKind } from '../../../../../core/facilities/attributes.ts';
import { BboxParameter, Features } from '../geojson.ts';
import { CLOSED, Nullable, OneOf, RegionQuery, ScopeParameter } from '../shapes.ts';

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
    name: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'Part of the name, whatever its case' }),
    ),
    corrected: Type.Optional(
      Type.Boolean({ description: 'true for those that somebody corrected here, false for the others' }),
    ),
    scope: ScopeParameter,
    bbox: BboxParameter,
  },
  CLOSED,
);

/** The attributes that the product knows, as the registry has them; each may be left out. */
export const AttributeProperties = Object.fromEntries(
  ATTRIBUTE_IDS.map(id => [id, Type.Optional(attributeSchema(ATTRIBUTES[id]))]),
);

function attributeSchema(attribute: AttributeKind) {
  switch (attribute.kind) {
    case 'whole':
      return Type.Integer({
        minimum: attribute.least,
        maximum: attribute.most,
        description: `In ${attribute.unit}`,
      });
    case 'text':
      return Type.String({ maxLength: attribute.longest });
    case 'choice':
      return OneOf(attribute.choices);
    case 'day':
      return Type.String({ format: 'date' });
  }
}

export const FacilityFeatures = Features(
  Type.Object(
    {
      name: Nullable(Type.String()),
      functions: Type.Array(Type.String()),
      source: Type.String({ description: 'Id of the source' }),
      areaM2: Nullable(Type.Number()),
      corrected: Type.Boolean({ description: 'Whether somebody corrected it here' }),
      ...AttributeProperties,
    },
    { additionalProperties: true, description: 'Also what else the source tells' },
  ),
);
