import { describe, expect, it } from 'vitest';
import { readCatchments } from '../../../core/scenario/catchment-file.ts';
import { type Catchment, withCatchment, withoutCatchment } from '../../../core/scenario/catchments.ts';
import { parseScenario } from '../../../core/scenario/parse.ts';
import { scenario as example } from './example.ts';

const square = (west: number): Catchment['geometry'] => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 51],
      [west + 0.01, 51],
      [west + 0.01, 51.01],
      [west, 51],
    ],
  ],
});
const of = (school: string, west = 4, wanted = 'primary_school'): Catchment => ({
  ...{ function: wanted, school, geometry: square(west) },
});

describe('catchments of a scenario', () => {
  it('are one a school and function: a new one takes the place of the old', () => {
    const list = [of('s/1'), of('s/2'), of('s/1', 4, 'nursery_school')];
    expect(withCatchment(list, of('s/1', 5)).map(one => one.geometry.coordinates[0]![0])).toEqual([
      [5, 51],
      [4, 51],
      [4, 51],
    ]);
    expect(withCatchment(list, of('s/3'))).toHaveLength(4);
    expect(withoutCatchment(list, of('s/1')).map(one => [one.school, one.function])).toEqual([
      ['s/2', 'primary_school'],
      ['s/1', 'nursery_school'],
    ]);
  });

  it('travel with its file, and are refused where they cross themselves', () => {
    const scenario = (geometry: unknown) => ({
      ...example(),
      parameters: { catchments: [{ ...of('s/1'), geometry }] },
    });
    expect(parseScenario(scenario(square(4))).parameters.catchments).toHaveLength(1);
    const bow = {
      type: 'Polygon',
      coordinates: [
        [
          [4, 51],
          [5, 52],
          [5, 51],
          [4, 52],
          [4, 51],
        ],
      ],
    };
    expect(() => parseScenario(scenario(bow))).toThrow(/catchments\[0\]\.geometry.*crosses/);
    expect(() => parseScenario(scenario({ type: 'Point', coordinates: [4, 51] }))).toThrow('catchments');
  });
});

describe('a file of catchments', () => {
  const schools = [
    { id: 's/1', name: 'De Regenboog' },
    { id: 's/2', name: 'Sint-Jan' },
    { id: 's/3', name: 'Sint-Jan' },
  ];
  const file = (...features: [school: unknown, geometry: unknown][]) => ({
    type: 'FeatureCollection',
    features: features.map(([school, geometry]) => ({ type: 'Feature', properties: { school }, geometry })),
  });
  const read = (given: unknown) => readCatchments(given, 'primary_school', schools);

  it('names schools by id or by name, and joins what belongs to one', () => {
    const found = read(file(['s/2', square(4)], ['de regenboog', square(5)], ['s/2', square(6)]));
    expect(found.map(({ school, geometry }) => [school, geometry.type])).toEqual([
      ['s/2', 'MultiPolygon'],
      ['s/1', 'Polygon'],
    ]);
    expect(found[0]!.geometry.coordinates).toEqual([square(4).coordinates, square(6).coordinates]);
    expect(found.every(one => one.function === 'primary_school')).toBe(true);
  });

  it('is taken whole or not at all, with what is wrong', () => {
    expect(() => read({})).toThrow('no GeoJSON FeatureCollection');
    expect(() => read(file(['s/1', square(4)], ['s/9', square(5)]))).toThrow(
      'catchment 2 has "s/9" for its property "school", which is no school here',
    );
    expect(() => read(file(['Sint-Jan', square(4)]))).toThrow('which 2 schools are called');
    expect(() => read(file(['s/1', { type: 'Point', coordinates: [4, 51] }]))).toThrow('is a point');
    expect(() => read(file(['s/1', { type: 'LineString', coordinates: [] }]))).toThrow('catchment 1');
  });
});
