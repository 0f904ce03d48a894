import {
  type Coverage,
  coverage,
  type DistanceSummary,
  distanceSummary,
  REACH_STEPS_M,
} from '../../../core/access/coverage.ts';
import { evenWeight, gaussianWeight } from '../../../core/access/distance-weights.ts';
import { accessConcentration, type GroupReach, reachOfGroups } from '../../../core/access/equity.ts';
import { type FloatingCatchment, floatingCatchment } from '../../../core/access/floating-catchment.ts';
import { nearestPlaces } from '../../../core/access/nearest.ts';
import { type NormResult, normResult } from '../../../core/access/norm-result.ts';
import { normById } from '../../../core/access/norms.ts';
import { type AccessPlace, placesThat } from '../../../core/access/places.ts';
import type { Nearest } from '../../../core/access/reach.ts';
import { supplyOf } from '../../../core/access/supply.ts';
import { distanceModelOf, type Walks } from '../../../core/access/walking.ts';
import { ProblemError } from '../../../core/problem.ts';
import type { AccessOptions } from './asked.ts';
import type { Demand } from './demand.ts';

/** What `cli access` tells; columns over the points of the demand. */
export type MeasuredFile = {
  steps: readonly number[];
  walks: Walks;
  places: number;
  /** Places of unknown surface, which cannot count where one is asked. */
  placesWithoutArea: number;
  nearest: Nearest;
  coverage: Coverage[];
  distance: DistanceSummary;
  groups: GroupReach | null;
  norms: NormResult[];
  supply:
    | (FloatingCatchment & {
        kind: string;
        withinM: number;
        placesWithout: number;
        concentration: number | null;
      })
    | null;
};

/** Errors as the measures themselves. */
export function measureFile(
  { settlement, children, poverty }: Demand,
  places: readonly AccessPlace[],
  walks: Walks,
  {
    within,
    norm = [],
    function: wanted = 'play',
    minArea,
    supply,
    decay,
    mostPerHead,
    choosing = false,
  }: AccessOptions,
): MeasuredFile {
  const steps = [...new Set(within ?? REACH_STEPS_M)].sort((a, b) => a - b);
  const norms = norm.map(normById);
  const farthest = Math.max(...steps, ...norms.map(({ rule }) => (rule.kind === 'reach' ? rule.withinM : 0)));
  const distances = distanceModelOf(settlement, walks).distancesWithin(
    settlement.points,
    places.map(({ geometry }) => geometry),
    farthest,
  );
  const having = placesThat(places, { functions: [wanted] });
  const counts = placesThat(places, { functions: [wanted], minAreaM2: minArea ?? null });
  const nearest = nearestPlaces(distances, counts);
  const areas = settlement.basis.length;
  return {
    steps,
    walks,
    places: counts.reduce((sum, one) => sum + one, 0),
    placesWithoutArea:
      minArea === undefined ? 0 : places.filter(({ areaM2 }, j) => having[j] === 1 && areaM2 === null).length,
    nearest,
    coverage: coverage(nearest.metres, children, steps),
    distance: distanceSummary(nearest.metres, children),
    groups: poverty === null ? null : reachOfGroups(nearest.metres, children, poverty, steps),
    norms: norms.map(one => {
      if (one.rule.kind !== 'reach')
        throw new ProblemError(
          'bad-parameter',
          `Norm ${one.id} asks for square metres, which needs land and ages; from files there are norms of a distance.`,
          { norm: one.id },
        );
      // The file has one group of children, whose ages are not told apart.
      return normResult(one, {
        distances,
        places,
        groups: [{ from: 0, to: 17, people: children }],
        areaOf: settlement.areaOf,
        areaOfPlace: new Int32Array(places.length).fill(-1),
        landM2: new Float64Array(areas),
      });
    }),
    supply: supply === undefined ? null : shared(),
  };

  function shared(): MeasuredFile['supply'] {
    const kind = supply === 'area' ? 'areaM2' : supply!;
    const { supply: column, placesWithout } = supplyOf(places, counts, kind, wanted);
    const withinM = steps.at(-1)!;
    const weight = decay === 'gaussian' ? gaussianWeight(withinM) : evenWeight(withinM);
    const most = { ...(mostPerHead === undefined ? {} : { mostPerHead }), choosing };
    const catchment = floatingCatchment(distances, column, children, weight, most);
    const share = poverty?.map((poor, i) => (children[i]! > 0 ? poor / children[i]! : Number.NaN));
    const concentration =
      share === undefined ? null : (accessConcentration(catchment.access, children, share)?.index ?? null);
    return { ...catchment, kind: supply!, withinM, placesWithout, concentration };
  }
}
