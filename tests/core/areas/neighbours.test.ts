import { describe, expect, it } from 'vitest';
import { distanceBand, nearestNeighbours } from '../../../core/areas/neighbours.ts';
import type { SpatialWeights } from '../../../core/areas/weights.ts';
import { chosenWeights, parseWeightsChoice } from '../../../core/areas/weights-choice.ts';
import { ProblemError } from '../../../core/problem.ts';

// Points on a line at 0, 1, 3 and 7 km.
const line = { x: Float64Array.of(0, 1000, 3000, 7000), y: new Float64Array(4) };
const lists = ({ starts, neighbours }: SpatialWeights): number[][] =>
  Array.from({ length: starts.length - 1 }, (_, i) => [...neighbours.subarray(starts[i], starts[i + 1])]);

describe('neighbours by distance', () => {
  it('the two nearest of each are found, which need not be mutual', () => {
    expect(lists(nearestNeighbours(line, 2))).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
      [1, 2],
    ]);
  });

  it('a band holds everything within it, and nobody where nothing is near', () => {
    expect(lists(distanceBand(line, 2500))).toEqual([[1], [0, 2], [1], []]);
  });

  it('areas at one place are neighbours of each other, never of themselves', () => {
    const same = { x: new Float64Array(3), y: new Float64Array(3) };
    expect(lists(distanceBand(same, 1))).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
  });

  it('more neighbours than there are areas are refused', () => {
    expect(() => nearestNeighbours(line, 4)).toThrow('4 nearest neighbours cannot be found among 4 areas');
    expect(() => nearestNeighbours(line, 1.5)).toThrow(ProblemError);
    expect(() => distanceBand(line, 0)).toThrow('has no width');
  });

  it('so many neighbours that all pairs would be kept are refused, by number and by distance', () => {
    const many = { x: Float64Array.from({ length: 5000 }, (_, i) => i), y: new Float64Array(5000) };
    expect(() => nearestNeighbours(many, 4999)).toThrow('choose some 800 an area or fewer');
    expect(() => distanceBand(many, 10_000)).toThrow('those within 10000 m');
    expect(nearestNeighbours(many, 400).neighbours).toHaveLength(2_000_000);
  });
});

describe('the choice of weights', () => {
  it('is read from one word', () => {
    expect(parseWeightsChoice('queen')).toEqual({ kind: 'queen' });
    expect(parseWeightsChoice('knn:8')).toEqual({ kind: 'knn', count: 8 });
    expect(parseWeightsChoice('distance:1500')).toEqual({ kind: 'distance', distanceM: 1500 });
  });

  it.each(['', 'king', 'knn', 'knn:', 'knn:2.5', 'knn:-1', 'distance:far'])('"%s" is refused', text => {
    expect(() => parseWeightsChoice(text)).toThrow(
      'choose queen, rook, knn:k (areas) or distance:m (metres)',
    );
  });

  it('gives the weights, borders counting as one where only touching matters', () => {
    const touching: SpatialWeights = {
      starts: Uint32Array.of(0, 1, 2),
      neighbours: Uint32Array.of(1, 0),
      values: Float64Array.of(700, 700),
    };
    const contiguity = { queen: touching, rook: touching };
    const geometry = { ...line, areaM2: new Float64Array(4), perimeterM: new Float64Array(4) };
    expect(chosenWeights({ kind: 'rook' }, contiguity, geometry).values).toBeNull();
    expect(lists(chosenWeights({ kind: 'knn', count: 1 }, contiguity, geometry))).toEqual([
      [1],
      [0],
      [1],
      [2],
    ]);
    expect(chosenWeights({ kind: 'queen' }, contiguity, geometry)).toBe(touching);
    expect(lists(chosenWeights({ kind: 'distance', distanceM: 1200 }, contiguity, geometry))[0]).toEqual([1]);
  });
});
