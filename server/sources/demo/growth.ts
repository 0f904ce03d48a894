import FlatQueue from 'flatqueue';
import { type Mesh, neighbour } from './mesh.ts';
import type { Random } from './random.ts';

export type GrowthSettings = {
  /** Start cell of every region; region i has label i. */
  seeds: readonly number[];
  /** What a step from a cell to the next costs, per metre; above 0. Noise here makes borders wander. */
  cost: (from: number, to: number, region: number) => number;
  /** Whether a region may step from one cell into the next. */
  allowed: (from: number, to: number) => boolean;
};

/**
 * Gives every land cell that can be reached to the region that reaches it at the lowest cost: every region
 * is connected. Returns a label per cell, −1 where no region came.
 */
export function growRegions(mesh: Mesh, { seeds, cost, allowed }: GrowthSettings): Int32Array {
  const label = new Int32Array(mesh.land.length).fill(-1);
  const queue = new FlatQueue<number>();
  // An entry is (cell, region) in one number, because a region may find a cell before it is its turn.
  const regions = seeds.length;
  seeds.forEach((cell, region) => {
    queue.push(cell * regions + region, 0);
  });
  while (queue.length > 0) {
    const reached = queue.peekValue()!;
    const entry = queue.pop()!;
    const region = entry % regions;
    const cell = (entry - region) / regions;
    if (label[cell] !== -1) continue;
    label[cell] = region;
    for (let direction = 0; direction < 6; direction++) {
      const next = neighbour(mesh, cell, direction);
      if (mesh.land[next] !== 1 || label[next] !== -1 || !allowed(cell, next)) continue;
      const dx = mesh.x[next]! - mesh.x[cell]!;
      const dy = mesh.y[next]! - mesh.y[cell]!;
      queue.push(next * regions + region, reached + Math.sqrt(dx * dx + dy * dy) * cost(cell, next, region));
    }
  }
  return label;
}

/**
 * Gives single cells that stick out of their region to the region around them, where that takes no region
 * apart: the cell's neighbours of its own region must follow each other. Changes `label` in place.
 */
export function smoothRegions(
  mesh: Mesh,
  label: Int32Array,
  allowed: (cell: number, other: number) => boolean,
): void {
  for (let round = 0; round < 3; round++) {
    for (const cell of mesh.landCells) {
      const own = label[cell]!;
      const around = [0, 1, 2, 3, 4, 5].map(direction => neighbour(mesh, cell, direction));
      const isOwn = around.map(other => label[other] === own);
      const runs = isOwn.filter((is, i) => is && !isOwn[(i + 5) % 6]).length;
      if (runs !== 1 || isOwn.filter(Boolean).length > 2) continue;
      const taker = around.find(other => label[other] !== -1 && label[other] !== own && allowed(cell, other));
      if (taker === undefined) continue;
      const takers = around.filter(other => label[other] === label[taker]);
      if (takers.length >= 4) label[cell] = label[taker]!;
    }
  }
}

/** Spreads `count` seeds evenly over some cells: random ones, moved to the middle of what is nearest (Lloyd 1982). */
export function spreadSeeds(
  mesh: Mesh,
  cells: readonly number[],
  count: number,
  rounds: number,
  random: Random,
): number[] {
  const wanted = Math.min(count, cells.length);
  let seeds = random.shuffled(cells).slice(0, wanted);
  for (let round = 0; round < rounds; round++) {
    const sumX = new Float64Array(wanted);
    const sumY = new Float64Array(wanted);
    const size = new Int32Array(wanted);
    const owner = nearestSeed(mesh, cells, seeds);
    cells.forEach((cell, i) => {
      const seed = owner[i]!;
      sumX[seed]! += mesh.x[cell]!;
      sumY[seed]! += mesh.y[cell]!;
      size[seed]! += 1;
    });
    const best = new Float64Array(wanted).fill(Number.POSITIVE_INFINITY);
    const moved = [...seeds];
    cells.forEach((cell, i) => {
      const seed = owner[i]!;
      const dx = mesh.x[cell]! - sumX[seed]! / size[seed]!;
      const dy = mesh.y[cell]! - sumY[seed]! / size[seed]!;
      const distance = dx * dx + dy * dy;
      if (distance < best[seed]!) {
        best[seed] = distance;
        moved[seed] = cell;
      }
    });
    seeds = moved;
  }
  return seeds;
}

function nearestSeed(mesh: Mesh, cells: readonly number[], seeds: readonly number[]): Int32Array {
  const owner = new Int32Array(cells.length);
  cells.forEach((cell, i) => {
    let best = Number.POSITIVE_INFINITY;
    seeds.forEach((seed, s) => {
      const dx = mesh.x[cell]! - mesh.x[seed]!;
      const dy = mesh.y[cell]! - mesh.y[seed]!;
      const distance = dx * dx + dy * dy;
      if (distance < best) {
        best = distance;
        owner[i] = s;
      }
    });
  });
  return owner;
}
