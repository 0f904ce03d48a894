import type { Geometry } from 'geojson';
import { projectionOf, utmEpsg } from '../../areas/projection.ts';
import { type ChildrenByAge, type ChildrenCoefficients, expectedChildren } from '../../scenario/children.ts';
import type { Build, Edit } from '../../scenario/edit.ts';
import { dwellingsIn } from '../../scenario/homes.ts';
import { areasOf, timesCounted } from '../../scenario/place.ts';
import type { Ages } from '../ages.ts';
import type { Points } from '../distances.ts';
import { shapesOf } from '../shape.ts';
import { LATTICE_M, latticeWithin } from './lattice.ts';
import { pointWithin } from './planar.ts';

/** Social dwellings that a scenario builds in one area, or in the part of a drawn site that lies in it. */
export type Newcomers = {
  /** Position of the area. */
  area: number;
  /** Where on the ground: over the points of a drawn site, or as those who live in the area now where it is null. */
  site: Geometry | null;
  dwellings: number;
  /** Children to expect in them, by age and together. */
  byAge: ChildrenByAge;
  children: number;
};

export type NewChildren = {
  newcomers: Newcomers[];
  /** Social dwellings without a number of bedrooms, and private ones, for which no children are expected. */
  dwellingsWithout: number;
};

/**
 * Children to expect in the social dwellings of every build that is switched on. Of private dwellings and of those
 * without a number of bedrooms none are expected; conversions and renovations bring nobody, as who lives there does not
 * follow from them. Children of a site in several areas are divided as its dwellings are.
 * @param areaBy position of the area of a code; undefined outside the scope, whose part of a site is left out
 */
export function newChildren(
  edits: readonly Edit[],
  coefficients: ChildrenCoefficients,
  areaBy: (code: string) => number | undefined,
): NewChildren {
  const newcomers: Newcomers[] = [];
  let dwellingsWithout = 0;
  for (const edit of edits) {
    if (edit.kind !== 'build' || !edit.enabled) continue;
    const { byAge, total, unspecifiedDwellings } = expectedChildren(edit.social, coefficients);
    const times = timesCounted(edit.place);
    dwellingsWithout += times * (unspecifiedDwellings + edit.private);
    const dwellings = dwellingsIn(edit.social);
    for (const { area: code, part } of partsOf(edit)) {
      const area = areaBy(code);
      if (area === undefined) continue;
      const of = times * part;
      newcomers.push({
        area,
        site: edit.place.kind === 'site' ? edit.place.geometry : null,
        dwellings: of * dwellings,
        byAge: { '0-5': of * byAge['0-5'], '6-11': of * byAge['6-11'], '12-17': of * byAge['12-17'] },
        children: of * total,
      });
    }
  }
  return { newcomers, dwellingsWithout };
}

/** Children of some ages among those to expect, each group taken as even over its years; all under null. */
export function childrenOfAges(byAge: ChildrenByAge, ages: Ages | null): number {
  let sum = 0;
  for (const [text, children] of Object.entries(byAge)) {
    const [from, to] = text.split('-').map(Number) as [number, number];
    const years = ages === null ? to - from + 1 : Math.min(to, ages.to) - Math.max(from, ages.from) + 1;
    sum += (children * Math.max(0, years)) / (to - from + 1);
  }
  return sum;
}

/** The part of an edit's dwellings in each of its areas, 0–1. */
function partsOf({ place }: Build): { area: string; part: number }[] {
  const codes = areasOf(place);
  if (place.kind === 'areas') return codes.map(area => ({ area, part: 1 / codes.length }));
  const all = place.parts.reduce((sum, { weight }) => sum + weight, 0);
  return place.parts.map(({ area, weight }) => ({ area, part: all > 0 ? weight / all : 1 / codes.length }));
}

// Geometries are immutable: the points of a site are laid out once.
const laidOut = new WeakMap<Geometry, Points>();

/** Where the people of a drawn site come: on a point, over the lattice of a polygon, or at one point within a smaller one. */
export function sitePoints(site: Geometry): Points {
  const known = laidOut.get(site) ?? layOut(site);
  laidOut.set(site, known);
  return known;
}

function layOut(site: Geometry): Points {
  if (site.type === 'Point') return columnsOf([site.coordinates]);
  let first: readonly number[] = [];
  shapesOf(site, (lon, lat) => {
    if (first.length === 0) first = [lon, lat];
    return [lon, lat];
  });
  if (first.length === 0) return columnsOf([]);
  const { forward, inverse } = projectionOf(utmEpsg(first[0]!, first[1]!));
  const shapes = shapesOf(site, forward);
  const { x, y } = latticeWithin(shapes, LATTICE_M);
  if (x.length > 0) return columnsOf(x.map((easting, k) => inverse(easting, y[k]!)));
  const within = shapes.map(pointWithin).find(point => point !== null);
  return columnsOf([within === undefined ? first : inverse(within![0], within![1])]);
}

const columnsOf = (positions: readonly (readonly number[])[]): Points => ({
  lon: Float64Array.from(positions, ([lon]) => lon!),
  lat: Float64Array.from(positions, ([, lat]) => lat!),
});
