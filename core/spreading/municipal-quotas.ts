import { ProblemError } from '../problem.ts';
import type { Edit } from '../scenario/edit.ts';
import { effectOf } from '../scenario/effect.ts';
import type { EvaluationSetting } from '../scenario/evaluate.ts';
import { type ObjectiveGround, objectiveTracker } from '../scenario/objective.ts';
import type { Allocation, Quota } from './types.ts';

/** Between `min` and `max` (null: any number) of the dwellings of a plan go to this municipality. */
export type MunicipalQuota = { code: string; min: number; max: number | null };

/** What a municipality gets of a plan; the first of two stages, whose second is which areas. */
export type MunicipalPart = {
  code: string;
  dwellings: number;
  min: number;
  max: number | null;
  /** What remains of its objective without and with the plan, by the last target; null where it has none. */
  remainingBefore: number | null;
  remaining: number | null;
};

/**
 * Quotas over the areas of a scope. Dwellings of an earlier plan that stay (`kept`) count in them.
 * @throws ProblemError `bad-parameter` where the areas lie in no municipality, for one that has no area in the scope, and
 *   for one that is named twice; `conflict` where what stays is more than a quota allows.
 */
export function municipalQuotas(
  { objective, codes, scope }: Pick<EvaluationSetting, 'objective' | 'codes' | 'scope'>,
  asked: readonly MunicipalQuota[],
  kept: readonly Edit[],
): Quota[] {
  if (asked.length === 0) return [];
  if (!objective) {
    throw new ProblemError(
      'bad-parameter',
      'The areas of this scenario lie in no municipality; leave the quotas of municipalities out.',
    );
  }
  const areasOf = areasByMunicipality(objective, codes, scope);
  const stays = socialByMunicipality(objective, codes, kept);
  const seen = new Set<string>();
  return asked.map(({ code, min, max }) => {
    const areas = areasOf.get(code);
    if (areas === undefined || seen.has(code)) {
      throw new ProblemError(
        'bad-parameter',
        seen.has(code)
          ? `Municipality ${code} has two quotas; give one.`
          : `No area of the scope lies in municipality ${code}; leave its quota out.`,
        { municipality: code },
      );
    }
    seen.add(code);
    const there = stays.get(code) ?? 0;
    if (max !== null && there > max) {
      throw new ProblemError(
        'conflict',
        `Locked areas of municipality ${code} hold ${there} dwellings of the plan already, and at most ${max} were asked; allow more, or unlock an area.`,
        { kept: there, municipality: code },
      );
    }
    return {
      id: code,
      areas: Int32Array.from(areas),
      min: Math.max(0, min - there),
      max: max === null ? Infinity : max - there,
    };
  });
}

/** What each municipality with areas in the scope gets, beside the edits that stay; empty where areas lie in none. */
export function municipalParts(
  setting: EvaluationSetting,
  {
    edits,
    keptOfPlan,
    asked,
  }: { edits: readonly Edit[]; keptOfPlan: readonly Edit[]; asked: readonly MunicipalQuota[] },
  allocation: Allocation,
): MunicipalPart[] {
  const { objective, codes, scope } = setting;
  if (!objective) return [];
  const remains = new Map(remainders(setting, edits).map(one => [one.code, one.dwellings]));
  const stays = socialByMunicipality(objective, codes, keptOfPlan);
  const quotas = new Map(asked.map(one => [one.code, one]));
  return [...areasByMunicipality(objective, codes, scope)].map(([code, areas]) => {
    const placed = areas.reduce((sum, area) => sum + allocation[area]!, 0);
    const before = remains.get(code) ?? null;
    return {
      code,
      dwellings: placed + (stays.get(code) ?? 0),
      min: quotas.get(code)?.min ?? 0,
      max: quotas.get(code)?.max ?? null,
      remainingBefore: before,
      remaining: before === null ? null : before - placed,
    };
  });
}

/** What remains of the objective of each municipality in the scope by its last target, with these edits; those with a target alone. */
export function remainders(
  setting: EvaluationSetting,
  edits: readonly Edit[],
): { code: string; dwellings: number; year: number }[] {
  if (!setting.objective) return [];
  return objectiveTracker(
    setting.objective,
    setting,
  )(edits).flatMap(({ municipality, targets }) => {
    const last = targets.at(-1);
    return last === undefined ? [] : [{ code: municipality, dwellings: last.remaining, year: last.year }];
  });
}

/** Codes of the municipalities that areas of the scope lie in. */
export function municipalitiesWithin({ objective, codes, scope }: EvaluationSetting): string[] {
  return objective ? [...areasByMunicipality(objective, codes, scope).keys()] : [];
}

/** Positions in the scope by municipality, in the order of the municipalities. */
function areasByMunicipality(
  { municipalities, municipalityOf }: ObjectiveGround,
  codes: readonly string[],
  scope: Int32Array | null,
): Map<string, number[]> {
  const cells = scope ?? Int32Array.from(codes.keys());
  const areas: number[][] = municipalities.map(() => []);
  cells.forEach((cell, area) => {
    const at = municipalityOf[cell]!;
    if (at >= 0) areas[at]!.push(area);
  });
  return new Map(municipalities.flatMap((code, at) => (areas[at]!.length === 0 ? [] : [[code, areas[at]!]])));
}

function socialByMunicipality(
  { municipalities, municipalityOf }: ObjectiveGround,
  codes: readonly string[],
  edits: readonly Edit[],
): Map<string, number> {
  const place = new Map(codes.map((code, cell) => [code, municipalityOf[cell]!]));
  const sums = new Map<string, number>();
  for (const edit of edits) {
    if (!edit.enabled) continue;
    const { areas, social } = effectOf(edit);
    areas.forEach((area, k) => {
      const at = place.get(area) ?? -1;
      if (at >= 0) sums.set(municipalities[at]!, (sums.get(municipalities[at]!) ?? 0) + social[k]!);
    });
  }
  return sums;
}
