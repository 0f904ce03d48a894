import type { DemoSettings } from '../../../data/demo.ts';
import { spreadSeeds } from './growth.ts';
import { type Mesh, neighbour } from './mesh.ts';
import { randomStream } from './random.ts';

export type MunicipalityKind = 'city' | 'resort' | 'town' | 'village';

/** A place where people live closer together: the core of a municipality, or a village or quarter of it. */
export type Settlement = { cell: number; kind: MunicipalityKind | 'quarter' };

/**
 * Chooses evenly spread settlements, and among them the cores of the municipalities: first the city, then the
 * resort on the beach, five towns and the rest. Quarters follow.
 */
export function placeSettlements(mesh: Mesh, settings: DemoSettings): Settlement[] {
  const { seed, municipalities, sectors, sectorsPerNeighbourhood } = settings;
  const sample = [...mesh.landCells].filter((_, i) => i % 7 === 0);
  const count = Math.round(sectors / sectorsPerNeighbourhood);
  const places = new Set(spreadSeeds(mesh, sample, count, 4, randomStream(seed, 'settlements')));
  const take = (x: number, y: number): number => {
    const cell = nearest(mesh, [...places], x, y);
    places.delete(cell);
    return cell;
  };
  const city = take(settings.cityAt.x * settings.widthM, settings.cityAt.y * settings.heightM);
  const random = randomStream(seed, 'municipalities');
  const spread = spreadSeeds(mesh, sample, municipalities, 6, random);
  const nearCity = nearest(mesh, spread, mesh.x[city]!, mesh.y[city]!);
  const others = spread.filter(cell => cell !== nearCity).map(cell => take(mesh.x[cell]!, mesh.y[cell]!));

  const beach = [...mesh.landCells].filter(cell => touchesSea(mesh, cell));
  const toBeach = others.map(cell =>
    distance(mesh, cell, nearest(mesh, beach, mesh.x[cell]!, mesh.y[cell]!)),
  );
  const resort = toBeach.indexOf(Math.min(...toBeach));
  // Towns keep away from the city, which serves the places around it.
  const towns = others
    .map((_, i) => i)
    .filter(i => i !== resort)
    .sort((a, b) => distance(mesh, others[b]!, city) - distance(mesh, others[a]!, city))
    .filter((_, i) => i % 3 === 0)
    .slice(0, 5);
  return [
    { cell: city, kind: 'city' },
    ...others.map((cell, i): Settlement => {
      if (i === resort) return { cell: nearest(mesh, beach, mesh.x[cell]!, mesh.y[cell]!), kind: 'resort' };
      return { cell, kind: towns.includes(i) ? 'town' : 'village' };
    }),
    ...[...places].map((cell): Settlement => ({ cell, kind: 'quarter' })),
  ];
}

/** How far around a settlement the land is drawn together, and the factor on lengths in its middle. */
const PULLS: Readonly<Record<Settlement['kind'], { radiusM: number; core: number }>> = {
  city: { radiusM: 17_000, core: 0.34 },
  town: { radiusM: 5500, core: 0.36 },
  resort: { radiusM: 5000, core: 0.42 },
  village: { radiusM: 3800, core: 0.46 },
  quarter: { radiusM: 2100, core: 0.58 },
};

/**
 * Draws the cells around every settlement together and returns the mesh with the new positions. A point at
 * distance t (1 = the radius) moves to t · ((t² + e²) / (1 + e²))^¼, where e gives the core its factor: this
 * grows with t and is t at the rim, so nothing folds over. The stretch across and along stays within a factor
 * of 1.5, so cells keep their shape.
 */
export function settle(mesh: Mesh, settlements: readonly Settlement[]): Mesh {
  const x = Float64Array.from(mesh.x);
  const y = Float64Array.from(mesh.y);
  // From small to large, so that a village near the city moves as a whole.
  const order = [...settlements].sort(
    (a, b) => PULLS[a.kind].radiusM - PULLS[b.kind].radiusM || a.cell - b.cell,
  );
  for (const { cell: middle, kind } of order) {
    const { radiusM, core } = PULLS[kind];
    const fourth = core * core * core * core;
    const e2 = fourth / (1 - fourth);
    const middleX = x[middle]!;
    const middleY = y[middle]!;
    for (let cell = 0; cell < x.length; cell++) {
      const dx = x[cell]! - middleX;
      const dy = y[cell]! - middleY;
      const t2 = (dx * dx + dy * dy) / (radiusM * radiusM);
      if (t2 >= 1) continue;
      const factor = Math.sqrt(Math.sqrt((t2 + e2) / (1 + e2)));
      x[cell] = middleX + dx * factor;
      y[cell] = middleY + dy * factor;
    }
  }
  return { ...mesh, x, y };
}

export function touchesSea(mesh: Mesh, cell: number): boolean {
  for (let direction = 0; direction < 6; direction++) {
    const next = neighbour(mesh, cell, direction);
    if (mesh.land[next] === 0 && mesh.sea[next] === 1) return true;
  }
  return false;
}

function distance(mesh: Mesh, a: number, b: number): number {
  const dx = mesh.x[a]! - mesh.x[b]!;
  const dy = mesh.y[a]! - mesh.y[b]!;
  return Math.sqrt(dx * dx + dy * dy);
}

/** The cell of a list that lies nearest to a point. */
export function nearest(mesh: Mesh, cells: readonly number[], x: number, y: number): number {
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const cell of cells) {
    const dx = mesh.x[cell]! - x;
    const dy = mesh.y[cell]! - y;
    if (dx * dx + dy * dy < bestDistance) {
      bestDistance = dx * dx + dy * dy;
      best = cell;
    }
  }
  return best;
}
