import type { Geometry } from 'geojson';
import { type Coverage, coverage, distanceSummary, REACH_STEPS_M } from './coverage.ts';
import { pointAt } from './distances.ts';
import { type AreaChildren, type SettledAreas, settledChildren } from './settled.ts';
import { distanceModelOf, reachModelOf, type Walks } from './walking.ts';

export type AreaProfileQuestion = {
  settled: SettledAreas;
  children: AreaChildren;
  /** Where a walk from the area begins when one place stands for it: a point on its surface. */
  at: { lon: number; lat: number };
  /** Places by function. */
  functions: readonly { id: string; places: readonly Geometry[] }[];
  withinM: number;
  walks: Walks;
};

/** What children of one area have near, for one function. */
export type FunctionProfile = {
  function: string;
  /** Metres within which half the children have one; null where none is there. */
  medianM: number | null;
  /** Position of the place nearest to the area's point, and metres to it; null where there is none. */
  nearest: { place: number; metres: number } | null;
  /** Places that some child, or some point where nobody lives, has within the distance. */
  inReach: number;
  /** Children with one within each distance, of whom in families that score as deprived. */
  children: Coverage[];
  deprived: Coverage[] | null;
};

/** The places near the children of one area, function by function. */
export function profileOfArea(question: AreaProfileQuestion): FunctionProfile[] {
  const { settled, at, functions, withinM, walks } = question;
  const children = settledChildren(settled, question.children);
  const model = reachModelOf(settled, walks);
  const here = reachModelOf({ points: pointAt(at) }, walks);
  const within = distanceModelOf(settled, walks);
  const steps = [...new Set([...REACH_STEPS_M, withinM])].sort((a, b) => a - b);
  const people = children.all.some(each => each > 0) ? children.all : children.all.map(() => 1);
  return functions.map(({ id, places }) => {
    const { metres } = model.toNearest(places);
    const nearest = here.toNearest(places);
    const near = within.distancesWithin(settled.points, places, withinM);
    return {
      function: id,
      medianM: distanceSummary(metres, people).medianM,
      nearest: nearest.place[0]! < 0 ? null : { place: nearest.place[0]!, metres: nearest.metres[0]! },
      inReach: new Set(near.places).size,
      children: coverage(metres, children.all, steps),
      deprived: children.deprived && coverage(metres, children.deprived, steps),
    };
  });
}
