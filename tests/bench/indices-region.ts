import type { Geometry } from 'geojson';
import { type RandomGenerator, randomGenerator } from '../../core/random/generator.ts';

/** A region of `columns` by `rows` neighbouring polygons, in metres, as large as Flanders, with its counts. */
export type BenchRegion = {
  codes: string[];
  geometries: Geometry[];
  group: Float64Array;
  total: Float64Array;
};

const WIDTH_M = 150_000;
const HEIGHT_M = 90_000;
const VERTICES_PER_BORDER = 12;

/** Polygons with crooked borders that both sides share vertex by vertex, and clustered social dwellings. */
export function benchRegion(columns: number, rows: number): BenchRegion {
  const random = randomGenerator(20261123);
  const wide = WIDTH_M / columns;
  const high = HEIGHT_M / rows;
  const shaken = (at: number, by: number): number => at + (random.uniform() - 0.5) * by;
  const corner = Array.from({ length: (columns + 1) * (rows + 1) }, (_, i) => [
    shaken((i % (columns + 1)) * wide, 0.4 * wide),
    shaken(Math.floor(i / (columns + 1)) * high, 0.4 * high),
  ]);
  const cornerAt = (column: number, row: number): number[] => corner[row * (columns + 1) + column]!;
  const across = Array.from({ length: columns * (rows + 1) }, (_, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    return border(cornerAt(column, row), cornerAt(column + 1, row), random);
  });
  const upward = Array.from({ length: (columns + 1) * rows }, (_, i) => {
    const [column, row] = [i % (columns + 1), Math.floor(i / (columns + 1))];
    return border(cornerAt(column, row), cornerAt(column, row + 1), random);
  });
  const size = columns * rows;
  const geometries = Array.from({ length: size }, (_, i): Geometry => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const ring = [
      ...across[row * columns + column]!,
      ...upward[row * (columns + 1) + column + 1]!.slice(1),
      ...across[(row + 1) * columns + column]!.toReversed().slice(1),
      ...upward[row * (columns + 1) + column]!.toReversed().slice(1),
    ];
    return { type: 'Polygon', coordinates: [ring] };
  });
  const total = Float64Array.from({ length: size }, () => 50 + random.below(700));
  const group = total.map((t, i) => {
    const [column, row] = [(i % columns) / columns, Math.floor(i / columns) / rows];
    const wave = 0.5 + 0.5 * Math.sin(18 * column) * Math.cos(11 * row);
    return Math.floor(t * (0.02 + 0.5 * wave * random.uniform() ** 4));
  });
  return { codes: Array.from({ length: size }, (_, i) => `B${i}`), geometries, group, total };
}

/** Vertices from one corner to another, both included. */
function border(from: number[], to: number[], random: RandomGenerator): number[][] {
  const inner = Array.from({ length: VERTICES_PER_BORDER - 2 }, (_, k) => {
    const part = (k + 1) / (VERTICES_PER_BORDER - 1);
    const swing = (random.uniform() - 0.5) * 40;
    return [from[0]! + part * (to[0]! - from[0]!) + swing, from[1]! + part * (to[1]! - from[1]!) - swing];
  });
  return [from, ...inner, to];
}
