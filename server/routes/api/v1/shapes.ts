import { type Static, type TSchema, Type } from 'typebox';
import { COUNTED_INSTEAD } from '../../../../core/areas/indicator.ts';
import { AREA_LEVELS } from '../../../../core/areas/types.ts';

/** A value that may be null, said the way OpenAPI 3.0 says it. */
export function Nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Unsafe<Static<Schema> | null>({ ...schema, nullable: true });
}

/** One of a list of texts, as an `enum`: OpenAPI 3.0 knows no `const`. */
export function OneOf<const Values extends readonly string[]>(values: Values, description?: string) {
  return Type.Unsafe<Values[number]>({
    type: 'string',
    enum: [...values],
    ...(description === undefined ? {} : { description }),
  });
}

export const LevelId = OneOf(AREA_LEVELS, 'Area level, from coarse to fine');
export const ReleaseHash = Type.String({ description: 'Hash of the release the answer follows from' });

export const Texts = Type.Object({ nl: Type.String(), en: Type.String(), fr: Type.String() });

export const Bbox = Type.Array(Type.Number(), {
  minItems: 4,
  maxItems: 4,
  description: 'West, south, east, north in WGS84 degrees',
});

export const Source = Type.Object({
  title: Type.String(),
  publisher: Nullable(Type.String()),
  licence: Nullable(Type.String()),
  url: Nullable(Type.String()),
  fileName: Nullable(Type.String()),
  fileHash: Nullable(Type.String()),
  note: Nullable(Type.String()),
  counts: Type.Optional(
    Type.Object(
      {
        denominator: Type.Optional(OneOf(COUNTED_INSTEAD)),
        birthYears: Type.Optional(Type.Array(Type.Integer(), { description: 'First and last', maxItems: 2 })),
      },
      { description: 'What the dataset counts, where the indicator does not say' },
    ),
  ),
});

const HASH_PATTERN = '^[0-9a-f]{8,128}$';

/** A hash in a path or a body. */
export const Hash = Type.String({ pattern: HASH_PATTERN });

export const ReleaseParameter = Type.Optional(
  Type.String({
    pattern: HASH_PATTERN,
    description:
      'Hash of a release, or its first 8 characters or more; default the current release. With it the answer may be cached for good.',
  }),
);
export const RegionParameter = Type.Optional(
  Type.String({
    pattern: '^[a-z0-9][a-z0-9-]{0,30}$',
    description: 'Id of a region; without it the default region of the release',
  }),
);
export const VintageParameter = Type.Optional(
  Type.Integer({
    minimum: 1800,
    maximum: 2200,
    description: 'Edition of the boundaries; default the newest',
  }),
);
export const YearParameter = Type.Optional(
  Type.Integer({ minimum: 1800, maximum: 2200, description: 'Year of the values; default the newest' }),
);
export const ScopeParameter = Type.Optional(
  Type.String({
    pattern: '^[a-z]+:.+$',
    maxLength: 120,
    description: 'level:code of the area to look within, e.g. municipality:44021; default the whole region',
  }),
);

/** Parameters that every reading call of a region takes. */
export const RegionQuery = { release: ReleaseParameter, region: RegionParameter };

export const CLOSED = { additionalProperties: false } as const;
