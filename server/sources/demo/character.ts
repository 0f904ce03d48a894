import type { DemoSettings } from '../../../data/demo.ts';
import { neighbour } from './mesh.ts';
import type { Outliner } from './outline.ts';
import { type Random, randomStream } from './random.ts';
import type { DemoSector, Territory } from './territory.ts';

/** What a sector is like: this decides how many people live there, who owns the dwellings, and what is near. */
export type SectorKind =
  | 'centre'
  | 'urban'
  | 'estate'
  | 'suburb'
  | 'core'
  | 'rural'
  | 'resort'
  | 'port'
  | 'nature';

export type Character = {
  kind: SectorKind;
  /** Social share aimed at, before the total is met. */
  socialShare: number;
  /** How many times denser the cells lie than on open land. */
  density: number;
};

/** Decides the kind of every sector: estates in pairs and threes at some distance from the centre, dunes, a port. */
export function characterise(settings: DemoSettings, territory: Territory, outline: Outliner): Character[] {
  const { sectors, municipalities, neighbourhoods, mesh } = territory;
  const random = randomStream(settings.seed, 'character');
  const cellArea = (settings.cellM * settings.cellM * Math.sqrt(3)) / 2;
  const sectorRings = outline.polygons(territory.sectorOf, sectors.length);
  const density = sectors.map(
    ({ cells }, i) => (cells.length * cellArea) / outline.ringAreaM2(sectorRings[i]![0]!),
  );
  const kinds = sectors.map((sector, i): SectorKind => {
    const place = municipalities[sector.municipality]!.kind;
    const { central } = neighbourhoods[sector.neighbourhood]!;
    if (place === 'city') return central ? 'centre' : density[i]! > 2.2 ? 'urban' : 'suburb';
    if (place === 'resort' && (sector.coastal || (central && density[i]! > 1.6))) return 'resort';
    if (density[i]! < 0.82) return 'rural';
    return density[i]! > 1.9 ? 'core' : 'suburb';
  });
  markEmpty(territory, density, kinds);
  const distanceTo = (sector: DemoSector, cell: number): number => {
    const middle = sector.cells[sector.cells.length >> 1]!;
    const dx = mesh.x[middle]! - mesh.x[cell]!;
    const dy = mesh.y[middle]! - mesh.y[cell]!;
    return Math.sqrt(dx * dx + dy * dy);
  };
  municipalities.forEach((municipality, m) => {
    if (municipality.kind !== 'city' && municipality.kind !== 'town') return;
    const city = municipality.kind === 'city';
    const built = sectors
      .map((_, i) => i)
      .filter(i => sectors[i]!.municipality === m && ['urban', 'suburb', 'core'].includes(kinds[i]!))
      .sort(
        (a, b) => distanceTo(sectors[a]!, municipality.core) - distanceTo(sectors[b]!, municipality.core),
      );
    // Estates were built on the edge of what was then the town: neither the centre nor the outskirts.
    const belt = city ? built.slice(8, 48) : built.slice(3, 14);
    placeEstates(territory, kinds, belt, city ? [3, 2, 3, 2] : random.chance(0.6) ? [2] : [1], random);
  });
  return sectors.map((_, i) => ({
    kind: kinds[i]!,
    socialShare: aimedShare(
      kinds[i]!,
      sectors[i]!,
      municipalities[sectors[i]!.municipality]!.kind === 'city',
      random,
    ),
    density: density[i]!,
  }));
}

/** Sectors without dwellings: the port where the canal meets the sea, dunes along the beach, and inland nature. */
function markEmpty(
  { mesh, sectors, sectorOf, sideOf }: Territory,
  density: readonly number[],
  kinds: SectorKind[],
): void {
  for (const sector of sectors.keys()) {
    const { coastal, cells } = sectors[sector]!;
    const onCanal = cells.some(cell =>
      [0, 1, 2, 3, 4, 5].some(direction => {
        const other = neighbour(mesh, cell, direction);
        return sectorOf[other] !== -1 && ((sideOf[other]! ^ sideOf[cell]!) & 1) === 1;
      }),
    );
    if (coastal && onCanal) kinds[sector] = 'port';
  }
  const emptiest = [...sectors.keys()].sort((a, b) => density[a]! - density[b]!);
  const dunes = emptiest.filter(i => sectors[i]!.coastal && kinds[i] === 'rural').slice(0, 5);
  const inland = emptiest.filter(i => !sectors[i]!.coastal && kinds[i] === 'rural').slice(0, 5);
  for (const sector of [...dunes, ...inland]) kinds[sector] = 'nature';
}

/** Marks connected groups of estates of the given sizes within a belt, each group away from the others. */
function placeEstates(
  { sectors }: Territory,
  kinds: SectorKind[],
  belt: readonly number[],
  sizes: readonly number[],
  random: Random,
): void {
  const near = new Set<number>();
  for (const size of sizes) {
    const start = random.shuffled(belt).find(i => kinds[i] !== 'estate' && !near.has(i));
    if (start === undefined) continue;
    const group = [start];
    while (group.length < size) {
      const next = random
        .shuffled(group.flatMap(i => sectors[i]!.touching))
        .find(i => belt.includes(i) && !near.has(i) && !group.includes(i));
      if (next === undefined) break;
      group.push(next);
    }
    for (const i of group) {
      kinds[i] = 'estate';
      for (const touching of sectors[i]!.touching) {
        near.add(touching);
        for (const second of sectors[touching]!.touching) near.add(second);
      }
    }
  }
}

function aimedShare(kind: SectorKind, sector: DemoSector, inCity: boolean, random: Random): number {
  // A product of two uniform numbers: mostly small, sometimes large.
  const skewed = random.unit() * random.unit() * 4;
  if (kind === 'estate') return inCity ? random.between(0.38, 0.78) : random.between(0.26, 0.46);
  if (kind === 'port' || kind === 'nature') return 0;
  if (kind === 'rural') return random.chance(0.45) ? 0 : 0.016 * skewed;
  // A small quarter of social dwellings, as most towns and many villages have one.
  const pocket = random.chance(kind === 'core' ? 0.2 : kind === 'urban' ? 0.2 : 0.08);
  if (pocket && !sector.coastal) return random.between(0.09, 0.22);
  if (kind === 'suburb') return random.chance(0.12) ? 0 : 0.03 * skewed;
  return (kind === 'resort' ? 0.016 : 0.045) * skewed;
}
