import { type Static, Type } from 'typebox';
import { CORRECTION_ACTIONS } from '../../../../../core/facilities/correction.ts';
import { CLOSED, Nullable, OneOf, RegionParameter, RegionQuery, ReleaseHash } from '../shapes.ts';

const FacilityId = Type.String({ minLength: 3, maxLength: 300, description: 'Id of a facility: source/key' });
const Action = OneOf(
  CORRECTION_ACTIONS,
  'add a place; change, move or retag one; close one; merge `duplicate` into `facility`; say that two are distinct; undo a change',
);

export const CorrectionBody = Type.Object(
  {
    action: Action,
    author: Type.String({ minLength: 1, maxLength: 120, description: 'Who corrects' }),
    reason: Type.String({ minLength: 1, maxLength: 500, description: 'Why, or where it was seen' }),
    region: RegionParameter,
    facility: Type.Optional(FacilityId),
    duplicate: Type.Optional(FacilityId),
    change: Type.Optional(Type.Integer({ minimum: 1, description: 'Number of the change to undo' })),
    name: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
    functions: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: 20 })),
    attributes: Type.Optional(
      Type.Unsafe<Record<string, unknown>>({
        type: 'object',
        additionalProperties: true,
        maxProperties: 20,
        description: 'minAge, maxAge, capacity, … as a facility has them; null takes one away',
      }),
    ),
    areaM2: Type.Optional(Nullable(Type.Number({ description: 'Surface in m²' }))),
    lon: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
    lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
  },
  CLOSED,
);
export type CorrectionBody = Static<typeof CorrectionBody>;

export const Corrected = Type.Object({
  change: Type.Integer({ description: 'Number of the change, to undo it' }),
  release: ReleaseHash,
  facilities: Type.Array(Type.String()),
});

export const CorrectionsQuery = Type.Object({ ...RegionQuery, facility: Type.Optional(FacilityId) }, CLOSED);

const AnyValue = Type.Unsafe<unknown>({ description: 'A value of that field', nullable: true });

export const Corrections = Type.Object({
  release: ReleaseHash,
  region: Type.String(),
  corrections: Type.Array(
    Type.Object({
      change: Type.Integer(),
      action: Action,
      author: Type.String(),
      reason: Type.String(),
      madeAt: Type.String({ format: 'date-time' }),
      undoes: Nullable(Type.Integer()),
      holds: Type.Boolean({ description: 'False once it is undone' }),
      places: Type.Array(
        Type.Object({
          facility: Type.String(),
          name: Nullable(Type.String()),
          lost: Nullable(
            OneOf(
              ['gone', 'target-gone'],
              'The source has it no longer, or the place it was merged into is not shown',
            ),
          ),
          fields: Type.Array(
            Type.Object({
              field: Type.String(),
              original: AnyValue,
              to: AnyValue,
              now: AnyValue,
              state: OneOf(
                ['applied', 'changed', 'adopted'],
                'changed: the source says something else since, and both are kept; adopted: the source says the same now',
              ),
            }),
          ),
        }),
      ),
    }),
  ),
});

export const DuplicatesQuery = Type.Object(
  {
    ...RegionQuery,
    withinM: Type.Optional(
      Type.Number({ minimum: 1, maximum: 1000, default: 100, description: 'Metres apart at most' }),
    ),
    leastScore: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1,
        default: 0.5,
        description: 'Likeness from which a pair is listed',
      }),
    ),
  },
  CLOSED,
);

export const Duplicates = Type.Object({
  release: ReleaseHash,
  region: Type.String(),
  pairs: Type.Array(
    Type.Object({
      facilities: Type.Array(Type.String(), { minItems: 2, maxItems: 2 }),
      names: Type.Array(Nullable(Type.String()), { minItems: 2, maxItems: 2 }),
      score: Type.Number({ description: '0 to 1, likeliest first' }),
      distanceM: Type.Number({ description: 'Metres between their nearest edges' }),
      nameSimilarity: Nullable(Type.Number({ description: '0 to 1; null where one has no name' })),
      sharedFunctions: Type.Array(Type.String()),
    }),
  ),
});
