import type { DemoSettings } from '../../../data/demo.ts';
import { growRegions, smoothRegions, spreadSeeds } from './growth.ts';
import { layMesh, type Mesh, neighbour } from './mesh.ts';
import { groupSectors } from './neighbourhoods.ts';
import { noise, randomStream } from './random.ts';
import { type MunicipalityKind, placeSettlements, settle, touchesSea } from './settlements.ts';

/** Sectors, neighbourhoods and municipalities are numbered from 0 over the whole province. */
export type Territory = {
  mesh: Mesh;
  /** Per cell, −1 at sea. */
  municipalityOf: Int32Array;
  neighbourhoodOf: Int32Array;
  sectorOf: Int32Array;
  /** A block is a piece of a sector between streets. */
  blockOf: Int32Array;
  blocks: number;
  /** Per cell: which side of the canal (bit 0) and of the railway (bit 1). */
  sideOf: Uint8Array;
  municipalities: readonly { kind: MunicipalityKind; core: number }[];
  neighbourhoods: readonly { municipality: number; core: number; central: boolean }[];
  sectors: readonly DemoSector[];
};

export type DemoSector = {
  municipality: number;
  neighbourhood: number;
  cells: readonly number[];
  /** Whether it lies on the beach. */
  coastal: boolean;
  touching: readonly number[];
};

/** Cells in a block, about: a street every hundred metres in the city. */
const CELLS_PER_BLOCK = 21;

/** Divides the land into municipalities, sectors, neighbourhoods and blocks, each connected and nested. */
export function divideLand(settings: DemoSettings): Territory {
  const { seed } = settings;
  const level = layMesh(settings);
  const settlements = placeSettlements(level, settings);
  const mesh = settle(level, settlements);
  const cores = settlements.slice(0, settings.municipalities);
  const sideOf = barrierSides(mesh, seed, cores[0]!.cell);

  const municipalityOf = growMunicipalities(
    mesh,
    settings,
    cores.map(core => core.cell),
  );
  const sectorOf = growSectors(mesh, settings, municipalityOf, sideOf);
  const cellsOf = cellsByLabel(sectorOf);
  const municipalityOfSector = cellsOf.map(cells => municipalityOf[cells[0]!]!);
  const { groups, touching } = groupSectors({
    mesh,
    sectorOf,
    cellsOf,
    municipalityOfSector,
    sideOf,
    settlements: settlements.map(settlement => settlement.cell),
    municipalities: settings.municipalities,
  });
  const neighbourhoodOfSector = new Int32Array(cellsOf.length);
  groups.forEach((group, number) => {
    for (const sector of group.sectors) neighbourhoodOfSector[sector] = number;
  });
  const blockOf = growBlocks(mesh, seed, sectorOf, cellsOf, sideOf);
  return {
    mesh,
    municipalityOf,
    neighbourhoodOf: sectorOf.map(sector => (sector === -1 ? -1 : neighbourhoodOfSector[sector]!)),
    sectorOf,
    blockOf,
    blocks: blockOf.reduce((most, block) => Math.max(most, block + 1), 0),
    sideOf,
    municipalities: cores.map(({ cell, kind }) => ({ kind: kind as MunicipalityKind, core: cell })),
    neighbourhoods: groups.map(({ municipality, core, central }) => ({ municipality, core, central })),
    sectors: cellsOf.map((cells, sector) => ({
      municipality: municipalityOfSector[sector]!,
      neighbourhood: neighbourhoodOfSector[sector]!,
      cells,
      coastal: cells.some(cell => touchesSea(mesh, cell)),
      touching: [...touching[sector]!],
    })),
  };
}

/** The canal runs from the coast through the city to the south, the railway from west to east. */
function barrierSides(mesh: Mesh, seed: number, city: number): Uint8Array {
  const bend = noise(seed, 'barriers', 6000);
  const sideOf = new Uint8Array(mesh.land.length);
  for (const cell of mesh.landCells) {
    const x = mesh.x[cell]! - mesh.x[city]!;
    const y = mesh.y[cell]! - mesh.y[city]!;
    const canalX = 700 + 0.25 * y + 900 * (bend(0, y) - bend(0, 0));
    const railwayY = -800 + 0.12 * x + 900 * (bend(x, 9000) - bend(0, 9000));
    sideOf[cell] = (x > canalX ? 1 : 0) + (y > railwayY ? 2 : 0);
  }
  return sideOf;
}

function growMunicipalities(mesh: Mesh, { seed }: DemoSettings, seeds: readonly number[]): Int32Array {
  const wander = noise(seed, 'municipality borders', 3500);
  const random = randomStream(seed, 'municipality sizes');
  // The city takes less land than the rest, for it is dense; among the others sizes differ threefold or so.
  const effort = seeds.map((_, region) => (region === 0 ? 0.95 : random.between(0.8, 1.25)));
  const municipalityOf = growRegions(mesh, {
    seeds,
    cost: (_, to, region) => effort[region]! * Math.max(0.2, 1 + 0.9 * wander(mesh.x[to]!, mesh.y[to]!)),
    allowed: () => true,
  });
  smoothRegions(mesh, municipalityOf, () => true);
  return municipalityOf;
}

function growSectors(
  mesh: Mesh,
  settings: DemoSettings,
  municipalityOf: Int32Array,
  sideOf: Uint8Array,
): Int32Array {
  const { seed } = settings;
  const random = randomStream(seed, 'sectors');
  const cellsOf = cellsByLabel(municipalityOf);
  const perCell = (settings.sectors - settings.citySectors) / (mesh.landCells.length - cellsOf[0]!.length);
  const seeds = cellsOf.flatMap((cells, municipality) => {
    const count = municipality === 0 ? settings.citySectors : Math.max(1, Math.round(cells.length * perCell));
    return spreadSeeds(mesh, cells, count, 3, random);
  });
  const wander = noise(seed, 'sector borders', 900);
  const allowed = (from: number, to: number) => municipalityOf[from] === municipalityOf[to];
  const sectorOf = growRegions(mesh, {
    seeds,
    // Borders like to follow the canal and the railway.
    cost: (from, to) =>
      Math.max(0.25, 1 + 0.7 * wander(mesh.x[to]!, mesh.y[to]!)) * (sideOf[from] === sideOf[to] ? 1 : 9),
    allowed,
  });
  smoothRegions(mesh, sectorOf, allowed);
  return sectorOf;
}

function growBlocks(
  mesh: Mesh,
  seed: number,
  sectorOf: Int32Array,
  cellsOf: readonly (readonly number[])[],
  sideOf: Uint8Array,
): Int32Array {
  const random = randomStream(seed, 'blocks');
  const seeds = cellsOf.flatMap(cells =>
    [0, 1, 2, 3].flatMap(side => {
      const part = cells.filter(cell => sideOf[cell] === side);
      return spreadSeeds(mesh, part, Math.ceil(part.length / CELLS_PER_BLOCK), 2, random);
    }),
  );
  const wander = noise(seed, 'streets', 400);
  const allowed = (from: number, to: number) =>
    sectorOf[from] === sectorOf[to] && sideOf[from] === sideOf[to];
  const blockOf = growRegions(mesh, {
    seeds,
    cost: (_, to) => Math.max(0.4, 1 + 0.5 * wander(mesh.x[to]!, mesh.y[to]!)),
    allowed,
  });
  // A corner of a sector cut off by the canal has no seed of its own: it becomes a block.
  let blocks = seeds.length;
  for (const start of mesh.landCells) {
    if (blockOf[start] !== -1) continue;
    const stack = [start];
    blockOf[start] = blocks;
    while (stack.length > 0) {
      const cell = stack.pop()!;
      for (let direction = 0; direction < 6; direction++) {
        const next = neighbour(mesh, cell, direction);
        if (mesh.land[next] !== 1 || blockOf[next] !== -1 || !allowed(cell, next)) continue;
        blockOf[next] = blocks;
        stack.push(next);
      }
    }
    blocks++;
  }
  return blockOf;
}

function cellsByLabel(labels: Int32Array): number[][] {
  const cells: number[][] = [];
  labels.forEach((label, cell) => {
    if (label === -1) return;
    while (cells.length <= label) cells.push([]);
    cells[label]!.push(cell);
  });
  return cells;
}
