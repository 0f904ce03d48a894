import { keepZones } from '../concentration/counts.ts';
import { ProblemError } from '../problem.ts';
import { editApplier } from '../scenario/apply.ts';
import type { Build, Edit } from '../scenario/edit.ts';
import { addDwellings, areasNamed } from '../scenario/edits.ts';
import { effectOf } from '../scenario/effect.ts';
import type { EvaluationSetting } from '../scenario/evaluate.ts';
import { dwellingsIn } from '../scenario/homes.ts';
import { capacityLimit, lockedAreas, maxShareLimit } from './limits.ts';
import type { Limit, SpreadProblem } from './types.ts';

/** What a planner asks of a plan for a scenario. */
export type SpreadAsk = {
  /** New social dwellings in the plan, those in locked areas included. */
  dwellings: number;
  objective: string;
  /** The most new dwellings of the plan in one area; null for no such limit. */
  perArea: number | null;
  /** Share of social dwellings that no area may pass by building, 0–1. */
  maxShare: number | null;
  /** An area gets none, or at least so many; 1 where any number will do. */
  minProject: number;
};

/** The problem that a scenario poses. */
export type AskedPlan = {
  problem: SpreadProblem;
  /** Dwellings of the earlier plan in locked areas, which count in what was asked. */
  keptDwellings: number;
};

const PLAN_PREFIX = 'plan-';

/** Whether an edit came from a plan, so that the next plan may replace it. */
export const isOfPlan = (edit: Edit): edit is Build =>
  edit.kind === 'build' && edit.id.startsWith(PLAN_PREFIX);

/**
 * A scenario as a problem of spreading over its scope, on the counts that its other edits leave: locked areas and areas
 * excluded as a whole take none, capacities what is not built there yet. A zone that was drawn limits no area, because it
 * says nothing of the rest of the areas it lies in.
 * @throws ProblemError as `keepZones` and the limits; `conflict` where locked areas hold more than was asked.
 */
export function scenarioProblem(
  setting: EvaluationSetting,
  edits: readonly Edit[],
  ask: SpreadAsk,
): AskedPlan {
  const locked = lockedCodes(edits);
  const kept = keptEdits(edits);
  const keptDwellings = kept.reduce(
    (sum, edit) => sum + (isOfPlan(edit) && edit.enabled ? dwellingsIn(edit.social) : 0),
    0,
  );
  const dwellings = ask.dwellings - keptDwellings;
  if (dwellings < 1) {
    throw new ProblemError(
      'conflict',
      `Locked areas hold ${keptDwellings} dwellings of the plan already, and ${ask.dwellings} were asked; ask for more, or unlock an area.`,
      { kept: keptDwellings, dwellings: ask.dwellings },
    );
  }
  const counts = countsInScope(setting, kept);
  const limits = limitsOf(counts, kept, locked, ask);
  const { minProject } = ask;
  return { problem: { ...counts, dwellings, limits, quotas: [], minProject }, keptDwellings };
}

type ScopeCounts = Pick<SpreadProblem, 'codes' | 'group' | 'total'>;

function countsInScope(setting: EvaluationSetting, kept: readonly Edit[]): ScopeCounts {
  const { group, total } = editApplier(setting)(kept);
  const cells = setting.scope ?? Int32Array.from(setting.codes.keys());
  const codes = Array.from(cells, cell => setting.codes[cell]!);
  const all = Float64Array.from(cells, cell => total[cell]!);
  const social = Float64Array.from(cells, cell => group[cell]!);
  // Refuses what no index can be computed on.
  keepZones(codes, social, all, { clamp: setting.clamp ?? false });
  return { codes, group: social.map((x, i) => Math.min(x, all[i]!)), total: all };
}

function limitsOf(
  counts: ScopeCounts,
  kept: readonly Edit[],
  locked: ReadonlySet<string>,
  { perArea, maxShare }: SpreadAsk,
): Limit[] {
  const { codes } = counts;
  const enabled = kept.filter(edit => edit.enabled);
  const closed = new Set(
    enabled.flatMap(edit => (edit.kind === 'exclude' && edit.place.kind === 'areas' ? edit.place.areas : [])),
  );
  const within = (set: ReadonlySet<string>) => Array.from(codes.keys()).filter(area => set.has(codes[area]!));
  const room = roomLeft(enabled);
  return [
    ...(locked.size === 0 ? [] : [lockedAreas('locked', codes.length, within(locked))]),
    ...(closed.size === 0 ? [] : [lockedAreas('excluded', codes.length, within(closed))]),
    ...(room.size === 0
      ? []
      : [
          capacityLimit(
            codes,
            codes.map(code => room.get(code) ?? Number.NaN),
          ),
        ]),
    ...(perArea === null ? [] : [{ id: 'per-area', most: new Float64Array(codes.length).fill(perArea) }]),
    ...(maxShare === null ? [] : [maxShareLimit(counts, maxShare)]),
  ];
}

/** Room by area for new dwellings of any kind, less what edits build there; for areas with a capacity only. */
function roomLeft(edits: readonly Edit[]): Map<string, number> {
  const room = new Map<string, number>();
  for (const edit of edits) {
    if (edit.kind !== 'capacity') continue;
    for (const code of edit.areas)
      room.set(code, Math.min(room.get(code) ?? Number.POSITIVE_INFINITY, edit.dwellings));
  }
  for (const edit of edits) {
    if (edit.kind !== 'build') continue;
    const { areas, total } = effectOf(edit);
    areas.forEach((code, i) => {
      const left = room.get(code);
      if (left !== undefined) room.set(code, Math.max(0, left - total[i]!));
    });
  }
  return room;
}

/** What an area of a plan gets, and why. */
export type PlannedArea = { code: string; dwellings: number; note: string };

/** A plan as edits that a planner can change by hand, one an area, most dwellings first. `newId` gives an id no other edit has. */
export function planEdits(areas: readonly PlannedArea[], newId: () => string): Build[] {
  return areas
    .toSorted((one, other) => other.dwellings - one.dwellings)
    .map(({ code, dwellings, note }) =>
      addDwellings({ id: PLAN_PREFIX + newId(), areas: [code], socialPerArea: dwellings, note }),
    );
}

/** Edits of a scenario that stay when a plan is taken over: all but the parts of an earlier one that are not locked. */
export function keptEdits(edits: readonly Edit[]): Edit[] {
  const locked = lockedCodes(edits);
  return edits.filter(edit => !isOfPlan(edit) || areasNamed(edit).some(code => locked.has(code)));
}

const lockedCodes = (edits: readonly Edit[]): ReadonlySet<string> =>
  new Set(edits.flatMap(edit => (edit.enabled && edit.kind === 'lock' ? edit.areas : [])));
