import { Type } from 'typebox';
import type { Ages } from '../../../../../core/access/ages.ts';
import { normById } from '../../../../../core/access/norms.ts';
import { ProblemError } from '../../../../../core/problem.ts';
import { FACILITY_FUNCTION_IDS } from '../../../../../data/facility-functions.ts';
import type { AccessQuestion, ReachRule } from '../../../../releases/access/areas.ts';
import { parseScope } from '../../../../releases/scope.ts';
import { regionOf } from '../../../../releases/select.ts';
import type { Release } from '../../../../releases/types.ts';
import { CLOSED, LevelId, OneOf, RegionQuery, ScopeParameter } from '../shapes.ts';

/** Farthest walk that can be asked about: the largest norm is 5 km. */
export const MOST_METRES = 10_000;

export const DetourParameter = Type.Optional(
  Type.Number({
    minimum: 1,
    maximum: 3,
    default: 1.3,
    description: 'How much longer a walk is than a straight line, where there is no walking network',
  }),
);

export const FunctionParameter = Type.Optional(
  Type.Array(OneOf(FACILITY_FUNCTION_IDS), {
    maxItems: FACILITY_FUNCTION_IDS.length,
    description: 'What a place is for; repeatable, one of them is enough',
  }),
);

export const within = (description: string) =>
  Type.Optional(Type.Number({ minimum: 0, maximum: MOST_METRES, description }));

export const NormsQuery = Type.Object(
  { ...RegionQuery, scope: ScopeParameter, detour: DetourParameter },
  CLOSED,
);

/** Parameters that say who reaches what. */
export const RuleParameters = {
  norm: Type.Optional(
    Type.String({
      pattern: '^[a-z0-9_]{1,40}$',
      description: 'Id of a norm of reach from /access/norms; the other parameters change it',
    }),
  ),
  function: FunctionParameter,
  withinM: within('Walking distance in metres; default that of the norm, else 400'),
  minAreaM2: Type.Optional(
    Type.Number({ minimum: 0, maximum: 1e10, description: 'Smallest surface of a place that counts, m²' }),
  ),
  ages: Type.Optional(
    Type.String({
      pattern: '^(all|\\d{1,3}-\\d{1,3})$',
      description: 'Ages of the children, such as 6-11, or all; default those of the norm, else all',
    }),
  ),
  detour: DetourParameter,
};

export const AreasQuery = Type.Object(
  {
    ...RegionQuery,
    level: Type.Optional(LevelId),
    scope: ScopeParameter,
    ...RuleParameters,
  },
  CLOSED,
);

export const ProfileQuery = Type.Object(
  { ...RegionQuery, withinM: within('Walking distance in metres; default 400'), detour: DetourParameter },
  CLOSED,
);

export const AroundQuery = Type.Object(
  {
    ...RegionQuery,
    lon: Type.Number({ minimum: -180, maximum: 180 }),
    lat: Type.Number({ minimum: -85, maximum: 85 }),
    withinM: within('Walking distance in metres; default 400'),
    function: FunctionParameter,
    detour: DetourParameter,
  },
  CLOSED,
);

export const WITHIN_M = 400;

type RuleAsked = {
  norm?: string;
  function?: string[];
  withinM?: number;
  minAreaM2?: number;
  ages?: string;
};

/**
 * The rule behind the parameters. @throws ProblemError `not-found` for an unknown norm, `bad-parameter` for one that asks
 * for square metres and no distance.
 */
export function ruleOf({ norm, function: functions, withinM, minAreaM2, ages }: RuleAsked): ReachRule {
  const preset = norm === undefined ? null : normById(norm);
  if (preset !== null && preset.rule.kind !== 'reach') {
    throw new ProblemError(
      'bad-parameter',
      `Norm "${preset.id}" asks for square metres, which have no distance; its result is in /access/norms`,
      { parameter: 'norm' },
    );
  }
  const rule = preset?.rule.kind === 'reach' ? preset.rule : null;
  return {
    functions: functions ?? rule?.functions ?? ['play'],
    withinM: withinM ?? rule?.withinM ?? WITHIN_M,
    minAreaM2: minAreaM2 ?? rule?.minAreaM2 ?? null,
    ages: ages === undefined ? (preset?.ages ?? null) : agesIn(ages),
  };
}

export function agesIn(text: string): Ages | null {
  if (text === 'all') return null;
  const [from = Number.NaN, to = Number.NaN] = text.split('-').map(Number);
  return { from, to };
}

/** Which areas and places the parameters ask about; errors as in `regionOf`, `parseScope` and `ruleOf`. */
export function accessAsked(
  release: Release,
  query: RuleAsked & {
    region?: string;
    level?: AccessQuestion['level'];
    scope?: string;
    detour?: number;
  },
): AccessQuestion {
  return {
    region: regionOf(release, query.region).id,
    level: query.level ?? null,
    scope: parseScope(query.scope),
    rule: ruleOf(query),
    detour: query.detour,
  };
}
