import { ProblemError } from '../../problem.ts';
import { type MeasuredAreas, spaceOf, type Viewpoint } from '../areas.ts';
import { sharesOf } from '../autocorrelation.ts';
import { type AutocorrelationTests, autocorrelationTests } from '../autocorrelation-tests.ts';
import { type CountsOptions, type PreparedCounts, prepareCounts } from '../counts.ts';
import { populateInput } from '../measure.ts';
import { undefinedReasons } from '../population.ts';
import { hasNeed, neighboursOf, overAllAreas, type PopulatedSpace } from '../space.ts';
import type { Population } from '../types.ts';
import {
  dissimilarityContributions,
  localInformation,
  locationQuotients,
  theilContributions,
} from './contributions.ts';
import { falseDiscoveryThreshold } from './false-discovery.ts';
import { localG, localGeary } from './hotspots.ts';
import { localMoran } from './moran.ts';

export type LocalOptions = {
  /** Permutations of local Moran. */
  draws: number;
  seed: number;
  /** Share of false finds allowed among areas called significant. */
  level?: number;
};

/** Local values as columns over all areas; NaN where an area has no dwellings. */
export type LocalColumns = {
  /** By id: those of `localDescriptions`, and `theil_contribution`, `local_moran_p`, `local_moran_quadrant` (QUADRANTS). */
  columns: Record<string, Float64Array>;
  /** Largest p that counts as significant; null where there are no neighbours to compare with. */
  significantUpTo: number | null;
  /** How much neighbours resemble each other at large; null where that cannot be tested. */
  autocorrelation: AutocorrelationTests | null;
};

/**
 * Local values of areas from a viewpoint, with what was counted. Errors as in `spaceOf` and `prepareCounts`;
 * `bad-parameter` for draws or a level that cannot be.
 */
export function localOfAreas(
  areas: MeasuredAreas,
  viewpoint: Viewpoint,
  { clamp, ...options }: LocalOptions & CountsOptions,
): LocalColumns & { counted: Omit<PreparedCounts, 'counts'> } {
  checkLocal(options);
  const { counts: _, ...counted } = prepareCounts(areas, { clamp: clamp ?? false });
  const populated = populateInput(areas, spaceOf(areas, viewpoint));
  return { ...localColumns(populated, areas.codes.length, options), counted };
}

/** Against whom would an area differ? Throws ProblemError `undefined-index` as an index of the whole would. */
function refuseOneGroup({ group, total, other }: Population): void {
  const code =
    total === 0 ? 'no-areas' : group === 0 ? 'group-nobody' : other <= 0 ? 'group-everybody' : null;
  if (code === null) return;
  throw new ProblemError('undefined-index', `There are no local values: ${undefinedReasons[code].en}.`, {
    reason: code,
  });
}

const MOST_DRAWS = 9999;

function checkLocal({ draws, level = 0.05 }: LocalOptions): void {
  if (!Number.isInteger(draws) || draws < 1 || draws > MOST_DRAWS) {
    throw new ProblemError(
      'bad-parameter',
      `${draws} permutations cannot be made; choose a whole number from 1 to ${MOST_DRAWS}, such as 999.`,
      { draws },
    );
  }
  if (!(level > 0 && level < 1)) {
    throw new ProblemError(
      'bad-parameter',
      `A share of ${level} false finds cannot be held; choose a number between 0 and 1, such as 0.05.`,
      { level },
    );
  }
}

/** Every local value of populated counts; `size` is the number of areas before those without dwellings were left out. */
export function localColumns(
  populated: PopulatedSpace,
  size: number,
  { draws, seed, level = 0.05 }: LocalOptions,
): LocalColumns {
  const { counts, space, population } = populated;
  refuseOneGroup(population);
  const columns: Record<string, Float64Array> = {
    location_quotient: locationQuotients(counts),
    local_dissimilarity: dissimilarityContributions(counts),
    local_information: localInformation(counts),
    theil_contribution: theilContributions(counts),
  };
  let significantUpTo: number | null = null;
  let autocorrelation: AutocorrelationTests | null = null;
  if (hasNeed(space, 'neighbours')) {
    const neighbours = neighboursOf(populated);
    const shares = sharesOf(populated);
    const moran = localMoran(shares, neighbours, { draws, seed });
    columns.local_moran = moran.value;
    columns.local_moran_p = moran.p;
    columns.local_moran_quadrant = Float64Array.from(moran.quadrant);
    columns.getis_ord_gi_star = localG(shares, neighbours, { self: true, standardisation: 'binary' }).z;
    columns.local_geary = localGeary(shares, neighbours);
    // p is one-sided on the nearer side, so that by chance it is small twice as often as it says.
    significantUpTo = falseDiscoveryThreshold(moran.p, level / 2);
    autocorrelation = autocorrelationTests(counts, neighbours);
  }
  return {
    columns: Object.fromEntries(
      Object.entries(columns).map(([id, column]) => [id, overAllAreas(column, populated, size)]),
    ),
    significantUpTo,
    autocorrelation,
  };
}
