import { Type } from 'typebox';
import { DEFAULT_OBJECTIVE } from '../../../../../core/spreading/objectives.ts';
import { ScenarioBody } from '../scenarios/schemas.ts';
import { CLOSED, ReleaseHash } from '../shapes.ts';

/** More than all of Flanders plans, and what a search with its prices and frontier does in the time that an answer has. */
const MOST_DWELLINGS = 100_000;

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
          Type.String({ maxLength: 40, description: `${DEFAULT_OBJECTIVE} where not said` }),
        ),
        perArea: Type.Optional(Type.Union([Type.Integer({ minimum: 0 }), Type.Null()])),
        maxShare: Type.Optional(Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()])),
        minProject: Type.Optional(Type.Integer({ minimum: 1 })),
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
  areas: Type.Array(
    Type.Object({
      code: Type.String(),
      dwellings: Type.Integer(),
      lowersBy: NumberOrNull,
      stoppedBy: StoppedBy,
    }),
  ),
  keptDwellings: Type.Integer(),
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
      lowersBy: Type.Number(),
    }),
  ),
  frontier: Type.Union([
    Type.Object({
      points: Type.Array(Type.Object({ values: Type.Array(Type.Number()), areas: Type.Array(Listed) })),
      complete: Type.Boolean(),
      withoutFigure: Type.Integer(),
    }),
    Type.Null(),
  ]),
});

export const SpreadFound = Type.Object({ release: ReleaseHash, plan: SpreadPlan, beside: Beside });
