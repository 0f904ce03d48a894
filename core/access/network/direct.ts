import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import type { Points } from '../distances.ts';
import { distanceTo, type Shape, shapesOf, type ToPlane } from '../shape.ts';
import { ENTRANCE_M, type Joined, MAX_OFF_M } from './attach.ts';
import { metresPerDegree, planeAt } from './ground.ts';

/**
 * Finds places without a walk along streets: nearer to a point than its nearest street, across the same open ground or
 * around the point itself, or with a side along the very spot where the point comes to its street.
 */
export function directFinder({ lon, lat }: Points, joined: Joined, places: readonly Geometry[]) {
  const find = shapeFinder(places);
  return (point: number, found: (place: number, metres: number) => void): void => {
    const off = joined.off[point]!;
    find(lon[point]!, lat[point]!, off, found);
    find(joined.lon[point]!, joined.lat[point]!, ENTRANCE_M, (place, metres, isPoint) => {
      if (!isPoint) found(place, off + metres);
    });
  };
}

/** Finds the places within some metres of a position in degrees. */
function shapeFinder(places: readonly Geometry[]) {
  const shapes: { shape: Shape; toPlane: ToPlane; place: number }[] = [];
  const boxes: Shape['box'][] = [];
  places.forEach((geometry, place) => {
    // Degrees for the boxes, and a plane in metres around the first.
    const inDegrees = shapesOf(geometry, (x, y) => [x, y]);
    const [first] = inDegrees;
    if (first === undefined) return;
    const toPlane = planeAt((first.box[0] + first.box[2]) / 2, (first.box[1] + first.box[3]) / 2);
    for (const { box } of inDegrees) boxes.push(box);
    for (const shape of shapesOf(geometry, toPlane)) shapes.push({ shape, toPlane, place });
  });
  if (shapes.length === 0) return () => {};
  const tree = new Flatbush(shapes.length);
  for (const box of boxes) tree.add(...box);
  tree.finish();
  // Few places are near few points: most are told apart by one comparison, before any reckoning.
  const widest = metresPerDegree(Math.min(89, Math.max(Math.abs(tree.minY), Math.abs(tree.maxY)) + 1));
  const [padX, padY] = [MAX_OFF_M / widest.lon, MAX_OFF_M / widest.lat];
  const [west, east] = [tree.minX - padX, tree.maxX + padX];
  const [south, north] = [tree.minY - padY, tree.maxY + padY];
  return (
    lon: number,
    lat: number,
    within: number,
    found: (place: number, metres: number, isPoint: boolean) => void,
  ): void => {
    if (lon < west || lon > east || lat < south || lat > north) return;
    const per = metresPerDegree(lat);
    const dx = within / per.lon;
    const dy = within / per.lat;
    for (const i of tree.search(lon - dx, lat - dy, lon + dx, lat + dy)) {
      const { shape, toPlane, place } = shapes[i]!;
      const [x, y] = toPlane(lon, lat);
      const metres = distanceTo(shape, x, y);
      if (metres <= within) found(place, metres, shape.xy.length === 2);
    }
  };
}
