import { type TSchema, Type } from 'typebox';
import { HOME_SIZES, HomesSchema } from '../../../../../core/scenario/homes.ts';
import { AGAINST } from '../../../../../core/spreading/against.ts';
import { DEFAULT_OBJECTIVE } from '../../../../../core/spreading/objectives.ts';
import { WAYS } from '../../../../../core/spreading/plan-by.ts';
import { ScenarioBody } from '../scenarios/schemas.ts';
import { CLOSED, ReleaseHash } from '../shapes.ts';

/** More than all of Flanders plans, and what a search with its prices and frontier does in the time that an answer has. */
const MOST_DWELLINGS = 100_000;
/** Within the time that waiting and computing have together. */
const MOST_SECONDS = 80;

const Whole = Type.Integer({ minimum: 0, maximum: MOST_DWELLINGS });
const Euros = Type.Number({ minimum: 0, maximum: 1e12 });
const orNull = <Schema extends TSchema>(schema: Schema) => Type.Optional(Type.Union([schema, Type.Null()]));
const YearNumber = Type.Integer({ minimum: 1, maximum: 100 });

const SiteBody = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 64 }),
    area: Type.String({ minLength: 1, maxLength: 64 }),
    most: Type.Optional(Whole),
    least: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_DWELLINGS })),
    eurosPerDwelling: Type.Optional(Euros),
    eurosPerProject: Type.Optional(Euros),
    from: Type.Optional(YearNumber),
  },
  CLOSED,
);

/** Constraints that only the solver answers; what is left out is not asked. */
const CouplingsBody = Type.Object(
  {
    budgetEuros: orNull(Euros),
    eurosPerDwelling: Type.Optional(Euros),
    eurosPerProject: Type.Optional(Euros),
    eurosByArea: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), Euros)),
    maxProjects: orNull(Type.Integer({ minimum: 1 })),
    familyShare: orNull(Type.Number({ minimum: 0, maximum: 1 })),
    familyPerArea: orNull(Whole),
    eurosMorePerFamily: Type.Optional(Euros),
    perYear: orNull(Type.Array(Whole, { minItems: 1, maxItems: 100 })),
    availableFrom: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), YearNumber)),
    playNormMetres: orNull(Type.Number({ minimum: 0, maximum: 100_000 })),
    eurosPerPlayPlace: orNull(Euros),
    sites: orNull(Type.Array(SiteBody, { minItems: 1, maxItems: 20_000 })),
    secondsLimit: Type.Optional(
      Type.Number({
        minimum: 1,
        maximum: MOST_SECONDS,
        description: 'The search ends with the best plan so far',
      }),
    ),
    gap: Type.Optional(Type.Number({ minimum: 0, maximum: 1, description: 'A gap that is small enough' })),
  },
  CLOSED,
);

const NumberOrNull = Type.Union([Type.Number(), Type.Null()]);
const Listed = Type.Object({ code: Type.String(), dwellings: Type.Integer() });

export const SpreadBody = Type.Object(
  {
    scenario: ScenarioBody,
    ask: Type.Object(
      {
        dwellings: Type.Integer({
          minimum: 1,
          maximum: MOST_DWELLINGS,
          description: 'New social dwellings, those of an earlier plan in locked areas included',
        }),
        objective: Type.Optional(
          Type.String({
            maxLength: 200,
            description: `${DEFAULT_OBJECTIVE} where not said; a weighted sum such as 0.7*hutchens+0.3*isolation; or two in order, dissimilarity,isolation, the first of which may give some percent: dissimilarity~2%,isolation`,
          }),
        ),
        perArea: Type.Optional(Type.Union([Type.Integer({ minimum: 0 }), Type.Null()])),
        maxShare: Type.Optional(Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()])),
        minProject: Type.Optional(Type.Integer({ minimum: 1 })),
        way: Type.Optional(
          Type.Enum(WAYS, {
            description:
              'build new dwellings, or at most so many conversions or moves of existing ones; build where not said',
          }),
        ),
        dwellingsMost: Type.Optional(
          Type.Union([Type.Integer({ minimum: 1, maximum: MOST_DWELLINGS }), Type.Null()], {
            description: 'Upper end of a range that begins with dwellings: the best number in it is placed',
          }),
        ),
        municipalities: Type.Optional(
          Type.Array(
            Type.Object(
              {
                code: Type.String({ maxLength: 40 }),
                min: Type.Integer({ minimum: 0, maximum: MOST_DWELLINGS }),
                max: Type.Union([Type.Integer({ minimum: 0, maximum: MOST_DWELLINGS }), Type.Null()]),
              },
              CLOSED,
            ),
            { maxItems: 1_000, description: 'How many of the dwellings go to each of these municipalities' },
          ),
        ),
        against: Type.Optional(
          Type.Enum(AGAINST, {
            description: 'What the frontier weighs the objective against; child_poverty where not said',
          }),
        ),
        bedrooms: orNull(
          Type.Object(
            Object.fromEntries(
              HOME_SIZES.filter(size => size !== 'unspecified').map(size => [
                size,
                Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
              ]),
            ),
            {
              ...CLOSED,
              description:
                'Parts of the new dwellings by number of bedrooms, together at most 1: each area of the plan has its `homes`',
            },
          ),
        ),
        provenFrontier: Type.Optional(
          Type.Boolean({ description: 'Whether the solver proves every point of the frontier' }),
        ),
        costs: Type.Optional(
          Type.Array(
            Type.Object({ code: Type.String({ maxLength: 40 }), cost: Type.Number({ minimum: 0 }) }, CLOSED),
            {
              maxItems: 20_000,
              description: 'Cost of a new dwelling by area or municipality, for against: dwelling_cost',
            },
          ),
        ),
        couplings: orNull(CouplingsBody),
      },
      CLOSED,
    ),
  },
  CLOSED,
);

const StoppedBy = Type.Object({ kind: Type.String(), id: Type.Optional(Type.String()) });

export const SpreadPlan = Type.Object({
  objective: Type.String(),
  before: NumberOrNull,
  after: Type.Number(),
  bound: Type.Number({ description: 'No plan within the constraints has a lower value' }),
  gap: Type.Number(),
  optimal: Type.Boolean(),
  within: Type.Optional(
    Type.Object(
      {
        objective: Type.String(),
        lowest: Type.Number(),
        most: Type.Number(),
        after: Type.Number(),
      },
      {
        description:
          'Of two in order with a tolerance, whose other values are those of the second: the first, its lowest value, the most it may be, and what it is',
      },
    ),
  ),
  areas: Type.Array(
    Type.Object({
      code: Type.String(),
      dwellings: Type.Integer(),
      lowersBy: NumberOrNull,
      stoppedBy: StoppedBy,
      homes: Type.Optional(HomesSchema),
    }),
  ),
  keptDwellings: Type.Integer(),
  way: Type.String(),
  dwellings: Type.Integer({ description: 'Placed, converted or moved: of a range the best number' }),
  indices: Type.Array(Type.Object({ id: Type.String(), before: NumberOrNull, after: NumberOrNull }), {
    description: 'Each index of an objective of more than one',
  }),
  municipalities: Type.Array(
    Type.Object({
      code: Type.String(),
      dwellings: Type.Integer(),
      min: Type.Integer(),
      max: Type.Union([Type.Integer(), Type.Null()]),
      remainingBefore: NumberOrNull,
      remaining: NumberOrNull,
    }),
    { description: 'What each municipality gets, and what remains of its objective by the last target' },
  ),
  coupled: Type.Optional(
    Type.Object({
      ended: Type.String({ description: 'optimal, time, memory or interrupted' }),
      seconds: Type.Number(),
      euros: Type.Number(),
      projects: Type.Integer(),
      family: Type.Union([Type.Array(Listed), Type.Null()]),
      playPlaces: Type.Array(Type.String()),
      years: Type.Union([Type.Array(Type.Array(Listed)), Type.Null()]),
      sites: Type.Union([
        Type.Array(Type.Object({ code: Type.String(), area: Type.String(), dwellings: Type.Integer() })),
        Type.Null(),
      ]),
    }),
  ),
});

const Beside = Type.Object({
  own: NumberOrNull,
  yardsticks: Type.Array(Type.Object({ id: Type.String(), value: NumberOrNull })),
  prices: Type.Array(
    Type.Object({
      constraint: Type.Object({
        kind: Type.String(),
        id: Type.Optional(Type.String()),
        code: Type.Optional(Type.String()),
      }),
      more: Type.Integer(),
      unit: Type.Optional(Type.String({ description: 'dwellings where not said' })),
      ofRelaxation: Type.Optional(Type.Boolean()),
      lowersBy: Type.Number(),
    }),
  ),
  frontier: Type.Union([
    Type.Object({
      against: Type.String(),
      points: Type.Array(
        Type.Object({
          values: Type.Array(Type.Number()),
          proof: Type.String({ description: 'supported, exact or bounded' }),
          gap: Type.Number({
            description: 'How far at most the first value lies above the lowest with the second at most this',
          }),
          areas: Type.Array(Listed),
        }),
      ),
      extent: Type.String({
        description:
          'all: every plan that none betters in both; lines: no plan lies below the lines between neighbours; part: there is more to be had',
      }),
      withoutFigure: Type.Integer(),
    }),
    Type.Null(),
  ]),
});

export const SpreadFound = Type.Object({ release: ReleaseHash, plan: SpreadPlan, beside: Beside });
