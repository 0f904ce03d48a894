import type { Geometry } from 'geojson';
import { type AgeGroup, type Ages, peopleOfAges } from './ages.ts';
import { coverage } from './coverage.ts';
import type { Norm } from './norm.ts';
import { normResult } from './norm-result.ts';
import { type AccessPlace, placesThat } from './places.ts';
import { spreadPeople } from './population/spread.ts';
import { perPoint, type SettledAreas } from './settled.ts';
import { reachModelOf, type Walks } from './walking.ts';

/** What a list of norms is held against; columns by point, by place and by area. */
export type NormTableQuestion = {
  settled: SettledAreas;
  /** All children of each area, of whatever age. */
  all: Float64Array;
  /** Children by age in each area. */
  groups: readonly AgeGroup[];
  /** Position of the area of each place; −1 outside. */
  areaOfPlace: Int32Array;
  /** Square metres of land of each area. */
  landM2: Float64Array;
  places: readonly AccessPlace[];
  norms: readonly Norm[];
  walks: Walks;
};

/** How far a norm is met over all areas: numbers of children, or square metres. */
export type NormRow = {
  norm: string;
  counts: 'children' | 'square-metres';
  met: number;
  asked: number;
  share: number | null;
  counted: Ages[];
  exactAges: boolean;
  /** Places that pass. */
  places: number;
  /** Places of unknown surface, which cannot count. */
  placesWithoutArea: number;
};

/** A child is younger than 18 unless the source says otherwise. */
const EVERY_AGE: Ages = { from: 0, to: 17 };

/** Every norm over the same ground. Walks are measured only to the places that a norm is about. */
export function normTable(question: NormTableQuestion): NormRow[] {
  const { settled, areaOfPlace, landM2, places, norms, walks } = question;
  const model = reachModelOf(settled, walks);
  const areaOf = perPoint(settled, Int32Array.from(landM2.keys()));
  const atPoints = (people: Float64Array) => spreadPeople(people, settled, 'fractions').people;
  const byAge = question.groups.map(group => ({ ...group, people: atPoints(group.people) }));
  // Ages may be given for some of the children only: whoever counts for a norm of no age is counted whole.
  const whole = [{ ...EVERY_AGE, people: atPoints(question.all) }];
  const none = {
    starts: new Int32Array(areaOf.length + 1),
    places: new Int32Array(0),
    metres: new Float64Array(0),
  };
  const sum = (column: Float64Array) => column.reduce((so, each) => so + each, 0);
  return norms.map(norm => {
    const { rule, ages } = norm;
    const groups = ages === null ? whole : byAge;
    const having = { functions: rule.functions, ages };
    const minAreaM2 = rule.kind === 'reach' ? rule.minAreaM2 : null;
    const counts = placesThat(places, { ...having, minAreaM2 });
    const passing = counts.reduce((so, one) => so + one, 0);
    if (rule.kind !== 'reach') {
      const distances = { ...none, placeCount: places.length, maxMetres: 0 };
      const { met, asked, ...told } = normResult(norm, {
        ...{ distances, places, groups, areaOf, areaOfPlace, landM2 },
      });
      return { ...told, met: sum(met), asked: sum(asked), places: passing };
    }
    const { people, counted, exact } = peopleOfAges(groups, ages, areaOf.length);
    const wanted: Geometry[] = places.filter((_, j) => counts[j] === 1).map(({ geometry }) => geometry);
    const { metres } = model.toNearest(wanted, undefined, rule.withinM);
    const { reached, all, share } = coverage(metres, people, [rule.withinM])[0]!;
    const unknown = placesThat(places, having);
    return {
      norm: norm.id,
      counts: 'children' as const,
      ...{ met: reached, asked: all, share, counted, exactAges: exact, places: passing },
      placesWithoutArea:
        minAreaM2 === null
          ? 0
          : places.filter((place, j) => unknown[j] === 1 && place.areaM2 === null).length,
    };
  });
}
