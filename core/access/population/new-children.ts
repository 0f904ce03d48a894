import { projectionOf, utmEpsg } from '../../areas/projection.ts';
import { CHILD_AGES, type ChildrenCoefficients, expectedChildren } from '../../scenario/children.ts';
import type { Build, Edit } from '../../scenario/edit.ts';
import { areasOf, timesCounted } from '../../scenario/place.ts';
import type { AgeGroup } from '../ages.ts';
import type { Distances, Points } from '../distances.ts';
import { shapesOf } from '../shape.ts';
import { LATTICE_M, latticeWithin } from './lattice.ts';
import { pointWithin } from './planar.ts';

/** Children who come with the new dwellings of a scenario, at points. */
export type NewChildren = {
  points: Points;
  /** Position of each point's area. */
  areaOf: Int32Array;
  groups: AgeGroup[];
  /** Social dwellings without a number of bedrooms, and private ones, for which no children are expected. */
  dwellingsWithout: number;
};

type Area = { index: number; lon: number; lat: number };

/**
 * Children to expect in the social dwellings of every build that is switched on, where they come: on a point, over the
 * lattice of a drawn site (one point within a smaller one), or at the point of each area. Of private dwellings and of
 * those without a number of bedrooms none are expected; conversions and renovations bring nobody, as who lives there
 * does not follow from them. Children of a site in several areas are divided as its dwellings are.
 * @param areaBy the area of a code; undefined outside the scope, whose part of a site is left out
 */
export function newChildren(
  edits: readonly Edit[],
  coefficients: ChildrenCoefficients,
  areaBy: (code: string) => Area | undefined,
): NewChildren {
  const rows: { lon: number; lat: number; area: number; people: number[] }[] = [];
  let dwellingsWithout = 0;
  for (const edit of edits) {
    if (edit.kind !== 'build' || !edit.enabled) continue;
    const { byAge, unspecifiedDwellings } = expectedChildren(edit.social, coefficients);
    const times = timesCounted(edit.place);
    dwellingsWithout += times * (unspecifiedDwellings + edit.private);
    const parts = partsOf(edit);
    for (const { area, part } of parts) {
      const found = areaBy(area);
      if (found === undefined) continue;
      const points = edit.place.kind === 'site' ? pointsOf(edit.place.geometry) : [[found.lon, found.lat]];
      for (const [lon, lat] of points)
        rows.push({
          lon: lon!,
          lat: lat!,
          area: found.index,
          people: CHILD_AGES.map(age => (times * part * byAge[age]) / points.length),
        });
    }
  }
  return {
    points: { lon: Float64Array.from(rows, row => row.lon), lat: Float64Array.from(rows, row => row.lat) },
    areaOf: Int32Array.from(rows, row => row.area),
    groups: CHILD_AGES.map((age, k) => {
      const [from, to] = age.split('-').map(Number);
      return { from: from!, to: to!, people: Float64Array.from(rows, row => row.people[k]!) };
    }),
    dwellingsWithout,
  };
}

/** The part of an edit's dwellings in each of its areas, 0–1. */
function partsOf({ place }: Build): { area: string; part: number }[] {
  const codes = areasOf(place);
  if (place.kind === 'areas') return codes.map(area => ({ area, part: 1 / codes.length }));
  const all = place.parts.reduce((sum, { weight }) => sum + weight, 0);
  return place.parts.map(({ area, weight }) => ({ area, part: all > 0 ? weight / all : 1 / codes.length }));
}

function pointsOf(geometry: Extract<Build['place'], { kind: 'site' }>['geometry']): number[][] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  const [lon, lat] =
    geometry.type === 'Polygon' ? geometry.coordinates[0]![0]! : geometry.coordinates[0]![0]![0]!;
  const { forward, inverse } = projectionOf(utmEpsg(lon, lat));
  const shapes = shapesOf(geometry, forward);
  const { x, y } = latticeWithin(shapes, LATTICE_M);
  if (x.length > 0) return x.map((easting, k) => inverse(easting, y[k]!));
  const within = shapes.map(pointWithin).find(point => point !== null);
  return [within === undefined ? [lon, lat] : inverse(within![0], within![1])];
}

/** Distances of more points to the same places, behind those that are there. */
export function joinDistances(one: Distances, more: Distances): Distances {
  const before = one.starts.at(-1)!;
  const starts = new Int32Array(one.starts.length + more.starts.length - 1);
  starts.set(one.starts);
  starts.set(
    more.starts.subarray(1).map(start => before + start),
    one.starts.length,
  );
  return {
    starts,
    places: joined(Int32Array, one.places, more.places),
    metres: joined(Float64Array, one.metres, more.metres),
    placeCount: one.placeCount,
    maxMetres: Math.min(one.maxMetres, more.maxMetres),
  };
}

function joined<T extends Int32Array | Float64Array>(make: new (size: number) => T, one: T, more: T): T {
  const both = new make(one.length + more.length);
  both.set(one);
  both.set(more, one.length);
  return both;
}
