import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import { projectionOf, utmEpsg } from '../areas/projection.ts';
import type { Nearest, ReachModel } from './reach.ts';
import { distanceTo, type Shape, shapesOf } from './shape.ts';

/**
 * Straight lines, lengthened by a factor for the detours that streets make. Points are in WGS84 degrees and measured
 * in the UTM zone of their middle, which is within a thousandth of the ground in and near it. A polygon is reached at
 * its nearest edge, as a park is at its side.
 */
export function straightLineReach(
  { lon, lat }: { lon: Float64Array; lat: Float64Array },
  detour: number,
): ReachModel {
  const { forward } = projectionOf(utmEpsg(middleOf(lon), middleOf(lat)));
  const x = new Float64Array(lon.length);
  const y = new Float64Array(lon.length);
  for (let i = 0; i < lon.length; i++) [x[i], y[i]] = forward(lon[i]!, lat[i]!) as [number, number];
  // Geometries are immutable: those that stay are projected once.
  const projected = new WeakMap<Geometry, Shape[]>();
  const inPlane = (geometry: Geometry): Shape[] => {
    const known = projected.get(geometry) ?? shapesOf(geometry, forward);
    projected.set(geometry, known);
    return known;
  };
  return {
    toNearest: (places, points) => {
      const shapes: Shape[] = [];
      const owners: number[] = [];
      places.forEach((geometry, place) => {
        for (const shape of inPlane(geometry)) {
          shapes.push(shape);
          owners.push(place);
        }
      });
      const size = points?.length ?? x.length;
      const nearest: Nearest = {
        metres: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
        place: new Int32Array(size).fill(-1),
      };
      const find = nearestShape(shapes);
      for (let k = 0; k < size; k++) {
        const i = points === undefined ? k : points[k]!;
        const [distance, shape] = find(x[i]!, y[i]!);
        nearest.metres[k] = detour * distance;
        nearest.place[k] = owners[shape] ?? -1;
      }
      return nearest;
    },
  };
}

function middleOf(column: Float64Array): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const each of column) {
    low = Math.min(low, each);
    high = Math.max(high, each);
  }
  return low > high ? 0 : (low + high) / 2;
}

/** Metres by which rounding may put a box too far away. */
const ROUNDING_M = 0.001;
/** Few enough to be tried one after the other. */
const FEW = 8;

/** Finds the nearest shape and how far it is; −1 where there is none. The first of equally near ones. */
function nearestShape(shapes: readonly Shape[]): (x: number, y: number) => [distance: number, shape: number] {
  const best = (found: Iterable<number>, x: number, y: number): [number, number] => {
    let nearest = Number.POSITIVE_INFINITY;
    let at = -1;
    for (const i of found) {
      const distance = distanceTo(shapes[i]!, x, y);
      if (distance < nearest || (distance === nearest && i < at)) {
        nearest = distance;
        at = i;
      }
    }
    return [nearest, at];
  };
  if (shapes.length <= FEW) return (x, y) => best(shapes.keys(), x, y);
  const tree = new Flatbush(shapes.length);
  for (const { box } of shapes) tree.add(...box);
  tree.finish();
  return (x, y) => {
    const [first] = tree.neighbors(x, y, 1);
    // No shape is nearer than its box, so that only boxes as near as some shape can hold a nearer one.
    const within = distanceTo(shapes[first!]!, x, y) + ROUNDING_M;
    return best(tree.neighbors(x, y, Number.POSITIVE_INFINITY, within), x, y);
  };
}
