import type { CoupledProblem, SitePlan } from './types.ts';

/** Dwellings by year, then by site; null where years are not told apart. */
export type Schedule = Float64Array[] | null;

/**
 * The years of a plan that meets `perYear`: each year is filled with what may be built by then, the projects that began
 * first. No dwelling has a last year, so that whatever order fills the years is enough.
 */
export function scheduleOf({ coupling }: CoupledProblem, { dwellings }: SitePlan): Schedule {
  const { perYear, sites } = coupling;
  if (perYear === null) return null;
  const left = dwellings.slice();
  const order = Array.from(left.keys())
    .filter(site => left[site]! > 0)
    .sort((one, other) => sites.from[one]! - sites.from[other]! || one - other);
  return perYear.map((most, year) => {
    const built = new Float64Array(left.length);
    let room = most;
    for (const site of order) {
      if (room === 0 || sites.from[site]! > year) break;
      built[site] = Math.min(room, left[site]!);
      left[site]! -= built[site]!;
      room -= built[site]!;
    }
    return built;
  });
}
