import { describe, expect, it } from 'vitest';
import { chooseEpsg, crsProblem } from '../../../server/imports/crs.ts';

const at = (x: number, y: number) => ({ minX: x, minY: y, maxX: x, maxY: y });

/** Where things are, as their own mapping agencies give it: NGI, Kadaster, Ordnance Survey, IGN. */
const PLACES: [string, number, number, number][] = [
  ['Gent in Lambert 72', 104_000, 194_000, 31370],
  ['Gent in Lambert 2008', 604_000, 694_000, 3812],
  ['Amersfoort in RD', 155_000, 463_000, 28992],
  ['Manchester on the National Grid', 384_000, 398_000, 27700],
  ['Gent in UTM 31N', 551_000, 5_655_000, 25831],
  ['Lille in Lambert-93', 704_000, 7_059_000, 2154],
];

describe('Coordinates and their CRS', () => {
  it.each(PLACES)('%s, said to be WGS84, are refused with the right code', (_, x, y, epsg) => {
    expect(crsProblem(at(x, y), 4326, false)).toContain(`looks like EPSG:${epsg}`);
  });

  it.each(PLACES)('%s are accepted as what they are', (_, x, y, epsg) => {
    expect(crsProblem(at(x, y), epsg, false)).toBeNull();
  });

  it('degrees said to be metres are refused', () => {
    expect(crsProblem(at(3.7, 51), 31370, true)).toContain('looks like EPSG:4326');
    expect(crsProblem(at(3.7, 51), 3857, true)).toContain('looks like EPSG:4326');
    expect(crsProblem(at(3.7, 51), 32631, true)).toContain('are degrees and not EPSG:32631');
  });

  it('latitude before longitude is refused, unless a person insists', () => {
    expect(crsProblem(at(51, 3.7), 4326, false)).toContain('latitude before longitude');
    expect(crsProblem(at(38, -121), 4326, true)).toContain('latitude before longitude');
    expect(crsProblem(at(51, 3.7), 4326, true)).toBeNull();
  });

  it('places outside Europe are fine in degrees', () => {
    // Sacramento, Tehran, Nairobi.
    for (const [x, y] of [
      [-121.5, 38.6],
      [51.4, 35.7],
      [36.8, -1.3],
    ] as const)
      expect(crsProblem(at(x, y), 4326, false)).toBeNull();
  });

  it('a person’s word counts before the file’s, and the file’s before a guess', () => {
    expect(chooseEpsg(31370, 4326, 'geojson', at(3.7, 51))).toMatchObject({ epsg: 31370, certain: true });
    expect(chooseEpsg(undefined, 3812, 'shapefile', at(104_000, 194_000))).toMatchObject({
      epsg: 3812,
      assumed: false,
    });
    expect(chooseEpsg(undefined, null, 'shapefile', at(104_000, 194_000))).toMatchObject({
      epsg: 31370,
      assumed: true,
    });
    // RFC 7946: GeoJSON is WGS84 unless it says otherwise.
    expect(chooseEpsg(undefined, null, 'geojson', at(104_000, 194_000))).toMatchObject({
      epsg: 4326,
      assumed: false,
    });
  });
});
