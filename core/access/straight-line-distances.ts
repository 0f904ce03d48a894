import Flatbush from 'flatbush';
import { projectionOf, utmEpsg } from '../areas/projection.ts';
import type { DistanceModel, Points } from './distances.ts';
import { distanceTo, shapesOf } from './shape.ts';

/**
 * Straight lines lengthened by a factor for the detours that streets make, as `straightLineReach` draws them: in the UTM
 * zone of the middle of the points, to the nearest edge of a polygon, 0 inside it.
 */
export function straightLineDistances(detour: number): DistanceModel {
  return {
    distancesWithin: (points, places, maxMetres) => {
      const { forward } = projectionOf(utmEpsg(...middleOf(points)));
      const size = points.lon.length;
      const starts = new Int32Array(size + 1);
      const found: number[] = [];
      const metres: number[] = [];
      const owners: number[] = [];
      const shapes = places.flatMap((geometry, place) =>
        shapesOf(geometry, forward).map(shape => {
          owners.push(place);
          return shape;
        }),
      );
      if (shapes.length > 0) {
        const tree = new Flatbush(shapes.length);
        for (const { box } of shapes) tree.add(...box);
        tree.finish();
        // A box is never farther than its shape; rounding may not leave out what lies at the limit.
        const around = maxMetres / detour + 0.001;
        for (let i = 0; i < size; i++) {
          const [x, y] = forward(points.lon[i]!, points.lat[i]!);
          const near = new Map<number, number>();
          for (const shape of tree.search(x - around, y - around, x + around, y + around)) {
            const distance = detour * distanceTo(shapes[shape]!, x, y);
            const place = owners[shape]!;
            if (distance <= maxMetres && distance < (near.get(place) ?? Infinity)) near.set(place, distance);
          }
          for (const place of [...near.keys()].sort((a, b) => a - b)) {
            found.push(place);
            metres.push(near.get(place)!);
          }
          starts[i + 1] = found.length;
        }
      }
      return {
        starts,
        places: Int32Array.from(found),
        metres: Float64Array.from(metres),
        placeCount: places.length,
        maxMetres,
      };
    },
  };
}

function middleOf({ lon, lat }: Points): [lon: number, lat: number] {
  return [middle(lon), middle(lat)];
}

function middle(column: Float64Array): number {
  let low = Infinity;
  let high = -Infinity;
  for (const each of column) {
    if (each < low) low = each;
    if (each > high) high = each;
  }
  return low > high ? 0 : (low + high) / 2;
}
