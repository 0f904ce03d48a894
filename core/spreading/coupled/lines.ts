import type { Step } from '../allocation.ts';
import type { SpreadProblem } from '../types.ts';
import type { Program } from './program.ts';

/** Rows are met and whole numbers are whole up to this in the solver. */
export const TOLERANCE = 1e-6;

/** A row of the program: lower ≤ Σ values·x. */
export type LineRow = { lower: number; columns: number[]; values: number[] };

/**
 * The convex terms of an objective as lines below them, added where the search comes: each goes through two neighbouring
 * whole numbers of dwellings, so that it lies nowhere above the term at a whole number and meets it at both. Where an
 * area has one project that is none or large enough, the line is that of the perspective of the term, which is the convex
 * hull of both (Frangioni & Gentile 2006).
 */
export type Lines = {
  /** Multiplies the objective's sum in the program. */
  scale: number;
  /** Σ of an area's term at a whole number of dwellings, not scaled. */
  sumAt: (area: number, dwellings: number) => number;
  /** The line through `dwellings` and one more, where it is new; null where it is there or lies outside. */
  through: (area: number, dwellings: number) => LineRow | null;
  /** How far, scaled, the columns lie below the term of an area, and the dwellings where a line would lift them. */
  below: (area: number, columns: Float64Array) => { by: number; dwellings: number };
};

export function linesOf(
  problem: SpreadProblem,
  sitesIn: readonly number[][],
  program: Program,
  step: Step,
): Lines {
  const { group, total } = problem;
  const drawn = Array.from(group, () => new Set<number>());
  const sums = Array.from(group, () => [0]);
  const slope = (area: number, dwellings: number): number =>
    step(group[area]! + dwellings, total[area]! - group[area]!, area);
  const sumAt = (area: number, dwellings: number): number => {
    const table = sums[area]!;
    for (let k = table.length; k <= dwellings; k++) table.push(table[k - 1]! + slope(area, k - 1));
    return table[dwellings]!;
  };
  const openOf = (area: number): number => {
    const within = sitesIn[area]!;
    return within.length === 1 ? program.open[within[0]!]! : -1;
  };
  const roomOf = (area: number): number =>
    Math.min(
      problem.dwellings,
      sitesIn[area]!.reduce((sum, site) => sum + program.most[site]!, 0),
    );
  const leastOf = (area: number): number =>
    openOf(area) === -1 ? 0 : Math.max(0, program.least[sitesIn[area]![0]!]! - 1);
  let largest = 0;
  for (const area of group.keys())
    if (roomOf(area) > 0) largest = Math.max(largest, Math.abs(slope(area, 0)));
  const scale = largest > 0 ? 1 / largest : 1;

  return {
    scale,
    sumAt,
    through(area, dwellings) {
      const from = Math.max(leastOf(area), Math.min(dwellings, roomOf(area) - 1));
      if (program.height[area] === -1 || from < 0 || drawn[area]!.has(from)) return null;
      drawn[area]!.add(from);
      const rise = slope(area, from);
      const foot = sumAt(area, from) - rise * from;
      const columns = [program.height[area]!, ...sitesIn[area]!.map(site => program.dwellings[site]!)];
      const values = [1, ...sitesIn[area]!.map(() => -rise * scale)];
      const open = openOf(area);
      // What is always built has its foot on the other side; what may not be built has none while it is not.
      if (open === -1) return { lower: foot * scale, columns, values };
      return { lower: 0, columns: [...columns, open], values: [...values, -foot * scale] };
    },
    below(area, columns) {
      const placed = sitesIn[area]!.reduce((sum, site) => sum + columns[program.dwellings[site]!]!, 0);
      const open = openOf(area);
      const part = open === -1 ? 1 : columns[open]!;
      if (part < 1e-9) return { by: 0, dwellings: 0 };
      const dwellings = Math.max(0, Math.min(placed / part, roomOf(area)));
      const from = Math.max(leastOf(area), Math.min(Math.floor(dwellings + 1e-9), roomOf(area) - 1));
      const term = sumAt(area, Math.max(0, from)) + slope(area, Math.max(0, from)) * (dwellings - from);
      return { by: scale * term * part - columns[program.height[area]!]!, dwellings: from };
    },
  };
}
