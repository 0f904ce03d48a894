import { keepZones } from '../concentration/counts.ts';
import { ProblemError } from '../problem.ts';
import { editApplier } from '../scenario/apply.ts';
import type { Edit } from '../scenario/edit.ts';
import { addDwellings, areasNamed, newAreaEdit } from '../scenario/edits.ts';
import { effectOf } from '../scenario/effect.ts';
import type { EvaluationSetting } from '../scenario/evaluate.ts';
import { dwellingsIn, type Homes } from '../scenario/homes.ts';
import type { AgainstId, AreaCost } from './against.ts';
import type { BedroomMix } from './bedrooms.ts';
import type { CouplingsAsk } from './coupled/ask.ts';
import { capacityLimit, lockedAreas, maxShareLimit } from './limits.ts';
import { type MunicipalQuota, municipalQuotas } from './municipal-quotas.ts';
import type { Way } from './plan-by.ts';
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
  /** New dwellings, or at most so many conversions or moves of existing ones; new ones where not said. */
  way?: Way;
  /** Upper end of a range that begins with `dwellings`; null or absent for the number itself. */
  dwellingsMost?: number | null;
  /** Of all dwellings of the plan, those in locked areas included. */
  municipalities?: readonly MunicipalQuota[];
  /** Parts of the new dwellings by number of bedrooms, 0–1; null or absent where sizes are not told apart. */
  bedrooms?: BedroomMix | null;
  /** What the frontier weighs the objective against; child poverty where not said. */
  against?: AgainstId;
  /** Whether the solver proves every point of the frontier, where there is one. */
  provenFrontier?: boolean;
  /** Cost of a new dwelling, by code of an area or of a municipality; an area's own goes before. Of the frontier. */
  costs?: readonly AreaCost[];
  /** Constraints that only the solver answers; null or absent for none. */
  couplings?: CouplingsAsk | null;
};

/** The problem that a scenario poses. */
export type AskedPlan = {
  problem: SpreadProblem;
  /** Upper end of the range for the number; null where there is none. */
  most: number | null;
  /** Edits that stay, those of an earlier plan in locked areas among them, and these alone. */
  kept: readonly Edit[];
  keptOfPlan: readonly Edit[];
  /** Dwellings of the earlier plan in locked areas, which count in what was asked. */
  keptDwellings: number;
};

const PLAN_PREFIX = 'plan-';

/** An edit that a plan can become. */
export type PlanEdit = Extract<Edit, { kind: 'build' | 'convert' | 'move' }>;

/** Whether an edit came from a plan, so that the next plan may replace it. */
export const isOfPlan = (edit: Edit): edit is PlanEdit =>
  (edit.kind === 'build' || edit.kind === 'convert' || edit.kind === 'move') &&
  edit.id.startsWith(PLAN_PREFIX);

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
  const kept = keptEdits(edits, ask.way);
  const keptOfPlan = kept.filter(
    edit => isOfPlan(edit) && edit.enabled && edit.kind === (ask.way ?? 'build'),
  );
  const keptDwellings = keptOfPlan.reduce(
    (sum, edit) => sum + (isOfPlan(edit) ? dwellingsIn(edit.social) : 0),
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
  const { minProject, dwellingsMost = null, municipalities = [] } = ask;
  const quotas = municipalQuotas(setting, municipalities, keptOfPlan);
  return {
    problem: { ...counts, dwellings, limits, quotas, minProject },
    most: dwellingsMost === null ? null : dwellingsMost - keptDwellings,
    kept,
    keptOfPlan,
    keptDwellings,
  };
}

type ScopeCounts = Pick<SpreadProblem, 'codes' | 'group' | 'total'>;

/** Counts of the areas in the scope with these edits. */
export function countsInScope(setting: EvaluationSetting, kept: readonly Edit[]): ScopeCounts {
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

/** What an area of a plan gets (below 0: what leaves it), and why. */
export type PlannedArea = {
  code: string;
  dwellings: number;
  note: string;
  /** Of new dwellings their sizes, where the plan tells them apart; all of them together are `dwellings`. */
  homes?: Homes;
};

/**
 * A plan as edits that a planner can change by hand: new dwellings or conversions one an area, moves one a pair of areas,
 * most dwellings first. `newId` gives an id no other edit has.
 */
export function planEdits(
  areas: readonly PlannedArea[],
  newId: () => string,
  way: Way = 'build',
): PlanEdit[] {
  const id = () => PLAN_PREFIX + newId();
  const ordered = areas.toSorted((one, other) => other.dwellings - one.dwellings);
  if (way === 'move') return moves(ordered, id);
  return ordered.map(({ code, dwellings, note, homes = { unspecified: dwellings } }) =>
    way === 'build'
      ? {
          ...addDwellings({ id: id(), areas: [code], socialPerArea: dwellings, note }),
          social: homes,
        }
      : ({ ...newAreaEdit('convert', { id: id(), areas: [code], dwellings }), note } as PlanEdit),
  );
}

/** What leaves the one goes to the other, the largest numbers first, so that the moves are few. */
function moves(ordered: readonly PlannedArea[], id: () => string): PlanEdit[] {
  const edits: PlanEdit[] = [];
  const leaving = ordered
    .filter(({ dwellings }) => dwellings < 0)
    .map(({ code, dwellings }) => ({ code, left: -dwellings }))
    .reverse();
  for (const { code, dwellings, note } of ordered) {
    for (let missing = Math.max(0, dwellings); missing > 0; ) {
      const from = leaving[0]!;
      const moved = Math.min(missing, from.left);
      const edit = newAreaEdit('move', { id: id(), areas: [from.code, code], dwellings: moved });
      edits.push({ ...edit, note } as PlanEdit);
      missing -= moved;
      from.left -= moved;
      if (from.left === 0) leaving.shift();
    }
  }
  return edits;
}

/** Edits of a scenario that stay when a plan is taken over: all but the parts of an earlier one of the same way that are not locked. */
export function keptEdits(edits: readonly Edit[], way: Way = 'build'): Edit[] {
  const locked = lockedCodes(edits);
  return edits.filter(
    edit => !isOfPlan(edit) || edit.kind !== way || areasNamed(edit).some(code => locked.has(code)),
  );
}

const lockedCodes = (edits: readonly Edit[]): ReadonlySet<string> =>
  new Set(edits.flatMap(edit => (edit.enabled && edit.kind === 'lock' ? edit.areas : [])));
