import { describe, expect, it } from 'vitest';
import {
  type DuplicateCandidate,
  duplicatePairs,
  duplicateScore,
} from '../../../core/facilities/duplicates.ts';
import { nameSimilarity } from '../../../core/facilities/names.ts';

/** Metres of a degree of latitude near 51°, by the WGS84 series (111 132.954 − 559.822 cos 2φ + 1.175 cos 4φ). */
const METRES_PER_DEGREE = 111_248;

const place = (
  id: string,
  metresNorth: number,
  more: Partial<DuplicateCandidate> = {},
): DuplicateCandidate => ({
  id,
  source: id.split('/')[0]!,
  name: 'Speeltuin Zuid',
  functions: ['play'],
  geometry: { type: 'Point', coordinates: [3.72, 51 + metresNorth / METRES_PER_DEGREE] },
  distinctFrom: new Set(),
  ...more,
});

describe('likeness of names (Dice, 1945)', () => {
  it('counts pairs of letters that both have', () => {
    // night: ni ig gh ht; nacht: na ac ch ht. One of four and four: 2 × 1 / 8, the textbook case.
    expect(nameSimilarity('night', 'nacht')).toBe(0.25);
    expect(nameSimilarity('Speeltuin', 'Bibliotheek')).toBeLessThan(0.3);
  });

  it('leaves accents, case, signs and the order of words out', () => {
    expect(nameSimilarity('Crèche De Zon!', 'creche de zon')).toBe(1);
    expect(nameSimilarity('Speelplein Zuid', 'Zuid, speelplein')).toBe(1);
  });
});

describe('likely duplicates', () => {
  it('score by nearness and name, as reckoned by hand', () => {
    expect(duplicateScore(0, 100, 1)).toBe(1);
    expect(duplicateScore(50, 100, 0.6)).toBeCloseTo(0.55);
    expect(duplicateScore(25, 100, null)).toBeCloseTo(0.6);
    expect(duplicateScore(150, 100, 1)).toBe(0.5);
  });

  it('are places of two sources with a function in common, likeliest first', () => {
    const pairs = duplicatePairs([
      place('osm/a', 0),
      place('gent/a', 40),
      place('gent/b', 10, { name: null }),
      place('osm/c', 5),
      place('gent/library', 0, { functions: ['library'] }),
      place('gent/far', 130),
    ]);
    expect(
      pairs.map(({ a, b, distanceM, score }) => [a, b, Math.round(distanceM), score.toFixed(2)]),
    ).toEqual([
      [1, 3, 35, '0.83'],
      [0, 1, 40, '0.80'],
      [2, 3, 5, '0.76'],
      [0, 2, 10, '0.72'],
    ]);
  });

  it('are not proposed again once somebody said they are two', () => {
    const pairs = duplicatePairs([
      place('osm/a', 0, { distinctFrom: new Set(['gent/a']) }),
      place('gent/a', 0),
    ]);
    expect(pairs).toEqual([]);
  });

  it('measure to the edge of a surface, and 0 inside it', () => {
    const d = 20 / METRES_PER_DEGREE;
    const field = place('gent/field', 0, {
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [3.719, 51],
            [3.721, 51],
            [3.721, 51 + d],
            [3.719, 51 + d],
            [3.719, 51],
          ],
        ],
      },
    });
    const at = (metres: number) => duplicatePairs([field, place('osm/a', metres)])[0]?.distanceM;
    expect(at(10)).toBe(0);
    expect(at(50)).toBeCloseTo(30, 0);
  });
});
