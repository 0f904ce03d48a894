import { type Mesh, neighbour } from './mesh.ts';

export type Neighbourhood = { municipality: number; sectors: number[]; core: number; central: boolean };

type GroupingInput = {
  mesh: Mesh;
  sectorOf: Int32Array;
  cellsOf: readonly (readonly number[])[];
  municipalityOfSector: readonly number[];
  sideOf: Uint8Array;
  /** Cells of all settlements, the cores of the municipalities first and in their order. */
  settlements: readonly number[];
  municipalities: number;
};

/**
 * Groups the sectors of each municipality into connected neighbourhoods around its settlements. The smallest
 * always takes the free neighbour nearest to its start; sectors across the canal or the railway count as
 * further away. Also returns which sectors touch.
 */
export function groupSectors(input: GroupingInput): {
  groups: Neighbourhood[];
  touching: ReadonlySet<number>[];
} {
  const { mesh, sectorOf, cellsOf, municipalityOfSector, sideOf, settlements, municipalities } = input;
  const middles = cellsOf.map(cells => middleOf(mesh, cells));
  const touching = touchingSectors(mesh, sectorOf, cellsOf);
  const gap = (a: number, b: number): number => {
    const dx = mesh.x[middles[a]!]! - mesh.x[middles[b]!]!;
    const dy = mesh.y[middles[a]!]! - mesh.y[middles[b]!]!;
    const across = sideOf[middles[a]!] === sideOf[middles[b]!] ? 1 : 2;
    return Math.sqrt(dx * dx + dy * dy) * across;
  };
  const groups: Neighbourhood[] = [];
  for (let municipality = 0; municipality < municipalities; municipality++) {
    // Two settlements in one sector make one neighbourhood; the core of the municipality comes first.
    const startOf = new Map<number, number>();
    settlements.forEach((cell, i) => {
      const sector = sectorOf[cell]!;
      const mine = i < municipalities ? i === municipality : municipalityOfSector[sector] === municipality;
      if (mine && !startOf.has(sector)) startOf.set(sector, cell);
    });
    const starts = [...startOf.keys()];
    const own = starts.map(start => [start]);
    const free = new Set(
      municipalityOfSector.keys().filter(s => municipalityOfSector[s] === municipality && !startOf.has(s)),
    );
    while (free.size > 0) growSmallest(own, starts, free, touching, gap);
    own.forEach((members, i) => {
      groups.push({ municipality, sectors: members, core: startOf.get(starts[i]!)!, central: i === 0 });
    });
  }
  return { groups, touching };
}

function growSmallest(
  own: readonly number[][],
  starts: readonly number[],
  free: Set<number>,
  touching: readonly ReadonlySet<number>[],
  gap: (a: number, b: number) => number,
): void {
  const bySize = own.map((_, i) => i).sort((a, b) => own[a]!.length - own[b]!.length || a - b);
  for (const i of bySize) {
    let best = -1;
    for (const member of own[i]!) {
      for (const next of touching[member]!) {
        if (!free.has(next)) continue;
        if (best === -1 || gap(next, starts[i]!) < gap(best, starts[i]!)) best = next;
      }
    }
    if (best === -1) continue;
    own[i]!.push(best);
    free.delete(best);
    return;
  }
}

function touchingSectors(
  mesh: Mesh,
  sectorOf: Int32Array,
  cellsOf: readonly (readonly number[])[],
): ReadonlySet<number>[] {
  return cellsOf.map((cells, sector) => {
    const touching = new Set<number>();
    for (const cell of cells) {
      for (let direction = 0; direction < 6; direction++) {
        const other = sectorOf[neighbour(mesh, cell, direction)]!;
        if (other !== -1 && other !== sector) touching.add(other);
      }
    }
    return touching;
  });
}

/** The cell nearest to the mean position of some cells. */
export function middleOf(mesh: Mesh, cells: readonly number[]): number {
  let x = 0;
  let y = 0;
  for (const cell of cells) {
    x += mesh.x[cell]! / cells.length;
    y += mesh.y[cell]! / cells.length;
  }
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const cell of cells) {
    const distance = (mesh.x[cell]! - x) * (mesh.x[cell]! - x) + (mesh.y[cell]! - y) * (mesh.y[cell]! - y);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = cell;
    }
  }
  return best;
}
