import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { nearestPlaces } from '../../../core/access/nearest.ts';
import { straightLineReach } from '../../../core/access/straight-line.ts';
import { straightLineDistances } from '../../../core/access/straight-line-distances.ts';
import { randomGenerator } from '../../../core/random/generator.ts';

const random = randomGenerator(6);
const near = (): [number, number] => [4 + random.uniform() / 30, 51 + random.uniform() / 50];
const square = ([lon, lat]: [number, number]): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, lat],
      [lon + 0.001, lat],
      [lon + 0.001, lat + 0.001],
      [lon, lat + 0.001],
      [lon, lat],
    ],
  ],
});

describe('straight lines to all places within a distance', () => {
  const homes = Array.from({ length: 200 }, near);
  const points = {
    lon: Float64Array.from(homes, ([lon]) => lon),
    lat: Float64Array.from(homes, ([, lat]) => lat),
  };
  const places = Array.from({ length: 60 }, (_, i) =>
    i % 2 === 0 ? square(near()) : ({ type: 'Point', coordinates: near() } as Geometry),
  );

  it('has every place within it and none beyond, as far as straightLineReach says', () => {
    const distances = straightLineDistances(1.3).distancesWithin(points, places, 700);
    const reach = straightLineReach(points, 1.3);
    places.forEach((place, j) => {
      const { metres } = reach.toNearest([place]);
      for (let i = 0; i < 200; i++) {
        const row = distances.places.subarray(distances.starts[i]!, distances.starts[i + 1]!);
        const k = row.indexOf(j);
        if (metres[i]! > 700) expect(k).toBe(-1);
        else expect(distances.metres[distances.starts[i]! + k]).toBe(metres[i]!);
      }
    });
    const nearest = reach.toNearest(places);
    const found = nearestPlaces(distances);
    for (let i = 0; i < 200; i++)
      expect(found.metres[i]).toBe(nearest.metres[i]! <= 700 ? nearest.metres[i]! : Infinity);
  });

  it('knows no place where there is none', () => {
    const { starts, placeCount } = straightLineDistances(1.3).distancesWithin(points, [], 700);
    expect([starts.length, starts.at(-1), placeCount]).toEqual([201, 0, 0]);
  });
});
