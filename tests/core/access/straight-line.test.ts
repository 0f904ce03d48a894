import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { distanceTo, shapesOf } from '../../../core/access/shape.ts';
import { straightLineReach } from '../../../core/access/straight-line.ts';
import { projectionOf } from '../../../core/areas/projection.ts';

const point = (lon: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lon, lat] });
const plane = (x: number, y: number): [number, number] => [x, y];

describe('the distance to a shape', () => {
  const [square] = shapesOf(
    {
      type: 'Polygon',
      coordinates: [
        // Ten by ten with a hole of two by two in its middle.
        [
          [0, 0],
          [10, 0],
          [10, 10],
          [0, 10],
          [0, 0],
        ],
        [
          [4, 4],
          [6, 4],
          [6, 6],
          [4, 6],
          [4, 4],
        ],
      ],
    },
    plane,
  );

  it('is that to its nearest edge, and 0 inside it', () => {
    expect(distanceTo(square!, 13, 5)).toBe(3);
    // Past a corner: three east and four north.
    expect(distanceTo(square!, 13, 14)).toBe(5);
    expect(distanceTo(square!, 2, 2)).toBe(0);
  });

  it('is that to the edge of the hole inside a hole', () => {
    expect(distanceTo(square!, 5, 4.5)).toBe(0.5);
  });

  it('is that to a line, to the nearest of several points, and to any member of a collection', () => {
    const [line] = shapesOf(
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [0, 10],
        ],
      },
      plane,
    );
    expect(distanceTo(line!, 3, 5)).toBe(3);
    const [points] = shapesOf(
      {
        type: 'MultiPoint',
        coordinates: [
          [0, 0],
          [9, 0],
        ],
      },
      plane,
    );
    expect(distanceTo(points!, 7, 0)).toBe(2);
    const two = shapesOf({ type: 'GeometryCollection', geometries: [point(0, 0), point(1, 1)] }, plane);
    expect(two).toHaveLength(2);
    expect(shapesOf({ type: 'MultiPolygon', coordinates: [] }, plane)).toEqual([]);
  });
});

describe('straight lines with detours', () => {
  // On the sphere of 6,371 km a degree of latitude is 111.195 km; on the ellipsoid at 51° it is 111.249 km
  // (Snyder 1987, p. 25: 111132.954 − 559.822 cos 2φ + 1.175 cos 4φ), a hundredth of it 1,112.5 m.
  const reach = straightLineReach({ lon: Float64Array.of(3.7, 3.7), lat: Float64Array.of(51, 51.01) }, 1);

  it('are metres on the ground', () => {
    const { metres, place } = reach.toNearest([point(3.7, 51.005), point(3.7, 51.011)]);
    expect(metres[0]! / 556.25).toBeCloseTo(1, 2);
    expect(metres[1]! / 111.25).toBeCloseTo(1, 2);
    expect([...place]).toEqual([0, 1]);
  });

  it('are lengthened by the factor, and asked of some points only where that is said', () => {
    const longer = straightLineReach(
      { lon: Float64Array.of(3.7, 3.7), lat: Float64Array.of(51, 51.01) },
      1.5,
    );
    const places = [point(3.7, 51.005)];
    expect(longer.toNearest(places).metres[0]).toBeCloseTo(1.5 * reach.toNearest(places).metres[0]!, 9);
    expect([...longer.toNearest(places, Int32Array.of(1)).metres]).toEqual([
      longer.toNearest(places).metres[1],
    ]);
  });

  it('reach nothing where there is nothing', () => {
    expect(reach.toNearest([])).toEqual({
      metres: Float64Array.of(Infinity, Infinity),
      place: Int32Array.of(-1, -1),
    });
  });

  it('find the same in a tree of boxes as one by one', () => {
    const lon = fc.double({ min: 3.6, max: 3.8, noNaN: true });
    const lat = fc.double({ min: 50.9, max: 51.1, noNaN: true });
    const small = fc.double({ min: 0.001, max: 0.05, noNaN: true });
    const triangle = fc.tuple(lon, lat, small, small).map(
      ([west, south, wide, high]): Geometry => ({
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [west + wide, south],
            [west, south + high],
            [west, south],
          ],
        ],
      }),
    );
    const places = fc.array(
      fc.oneof(
        triangle,
        fc.tuple(lon, lat).map(at => point(...at)),
      ),
      {
        minLength: 9,
        maxLength: 40,
      },
    );
    const { forward } = projectionOf(32631);
    fc.assert(
      fc.property(places, lon, lat, (all, x, y) => {
        const found = straightLineReach({ lon: Float64Array.of(x), lat: Float64Array.of(y) }, 1).toNearest(
          all,
        );
        const oneByOne = all.map(geometry =>
          Math.min(...shapesOf(geometry, forward).map(shape => distanceTo(shape, ...forward(x, y)))),
        );
        expect(found.metres[0]).toBe(Math.min(...oneByOne));
      }),
    );
  });
});
