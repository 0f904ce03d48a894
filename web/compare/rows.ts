import type { Texts } from '../../core/areas/indicator.ts';
import type { Lack } from '../../core/concentration/inference/ranking.ts';
import type { MeasuredIndex } from '../../core/concentration/measure.ts';
import { undefinedReasons } from '../../core/concentration/population.ts';
import type { IndexOutcome } from '../../core/concentration/types.ts';
import type { ComparedRegion } from '../data/comparison.ts';
import type { CompareColumn, CompareSort } from '../state/view.ts';

/** One region as the page shows it; NaN is a number that is not there. */
export type CompareRow = Record<Exclude<CompareColumn, 'name'>, number> & {
  code: string;
  name: string;
  low: number;
  high: number;
  /** What the region is compared by: corrected for chance as soon as that is known. */
  shown: number;
  povertyYear: number | null;
  householdsYear: number | null;
  /** What it is too small in to be compared with others. */
  lack: Lack | null;
  /** Why the index has no value although the counts are there. */
  undefinedBecause: Texts | null;
  /** Why there is no spread ratio although a rule for the city part is set. */
  spreadBecause: Texts | null;
  /** The counts do not allow it. */
  problem: { code: string; detail: string } | null;
};

const known = (value: number | null | undefined) => value ?? Number.NaN;
const outcomeValue = (outcome: IndexOutcome | MeasuredIndex | null) =>
  outcome !== null && 'value' in outcome ? outcome.value : Number.NaN;

const reasonOf = (outcome: IndexOutcome | MeasuredIndex | null) =>
  outcome !== null && 'undefined' in outcome && outcome.undefined ? undefinedReasons[outcome.code] : null;

/** Whether the source counts households beside dwellings: then the rate is per household, for all regions alike. */
export const countsHouseholds = (regions: readonly ComparedRegion[]) =>
  regions.some(region => region.households !== null && region.households > 0);

export function compareRow(region: ComparedRegion, perHousehold: boolean): CompareRow {
  const { index, social, total, households } = region;
  const value = outcomeValue(index);
  const corrected = known(index?.corrected);
  return {
    code: region.code,
    name: region.name,
    value,
    expected: known(index?.expected),
    corrected,
    low: known(index?.interval?.low),
    high: known(index?.interval?.high),
    shown: Number.isNaN(corrected) ? value : corrected,
    spread: outcomeValue(region.spreadRatio),
    zones: known(region.zones),
    dwellings: known(total),
    social: known(social),
    poverty: known(region.childPoverty),
    povertyYear: region.childPovertyYear,
    householdsYear: region.householdsYear,
    lack: region.lack,
    rate: (100 * known(social)) / (known(perHousehold ? households : total) || Number.NaN),
    undefinedBecause: reasonOf(index),
    spreadBecause: reasonOf(region.spreadRatio),
    problem: region.problem,
  };
}

/** The regions that have a value to build on, from high to low. */
export function comparableRows(rows: readonly CompareRow[]): CompareRow[] {
  return sortRows(rows, { column: 'corrected', down: true }).filter(
    row => !Number.isNaN(row.shown) && row.lack === null,
  );
}

/** Sorted by a column; what has no number stays below whichever way, in the order of the names. */
export function sortRows(rows: readonly CompareRow[], { column, down }: CompareSort): CompareRow[] {
  const way = down ? -1 : 1;
  const byName = (a: CompareRow, b: CompareRow) => a.name.localeCompare(b.name, 'nl');
  if (column === 'name') return rows.toSorted((a, b) => way * byName(a, b));
  // Before the draws are in, what will be sorted by the corrected value is sorted by the raw one.
  const key = (row: CompareRow) => (column === 'corrected' ? row.shown : row[column]);
  return rows.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (Number.isNaN(x) || Number.isNaN(y))
      return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || byName(a, b);
    return way * (x - y) || byName(a, b);
  });
}
