import type { Edit } from './edit.ts';
import { effectOf } from './effect.ts';

/** Ids of the indicators that hold the objective; values are of municipalities. */
export const OBJECTIVE_INDICATORS = {
  /** Extra social dwellings to realise; the year of the value is the one by which. */
  target: 'social_objective',
  /** Stock from which the extra ones are counted; the year is that of the target. */
  start: 'social_objective_start',
  /** Social dwellings that are planned already, outside the scenario; the newest year counts. */
  pipeline: 'social_pipeline',
} as const;

/** Targets of one year by municipality, NaN where one has none. */
export type ObjectiveTarget = { year: number; dwellings: Float64Array; start: Float64Array | null };

/** What the objectives are followed on. */
export type ObjectiveGround = {
  /** Codes of the municipalities; the other columns are in their order. */
  municipalities: readonly string[];
  /** For each area of the level the position of its municipality, −1 where it has none. */
  municipalityOf: Int32Array;
  targets: readonly ObjectiveTarget[];
  pipeline: { year: number; dwellings: Float64Array } | null;
};

export type TargetProgress = {
  /** By which year. */
  year: number;
  /** Extra social dwellings to realise. */
  dwellings: number;
  /** Stock less the stock that counting began from; null where that is not known, which counts as none. */
  realised: number | null;
  /** Of the scenario: completed by the year or without one. */
  scenario: number;
  /** Of those, the ones without a year. */
  undated: number;
  /** Of the scenario, completed after the year: they do not count. */
  later: number;
  /** What remains without and with the scenario; negative where it is more than asked. */
  remainingBefore: number;
  remaining: number;
};

export type ObjectiveProgress = {
  municipality: string;
  /** Social dwellings of the whole municipality; null where an area of it has no number. */
  stock: number | null;
  pipeline: number | null;
  /** Social dwellings that the edits add, less those they take away, whenever completed. */
  scenario: number;
  /** Oldest first; none where no target was imported. */
  targets: TargetProgress[];
};

export type ObjectiveTracker = (edits: readonly Edit[]) => ObjectiveProgress[];

/** What one edit adds to one municipality. */
type Share = { municipality: number; social: number };

/**
 * How far each municipality that has areas in the scope comes with its objective. A municipality counts whole, also
 * where the scope is a part of it. Demolished dwellings and those that move away are taken off.
 */
export function objectiveTracker(
  { municipalities, municipalityOf, targets, pipeline }: ObjectiveGround,
  { codes, group, scope }: { codes: readonly string[]; group: Float64Array; scope: Int32Array | null },
): ObjectiveTracker {
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

  return edits => {
    const added = new Map<number, Map<number | null, number>>();
    for (const edit of edits) {
      if (!edit.enabled) continue;
      const year = 'year' in edit ? edit.year : null;
      for (const { municipality, social } of sharesOf(edit)) {
        const byYear = added.get(municipality) ?? new Map<number | null, number>();
        byYear.set(year, (byYear.get(year) ?? 0) + social);
        added.set(municipality, byYear);
      }
    }
    return followed.map(at => {
      const byYear = [...(added.get(at) ?? [])];
      const planned = pipeline === null ? null : numberOrNull(pipeline.dwellings[at]!);
      return {
        municipality: municipalities[at]!,
        stock: numberOrNull(stock[at]!),
        pipeline: planned,
        scenario: sumOf(byYear, () => true),
        targets: oldestFirst
          .filter(target => !Number.isNaN(target.dwellings[at]!))
          .map(({ year, dwellings, start }) => {
            const realised = start === null ? null : numberOrNull(stock[at]! - start[at]!);
            const scenario = sumOf(byYear, completed => completed === null || completed <= year);
            const remainingBefore = dwellings[at]! - (realised ?? 0) - (planned ?? 0);
            return {
              year,
              dwellings: dwellings[at]!,
              realised,
              scenario,
              undated: sumOf(byYear, completed => completed === null),
              later: sumOf(byYear, completed => completed !== null && completed > year),
              remainingBefore,
              remaining: remainingBefore - scenario,
            };
          }),
      };
    });
  };
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

function sumOf(
  byYear: readonly (readonly [number | null, number])[],
  counts: (year: number | null) => boolean,
): number {
  return byYear.reduce((sum, [year, dwellings]) => (counts(year) ? sum + dwellings : sum), 0);
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
