import { Type } from 'typebox';
import type { AreaLevel } from '../../../../../core/areas/types.ts';
import { FACILITY_FUNCTION_IDS } from '../../../../../data/facility-functions.ts';
import type { FamiliesQuestion } from '../../../../releases/access/families.ts';
import type { VarietyQuestion } from '../../../../releases/access/variety.ts';
import { parseScope } from '../../../../releases/scope.ts';
import { regionOf } from '../../../../releases/select.ts';
import type { Release } from '../../../../releases/types.ts';
import { CLOSED, LevelId, Nullable, OneOf, RegionQuery, ScopeParameter, Source } from '../shapes.ts';
import { agesIn, DetourParameter, FunctionParameter, MOST_METRES, WITHIN_M, within } from './parameters.ts';
import { AccessOrigin, AgesView, Coverage } from './schemas.ts';
import { checkedCatchment, checkedFunction, MOST_CATCHMENT_M } from './supply-parameters.ts';

const MaybeNumber = Nullable(Type.Number());
const Cells = Type.Array(MaybeNumber);

const Asked = {
  ...RegionQuery,
  level: Type.Optional(LevelId),
  scope: ScopeParameter,
  detour: DetourParameter,
};

export const VarietyQuery = Type.Object(
  {
    ...Asked,
    function: FunctionParameter,
    withinM: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: MOST_CATCHMENT_M,
        description: `Walking distance in metres; default ${WITHIN_M}`,
      }),
    ),
    ages: Type.Optional(
      Type.String({
        pattern: '^(all|\\d{1,3}-\\d{1,3})$',
        description: 'Ages of the children, such as 6-11, or all; default all',
      }),
    ),
  },
  CLOSED,
);

export const FamiliesQuery = Type.Object(
  {
    ...Asked,
    function: Type.Optional(
      OneOf(FACILITY_FUNCTION_IDS, 'What a family centre is in the data; default huis_van_het_kind'),
    ),
    withinM: within(`Walking distance in metres that areas are told for; default ${WITHIN_M}`),
  },
  CLOSED,
);

const Told = {
  ...AccessOrigin,
  level: LevelId,
  vintage: Type.Integer(),
  areasHash: Type.String(),
  scope: Nullable(Type.Object({ level: LevelId, code: Type.String() })),
  withinM: Type.Number(),
};

const Group = Nullable(
  Type.Object({
    children: Type.Number(),
    mean: MaybeNumber,
    byNumber: Type.Array(Type.Number(), { description: 'Children with none of the functions, one, two, …' }),
  }),
);

export const VarietyAnswer = Type.Object({
  ...Told,
  functions: Type.Array(Type.String(), { description: 'Functions that are counted' }),
  counted: Type.Array(AgesView, { description: 'Ages of the children that are counted' }),
  exactAges: Type.Boolean({ description: 'Whether those are just the ages that were asked for' }),
  areasWithout: Type.Integer({ description: 'Areas without a number of children' }),
  totals: Type.Object({ all: Group, deprived: Group, others: Group }),
  columns: Type.Object({
    code: Type.Array(Type.String()),
    index: Type.Array(Type.Integer()),
    children: Cells,
    mean: Cells,
  }),
});

export const FamiliesAnswer = Type.Object({
  ...Told,
  function: Type.String(),
  births: Type.Object(
    { year: Type.Integer(), source: Source },
    { description: 'Where the births come from; of how many birth years their source says' },
  ),
  areasWithoutBirths: Type.Integer({ description: 'Areas whose births are not known or are protected' }),
  centres: Type.Integer({ description: 'Family centres in the whole region' }),
  reach: Type.Array(
    Type.Object({
      withinM: Type.Number(),
      births: Coverage,
      deprived: Coverage,
      indexWithin: Nullable(Type.Number({ description: 'Child-poverty index of the births within reach' })),
      indexBeyond: MaybeNumber,
    }),
  ),
  columns: Type.Object({
    code: Type.Array(Type.String()),
    index: Type.Array(Type.Integer()),
    births: Cells,
    births_reached: Cells,
    deprived: Cells,
    deprived_reached: Cells,
    deprived_share: Cells,
  }),
});

/** What of the parameters may be left out. */
export type AroundChildrenAsked = {
  region?: string;
  level?: AreaLevel;
  scope?: string;
  withinM?: number;
  detour?: number;
};

/** The question behind the parameters; errors as `regionOf`, `parseScope`, `checkedFunction` and `checkedCatchment`. */
export function varietyAsked(
  release: Release,
  { function: functions, ages, ...asked }: AroundChildrenAsked & { function?: string[]; ages?: string },
): VarietyQuestion {
  const question = placeAsked(release, asked);
  return {
    ...question,
    functions: functions?.map(checkedFunction) ?? null,
    ages: ages === undefined ? null : agesIn(ages),
    withinM: checkedCatchment(question.withinM, MOST_CATCHMENT_M, 'withinM'),
  };
}

/** The question behind the parameters; errors as `regionOf`, `parseScope`, `checkedFunction` and `checkedCatchment`. */
export function familiesAsked(
  release: Release,
  { function: centre, ...asked }: AroundChildrenAsked & { function?: string },
): FamiliesQuestion {
  const question = placeAsked(release, asked);
  return {
    ...question,
    function: checkedFunction(centre ?? 'huis_van_het_kind'),
    withinM: checkedCatchment(question.withinM, MOST_METRES, 'withinM'),
  };
}

const placeAsked = (release: Release, { region, level, scope, withinM, detour }: AroundChildrenAsked) => ({
  region: regionOf(release, region).id,
  level: level ?? null,
  scope: parseScope(scope),
  withinM: withinM ?? WITHIN_M,
  detour,
});
