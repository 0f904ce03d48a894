/** One region's values, a cell a year; null where there is none. */
export type RegionYears = {
  code: string;
  name: string;
  values: readonly (number | null)[];
  expected: readonly (number | null)[];
};

type Point = { year: number; value: number };

const pointsOf = (years: readonly number[], cells: readonly (number | null)[]) =>
  years.map((year, k) => ({ year, value: cells[k] ?? null }));

/** Runs of years that have a value: a line is not drawn over a year without one. */
export function lineSegments(years: readonly number[], cells: readonly (number | null)[]): Point[][] {
  const segments: Point[][] = [];
  let open: Point[] = [];
  for (const { year, value } of pointsOf(years, cells)) {
    if (value === null) open = [];
    else {
      if (open.length === 0) segments.push(open);
      open.push({ year, value });
    }
  }
  return segments;
}

/** The first and the last year with a value, or null where there are not two. */
export function yearsChange(
  years: readonly number[],
  cells: readonly (number | null)[],
): { first: Point; last: Point } | null {
  const known = lineSegments(years, cells).flat();
  const [first, last] = [known[0], known.at(-1)];
  return first === undefined || last === undefined || first === last ? null : { first, last };
}
