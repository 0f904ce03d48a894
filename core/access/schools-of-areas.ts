import type { Geometry } from 'geojson';
import { isInside } from './population/planar.ts';
import { type SchoolMix, schoolMix } from './school-mix.ts';
import { type AreaChildren, perPoint, type SettledAreas, settledChildren } from './settled.ts';
import { shapesOf } from './shape.ts';
import { reachModelOf, type Walks } from './walking.ts';

/** A drawn area whose pupils go to one school; `school` is its position. */
export type DrawnCatchment = { school: number; geometry: Geometry };

export type AreaSchoolsQuestion = {
  /** Everybody of school age, also from outside the scope. */
  settled: SettledAreas;
  children: AreaChildren;
  /** 1 for each settled area whose pupils are told where they have no school. */
  inScope: Int32Array;
  /** Schools, WGS84 degrees, the pupils they have room for (NaN: not known), and whether they are open and are told. */
  schools: readonly { geometry: Geometry; places: number; open: boolean; told: boolean }[];
  /** Null for the nearest open school. Where catchments overlap the first counts. */
  catchments: readonly DrawnCatchment[] | null;
  walks: Walks;
};

/** Columns over the schools; nobody in those that are not told. */
export type AreaSchools = Omit<SchoolMix, 'deprived'> & {
  /** Null where no share of deprived families is known at all. */
  deprived: Float64Array | null;
  /** Pupils of the schools told from areas without such a share: in `pupils`, in no share and not in the dissimilarity. */
  pupilsWithoutIndex: number;
  /** Pupils who live in more than one catchment. */
  inSeveral: number;
};

/** The mix of pupils to expect in each school from where children live; see `schoolMix`. */
export function schoolsOfAreas(question: AreaSchoolsQuestion): AreaSchools {
  const { settled, schools } = question;
  const { all, deprived, others } = settledChildren(settled, question.children);
  const inScope = perPoint(settled, question.inScope);
  const { school, several } = assigned(question);
  // Pupils of a school that is not told, or without one beyond the scope, are nobody here.
  const counts = school.map((at, i) => ((at < 0 ? inScope[i]! : schools[at]!.told) ? 1 : 0));
  const counted = (people: Float64Array) => people.map((each, i) => each * counts[i]!);
  const places = Float64Array.from(schools, one => one.places);
  const none = new Float64Array(all.length);
  const poor = deprived === null ? none : counted(deprived);
  const everybody = schoolMix(school, counted(all), poor, places);
  const known = deprived === null ? none : counted(deprived.map((each, i) => each + others![i]!));
  const mixed = schoolMix(school, known, poor, places);
  return {
    pupils: everybody.pupils,
    deprived: deprived && everybody.deprived,
    share: mixed.share,
    beyondPlaces: everybody.beyondPlaces,
    unassigned: everybody.unassigned,
    dissimilarity: mixed.dissimilarity,
    pupilsWithoutIndex: everybody.pupils.reduce((sum, each, j) => sum + each - mixed.pupils[j]!, 0),
    inSeveral: all.reduce((sum, each, i) => sum + each * several[i]!, 0),
  };
}

/** For each point the position of its school, −1 for none, and 1 where several catchments hold it. */
function assigned({ settled, schools, catchments, walks }: AreaSchoolsQuestion): {
  school: Int32Array;
  several: Uint8Array;
} {
  const { lon, lat } = settled.points;
  const several = new Uint8Array(lon.length);
  const open = [...schools.keys()].filter(j => schools[j]!.open);
  if (catchments === null) {
    const { place } = reachModelOf(settled, walks).toNearest(open.map(j => schools[j]!.geometry));
    return { school: place.map(at => (at < 0 ? -1 : open[at]!)), several };
  }
  const school = new Int32Array(lon.length).fill(-1);
  const drawn = catchments.map(({ geometry, ...one }) => ({
    ...one,
    shapes: shapesOf(geometry, (x, y) => [x, y]),
  }));
  for (let i = 0; i < lon.length; i++) {
    const here = drawn.filter(({ shapes }) => shapes.some(shape => isInside(shape, lon[i]!, lat[i]!)));
    const at = here[0]?.school ?? -1;
    if (at >= 0 && schools[at]!.open) school[i] = at;
    several[i] = here.length > 1 ? 1 : 0;
  }
  return { school, several };
}
