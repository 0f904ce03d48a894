import type { Edit } from './edit.ts';
import { effectOf } from './effect.ts';
import { type ByKind, SOCIAL_KINDS, type SocialKind, sumOfKinds } from './social-kinds.ts';

/** Ids of the indicators that hold the objective; values are of municipalities. */
export const OBJECTIVE_INDICATORS = {
  /** Extra social dwellings to realise; the year of the value is the one by which. */
  target: 'social_objective',
  /** Stock from which the extra ones are counted; the year is that of the target. */
  start: 'social_objective_start',
  /** Social dwellings that are planned already, outside the scenario; the newest year counts. */
  pipeline: 'social_pipeline',
  /** Social dwellings by kind; the year beside that of the scenario counts. */
  stock: 'social_stock',
  /** By kind: above 0 where it counts for the objective, 0 where not; the year is that of the target. */
  counts: 'social_objective_counts',
} as const;

/** Targets of one year by municipality, NaN where one has none. */
export type ObjectiveTarget = {
  year: number;
  dwellings: Float64Array;
  start: Float64Array | null;
  /** The same by kind, where the decision tells them apart. */
  startByKind?: ByKind | null;
  /** Above 0 where a kind counts; null where the decision does not say. */
  counts?: ByKind | null;
};

/** What the objectives are followed on. */
export type ObjectiveGround = {
  /** Codes of the municipalities; the other columns are in their order. */
  municipalities: readonly string[];
  /** For each area of the level the position of its municipality, −1 where it has none. */
  municipalityOf: Int32Array;
  targets: readonly ObjectiveTarget[];
  pipeline: { year: number; dwellings: Float64Array; byKind?: ByKind | null } | null;
  /** Social dwellings by kind; null where they are not apart. */
  stockByKind?: { year: number; dwellings: ByKind } | null;
};

export type TargetProgress = {
  /** By which year. */
  year: number;
  /** Extra social dwellings to realise. */
  dwellings: number;
  /** Kinds of dwellings that count; null where nobody says, and then what the sources count. */
  kinds: SocialKind[] | null;
  /** The stock that counts; null where it is not known of these kinds. */
  stock: number | null;
  /** Planned already, of these kinds where they are apart. */
  pipeline: number | null;
  /** Stock less the stock that counting began from; null where that is not known, which counts as none. */
  realised: number | null;
  /** Of the scenario, of the kinds that count or of no kind: completed by the year or without one. */
  scenario: number;
  /** Of those, the ones without a year. */
  undated: number;
  /** Of the scenario, completed after the year: they do not count. */
  later: number;
  /** Of the scenario, by the year or without one, of kinds that do not count. */
  otherKinds: number;
  /** What remains without and with the scenario; negative where it is more than asked. */
  remainingBefore: number;
  remaining: number;
};

export type ObjectiveProgress = {
  municipality: string;
  /** Social dwellings of the whole municipality; null where an area of it has no number. */
  stock: number | null;
  /** By kind, for those that have a number. */
  stockByKind: Partial<Record<SocialKind, number>>;
  pipeline: number | null;
  /** Social dwellings that the edits add, less those they take away, whenever completed. */
  scenario: number;
  /** Oldest first; none where no target was imported. */
  targets: TargetProgress[];
};

/** `kinds` are those that the planner has count; without them it is the target that says. */
export type ObjectiveTracker = (
  edits: readonly Edit[],
  kinds?: readonly SocialKind[] | null,
) => ObjectiveProgress[];

/** What the edits of one year and kind add to a municipality; null where they do not say. */
type Addition = { year: number | null; kind: SocialKind | null; social: number };

/** What one edit adds to one municipality. */
type Share = { municipality: number; social: number };

/**
 * How far each municipality that has areas in the scope comes with its objective. A municipality counts whole, also
 * where the scope is a part of it. Demolished dwellings and those that move away are taken off. Where kinds are chosen the
 * stock is theirs, and an edit that says of which kind its dwellings are counts where that kind does; one that does not say counts always.
 */
export function objectiveTracker(
  ground: ObjectiveGround,
  { codes, group, scope }: { codes: readonly string[]; group: Float64Array; scope: Int32Array | null },
): ObjectiveTracker {
  const { municipalities, municipalityOf, targets, pipeline } = ground;
  const stock = new Float64Array(municipalities.length);
  const municipalityByArea = new Map<string, number>();
  codes.forEach((code, i) => {
    const at = municipalityOf[i]!;
    if (at < 0) return;
    municipalityByArea.set(code, at);
    stock[at]! += group[i]!;
  });
  const followed = [...new Set(Array.from(scope ?? codes.keys(), i => municipalityOf[i]!))]
    .filter(at => at >= 0)
    .sort((a, b) => a - b);
  const oldestFirst = [...targets].sort((a, b) => a.year - b.year);
  // Edits are immutable: while one of them changes, the others are not divided over municipalities again.
  const shares = new WeakMap<Edit, Share[]>();
  const sharesOf = (edit: Edit): Share[] => {
    const known = shares.get(edit) ?? divided(edit, municipalityByArea);
    shares.set(edit, known);
    return known;
  };

  return (edits, chosen = null) => {
    const added = new Map<number, Addition[]>();
    for (const edit of edits) {
      if (!edit.enabled) continue;
      const year = 'year' in edit ? edit.year : null;
      const kind = ('socialKind' in edit ? edit.socialKind : null) ?? null;
      for (const { municipality, social } of sharesOf(edit)) {
        const additions = added.get(municipality) ?? [];
        const alike = additions.find(one => one.year === year && one.kind === kind);
        if (alike === undefined) additions.push({ year, kind, social });
        else alike.social += social;
        added.set(municipality, additions);
      }
    }
    return followed.map(at => {
      const additions = added.get(at) ?? [];
      const planned = pipeline === null ? null : numberOrNull(pipeline.dwellings[at]!);
      return {
        municipality: municipalities[at]!,
        stock: numberOrNull(stock[at]!),
        stockByKind: numbersByKind(ground, at),
        pipeline: planned,
        scenario: sumOf(additions, () => true),
        targets: oldestFirst
          .filter(target => !Number.isNaN(target.dwellings[at]!))
          .map(target => {
            const { year, dwellings } = target;
            const kinds = chosen ?? kindsOf(target, at);
            const counted = kinds === null ? numberOrNull(stock[at]!) : stockOf(ground, kinds, at);
            const from = startOf(target, kinds, chosen !== null, at);
            const realised = counted === null || from === null ? null : counted - from;
            const plannedOfKinds = (kinds && sumOfKinds(pipeline?.byKind, kinds, at)) ?? planned;
            const counts = ({ kind }: Addition) => kinds === null || kind === null || kinds.includes(kind);
            const inTime = (one: Addition) => one.year === null || one.year <= year;
            const scenario = sumOf(additions, one => counts(one) && inTime(one));
            const remainingBefore = dwellings[at]! - (realised ?? 0) - (plannedOfKinds ?? 0);
            return {
              year,
              dwellings: dwellings[at]!,
              kinds: kinds && [...kinds],
              stock: counted,
              pipeline: plannedOfKinds,
              realised,
              scenario,
              undated: sumOf(additions, one => counts(one) && one.year === null),
              later: sumOf(additions, one => counts(one) && !inTime(one)),
              otherKinds: sumOf(additions, one => !counts(one) && inTime(one)),
              remainingBefore,
              remaining: remainingBefore - scenario,
            };
          }),
      };
    });
  };
}

const stockOf = ({ stockByKind }: ObjectiveGround, kinds: readonly SocialKind[], at: number): number | null =>
  sumOfKinds(stockByKind?.dwellings, kinds, at);

function numbersByKind({ stockByKind }: ObjectiveGround, at: number): Partial<Record<SocialKind, number>> {
  const known = SOCIAL_KINDS.flatMap(kind => {
    const dwellings = stockByKind?.dwellings[kind]?.[at] ?? Number.NaN;
    return Number.isNaN(dwellings) ? [] : [[kind, dwellings] as const];
  });
  return Object.fromEntries(known);
}

/** The kinds that a target counts in a municipality; null where it does not say. */
function kindsOf({ counts }: ObjectiveTarget, at: number): SocialKind[] | null {
  const kinds = SOCIAL_KINDS.filter(kind => (counts?.[kind]?.[at] ?? Number.NaN) > 0);
  return kinds.length === 0 ? null : kinds;
}

/**
 * The stock that counting begins from. One number for all kinds is that of the kinds the target counts, so it is nothing
 * to compare with where the planner counts others.
 */
function startOf(
  { start, startByKind }: ObjectiveTarget,
  kinds: readonly SocialKind[] | null,
  isOwnChoice: boolean,
  at: number,
): number | null {
  const ofKinds = kinds && sumOfKinds(startByKind, kinds, at);
  if (ofKinds !== null || isOwnChoice) return ofKinds;
  return start === null ? null : numberOrNull(start[at]!);
}

function divided(edit: Edit, municipalityByArea: ReadonlyMap<string, number>): Share[] {
  const { areas, social } = effectOf(edit);
  const sums = new Map<number, number>();
  areas.forEach((code, k) => {
    const at = municipalityByArea.get(code);
    if (at !== undefined && social[k] !== 0) sums.set(at, (sums.get(at) ?? 0) + social[k]!);
  });
  return Array.from(sums, ([municipality, sum]) => ({ municipality, social: sum }));
}

function sumOf(additions: readonly Addition[], counts: (addition: Addition) => boolean): number {
  return additions.reduce((sum, addition) => (counts(addition) ? sum + addition.social : sum), 0);
}

const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** What remains of the last target of all municipalities together, without and with the scenario; null without targets. */
export function remainingTogether(
  progress: readonly ObjectiveProgress[],
): { year: number; before: number; after: number } | null {
  const last = progress.flatMap(({ targets }) => targets.slice(-1));
  if (last.length === 0) return null;
  // More than asked in one municipality is no help to another.
  const open = (remaining: number): number => Math.max(0, remaining);
  return {
    year: Math.max(...last.map(({ year }) => year)),
    before: last.reduce((sum, { remainingBefore }) => sum + open(remainingBefore), 0),
    after: last.reduce((sum, { remaining }) => sum + open(remaining), 0),
  };
}
