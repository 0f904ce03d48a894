import { ProblemError } from '../problem.ts';
import { sumTerms } from '../summation.ts';
import { type AgeGroup, type Ages, peopleOfAges } from './ages.ts';
import { checkReach, coverageByArea } from './coverage.ts';
import type { Distances } from './distances.ts';
import { nearestPlaces } from './nearest.ts';
import { checkNorm, type Norm } from './norm.ts';
import { type AccessPlace, placesThat } from './places.ts';

/** What norms are measured on; columns by point, by place and by area. */
export type NormGround = {
  distances: Distances;
  places: readonly Omit<AccessPlace, 'geometry'>[];
  /** Children by age at the points. */
  groups: readonly AgeGroup[];
  /** Position of each point's area. */
  areaOf: Int32Array;
  /** Position of the area each place lies in; −1 outside all. */
  areaOfPlace: Int32Array;
  /** Square metres of residential land of each area (all its land where that is not known). */
  landM2: Float64Array;
};

/** How far a norm is met. Numerators and denominators by area, so that any areas add up. */
export type NormResult = {
  norm: string;
  /** `children`: those reached, of all. `square-metres`: of places, and of children or land times what the norm asks for. */
  counts: 'children' | 'square-metres';
  met: Float64Array;
  asked: Float64Array;
  /** Over all areas. A share of children, 0–1; of square metres it may exceed 1, as space in one area is none in another. Null where nothing is asked. */
  share: number | null;
  /** Ages counted, and whether they are just those of the norm. */
  counted: Ages[];
  exactAges: boolean;
  /** Places whose surface is not known and that cannot count for that reason. */
  placesWithoutArea: number;
};

/**
 * A norm over the points and areas of a ground.
 * @throws ProblemError `bad-parameter` for a norm that is none (`checkNorm`) or that asks farther than distances go.
 */
export function normResult(norm: Norm, ground: NormGround): NormResult {
  checkNorm(norm);
  const { distances, places, areaOf, landM2 } = ground;
  const { rule } = norm;
  const points = distances.starts.length - 1;
  const { people, counted, exact } = peopleOfAges(ground.groups, norm.ages, points);
  if (counted.length === 0 && rule.kind !== 'share-of-land')
    throw new ProblemError(
      'bad-input',
      `Norm ${norm.id} is about children ${norm.ages?.from} to ${norm.ages?.to}, and no group has such ages.`,
      { norm: norm.id },
    );
  const told = { norm: norm.id, counted, exactAges: exact };
  const having = { functions: rule.functions, ages: norm.ages };
  const withFunction = placesThat(places, having);
  const needsArea = rule.kind !== 'reach' || rule.minAreaM2 !== null;
  const placesWithoutArea = needsArea
    ? places.filter((place, j) => withFunction[j] === 1 && place.areaM2 === null).length
    : 0;
  if (rule.kind === 'reach') {
    checkReach(rule.withinM, distances.maxMetres);
    const counts = placesThat(places, { ...having, minAreaM2: rule.minAreaM2 });
    const { metres } = nearestPlaces(distances, counts);
    const { reached, all } = coverageByArea(metres, people, areaOf, landM2.length, rule.withinM);
    return {
      ...told,
      counts: 'children',
      met: reached,
      asked: all,
      share: shareOf(reached, all),
      placesWithoutArea,
    };
  }
  const met = new Float64Array(landM2.length);
  places.forEach(({ areaM2 }, j) => {
    const area = ground.areaOfPlace[j]!;
    if (withFunction[j] === 1 && area >= 0 && areaM2 !== null) met[area]! += areaM2;
  });
  const asked =
    rule.kind === 'share-of-land'
      ? landM2.map(land => land * rule.share)
      : perChild(people, areaOf, landM2.length).map(children => children * rule.m2PerChild);
  return { ...told, counts: 'square-metres', met, asked, share: shareOf(met, asked), placesWithoutArea };
}

function perChild(people: Float64Array, areaOf: Int32Array, areas: number): Float64Array {
  const children = new Float64Array(areas);
  for (let i = 0; i < people.length; i++) children[areaOf[i]!]! += people[i]!;
  return children;
}

function shareOf(met: Float64Array, asked: Float64Array): number | null {
  const all = sumTerms(asked.length, i => asked[i]!);
  return all > 0 ? sumTerms(met.length, i => met[i]!) / all : null;
}
