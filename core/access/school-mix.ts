import { dissimilarity } from '../concentration/evenness.ts';
import { populationOf } from '../concentration/population.ts';
import { ProblemError } from '../problem.ts';

/** Pupils to expect in each school, and how unevenly those of deprived families lie over the schools. */
export type SchoolMix = {
  /** Aligned with the schools. */
  pupils: Float64Array;
  deprived: Float64Array;
  /** 0–1; NaN for a school to which nobody is assigned. */
  share: Float64Array;
  /** Pupils beyond a school's places; NaN where its places are not known. */
  beyondPlaces: Float64Array;
  /** Pupils without a school, because none is in reach or they live in no catchment. */
  unassigned: { pupils: number; deprived: number };
  /** Dissimilarity between schools, 0–1; null where no pupil, or every pupil, is of a deprived family. */
  dissimilarity: number | null;
};

/**
 * The mix that follows if every pupil goes to the school of their address: the nearest one (`place` of `nearestPlaces`),
 * or that of a drawn catchment. An expectation from where children live, with the child-poverty index of births standing
 * in for pupils of other ages; parents choose, so no school is told what it has.
 * @param school position of each point's school, −1 for none
 * @param deprived pupils of deprived families at each point, a part of `pupils`
 * @param places of each school, NaN where not known
 */
export function schoolMix(
  school: Int32Array,
  pupils: Float64Array,
  deprived: Float64Array,
  places: Float64Array,
): SchoolMix {
  const mix: SchoolMix = {
    pupils: new Float64Array(places.length),
    deprived: new Float64Array(places.length),
    share: new Float64Array(places.length),
    beyondPlaces: new Float64Array(places.length),
    unassigned: { pupils: 0, deprived: 0 },
    dissimilarity: null,
  };
  school.forEach((at, i) => {
    if (!(deprived[i]! >= 0) || deprived[i]! > pupils[i]! * (1 + 1e-9))
      throw new ProblemError(
        'bad-input',
        `Position ${i} has ${deprived[i]} pupils of deprived families of ${pupils[i]} pupils; lower the first.`,
        { position: i },
      );
    if (at === -1) {
      mix.unassigned.pupils += pupils[i]!;
      mix.unassigned.deprived += deprived[i]!;
      return;
    }
    mix.pupils[at]! += pupils[i]!;
    mix.deprived[at]! += Math.min(deprived[i]!, pupils[i]!);
  });
  for (let j = 0; j < places.length; j++) {
    mix.share[j] = mix.pupils[j]! > 0 ? mix.deprived[j]! / mix.pupils[j]! : Number.NaN;
    mix.beyondPlaces[j] = Math.max(0, mix.pupils[j]! - places[j]!);
  }
  const counts = { group: mix.deprived, total: mix.pupils };
  const outcome = dissimilarity.compute(counts, populationOf(counts));
  mix.dissimilarity = 'value' in outcome ? outcome.value : null;
  return mix;
}

/** What new families do to the schools: the mix before, after, and the difference in share by school. */
export function schoolMixChange(before: SchoolMix, after: SchoolMix) {
  return {
    before,
    after,
    shareChange: after.share.map((share, j) => share - before.share[j]!),
    dissimilarityChange:
      before.dissimilarity === null || after.dissimilarity === null
        ? null
        : after.dissimilarity - before.dissimilarity,
  };
}
