import { Type } from 'typebox';
import { agesServed } from '../../../../../core/access/ages-served.ts';
import type { Decay } from '../../../../../core/access/supply-of-areas.ts';
import type { AreaLevel } from '../../../../../core/areas/types.ts';
import { ProblemError } from '../../../../../core/problem.ts';
import { FACILITY_FUNCTION_IDS, isFacilityFunction } from '../../../../../data/facility-functions.ts';
import type { SupplyQuestion } from '../../../../releases/access/supply.ts';
import { parseScope } from '../../../../releases/scope.ts';
import { regionOf } from '../../../../releases/select.ts';
import type { Release } from '../../../../releases/types.ts';
import { CLOSED, LevelId, OneOf, RegionQuery, ScopeParameter } from '../shapes.ts';
import { agesIn, DetourParameter } from './parameters.ts';

/** Farthest walk within which all places of every home are looked up; three kilometres take a child an hour. */
export const MOST_CATCHMENT_M = 3_000;
/** A walk of a quarter of an hour. */
const CATCHMENT_M = 1_000;

export const SUPPLY_KINDS = ['capacity', 'staff', 'areaM2'] as const;
export const DECAYS = ['even', 'gaussian'] as const;

export const AgesParameter = Type.Optional(
  Type.String({
    pattern: '^(all|\\d{1,3}-\\d{1,3})$',
    description: 'Ages of the children, such as 6-11, or all; default those that the function serves',
  }),
);

export const CatchmentM = Type.Optional(
  Type.Number({
    minimum: 0,
    maximum: MOST_CATCHMENT_M,
    description: `Walking distance in metres; default ${CATCHMENT_M}`,
  }),
);

export const SupplyQuery = Type.Object(
  {
    ...RegionQuery,
    level: Type.Optional(LevelId),
    scope: ScopeParameter,
    function: Type.Optional(OneOf(FACILITY_FUNCTION_IDS, 'What the places are for; default childcare')),
    kind: Type.Optional(
      OneOf(SUPPLY_KINDS, 'Room for children, staff in full-time equivalents, or surface; default capacity'),
    ),
    ages: AgesParameter,
    withinM: CatchmentM,
    decay: Type.Optional(
      OneOf(
        DECAYS,
        'Whether a place counts whole within the distance, or less the farther it is; default even',
      ),
    ),
    rings: Type.Optional(
      Type.String({
        pattern: '^\\d{1,4}:(0|1|0?\\.\\d{1,6})(,\\d{1,4}:(0|1|0?\\.\\d{1,6})){0,9}$',
        description: 'Instead of withinM and decay: rings and their weights, such as 300:1,600:0.5,1000:0.2',
      }),
    ),
    mostPerChild: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        maximum: 1e6,
        description: 'Most that a place can give one child, such as 1 place in childcare; default no limit',
      }),
    ),
    choosing: Type.Optional(
      Type.Boolean({
        description: 'Whether children divide over the places in reach (three-step form); default false',
      }),
    ),
    detour: DetourParameter,
  },
  CLOSED,
);

/** What of the parameters may be left out. */
export type SupplyAsked = {
  region?: string;
  level?: AreaLevel;
  scope?: string;
  function?: string;
  kind?: SupplyQuestion['kind'];
  ages?: string;
  withinM?: number;
  decay?: (typeof DECAYS)[number];
  rings?: string;
  mostPerChild?: number;
  choosing?: boolean;
  detour?: number;
};

/** The question behind the parameters. @throws ProblemError as `regionOf` and `parseScope`; `bad-parameter` for rings beside a distance. */
export function supplyAsked(release: Release, query: SupplyAsked): SupplyQuestion {
  const wanted = checkedFunction(query.function ?? 'childcare');
  return {
    region: regionOf(release, query.region).id,
    level: query.level ?? null,
    scope: parseScope(query.scope),
    function: wanted,
    kind: query.kind ?? 'capacity',
    ages: query.ages === undefined ? agesServed(wanted) : agesIn(query.ages),
    decay: decayOf(query),
    mostPerChild: query.mostPerChild ?? null,
    choosing: query.choosing ?? false,
    detour: query.detour,
  };
}

function decayOf({ withinM, decay, rings }: SupplyAsked): Decay {
  if (rings === undefined)
    return {
      kind: decay ?? 'even',
      withinM: checkedCatchment(withinM ?? CATCHMENT_M, MOST_CATCHMENT_M, 'withinM'),
    };
  if (withinM !== undefined || decay !== undefined)
    throw new ProblemError(
      'bad-parameter',
      `Rings "${rings}" say how far and how much a place counts; leave withinM and decay out`,
      { parameter: 'rings' },
    );
  const steps = rings.split(',').map(ring => {
    const [metres = Number.NaN, weight = Number.NaN] = ring.split(':').map(Number);
    return { withinM: metres, weight };
  });
  checkedCatchment(steps.at(-1)!.withinM, MOST_CATCHMENT_M, 'rings');
  return { kind: 'rings', rings: steps };
}

/** @throws ProblemError `bad-parameter` for a walk that is too far, also where no schema looked at it */
export function checkedCatchment(metres: number, mostM: number, parameter: string): number {
  if (metres <= mostM) return metres;
  throw new ProblemError('bad-parameter', `A walk of ${metres} m is asked for, and ${mostM} m is the most`, {
    parameter,
  });
}

/** @throws ProblemError `bad-parameter` for a function that no place has, also where no schema looked at it */
export function checkedFunction(text: string): string {
  if (isFacilityFunction(text)) return text;
  throw new ProblemError(
    'bad-parameter',
    `"${text}" is no function of a place; there are: ${FACILITY_FUNCTION_IDS.join(', ')}`,
    { parameter: 'function' },
  );
}
