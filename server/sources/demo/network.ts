import type { Position } from 'geojson';
import type { DemoSettings } from '../../../data/demo.ts';
import type { Character } from './character.ts';
import { cellsAround, edgeOf, neighbour, verticesOfEdge } from './mesh.ts';
import type { Outliner } from './outline.ts';
import { randomStream } from './random.ts';
import type { Territory } from './territory.ts';
import type { DemoEdge } from './types.ts';

/** A street from junction to junction, with the two cells beside its first stretch. */
type Street = { from: number; to: number; edges: readonly number[]; left: number; right: number };

/** Metres between bridges or tunnels, along the canal and the railway, in the city and elsewhere. */
const CROSSING_EVERY_M = { city: 900, elsewhere: 2200 };

/**
 * The walking network: the borders of the blocks are streets. The canal and the railway are barriers with a
 * crossing here and there; some streets are left out, so that there are dead ends; what is left is connected.
 */
export function layNetwork(
  settings: DemoSettings,
  territory: Territory,
  characters: readonly Character[],
  outline: Outliner,
): DemoEdge[] {
  const { mesh, sideOf, sectorOf } = territory;
  const random = randomStream(settings.seed, 'network');
  const streets = traceStreets(territory, outline);
  const isOuter = (street: Street): boolean => mesh.land[street.left] !== 1 || mesh.land[street.right] !== 1;
  const barrier = (street: Street): number =>
    isOuter(street) ? 0 : sideOf[street.left]! ^ sideOf[street.right]!;

  const joined = disjointSets();
  const chosen = new Set<Street>();
  const take = (street: Street): void => {
    chosen.add(street);
    joined.join(street.from, street.to);
  };
  const connects = (street: Street): boolean => joined.find(street.from) !== joined.find(street.to);
  const inner = random.shuffled(streets.filter(street => !isOuter(street) && barrier(street) === 0));
  for (const street of inner) if (connects(street) || random.chance(0.84)) take(street);
  for (const street of pickCrossings(
    territory,
    outline,
    streets.filter(street => barrier(street) !== 0),
  ))
    take(street);
  const coast = streets.filter(
    street => isOuter(street) && mesh.sea[mesh.land[street.left] === 1 ? street.right : street.left],
  );
  for (const street of coast) take(street);
  // What the barriers still cut off gets the way that is missing.
  for (const street of streets) if (!chosen.has(street) && connects(street)) take(street);

  const main = joined.largest();
  const numberOf = new Map<number, number>();
  const node = (vertex: number): number => {
    if (!numberOf.has(vertex)) numberOf.set(vertex, numberOf.size);
    return numberOf.get(vertex)!;
  };
  return streets
    .filter(street => chosen.has(street) && joined.find(street.from) === main)
    .map(street => {
      const coordinates: Position[] = [
        outline.vertex(street.from),
        ...street.edges.map(edge => outline.pointOnEdge(edge)),
        outline.vertex(street.to),
      ];
      const lengthM = coordinates.reduce(
        (sum, point, i) => (i === 0 ? 0 : sum + outline.distanceM(coordinates[i - 1]!, point)),
        0,
      );
      const sector = sectorOf[mesh.land[street.left] === 1 ? street.left : street.right]!;
      const { kind } = characters[sector]!;
      const wild = kind === 'nature' || isOuter(street);
      const steps = barrier(street) === 2 ? 0.35 : kind === 'centre' || kind === 'urban' ? 0.012 : 0;
      return {
        fromNode: node(street.from),
        toNode: node(street.to),
        lengthM: Math.round(lengthM * 10) / 10,
        kind: random.chance(steps)
          ? 'steps'
          : wild || random.chance(kind === 'rural' ? 0.22 : 0.06)
            ? 'path'
            : 'street',
        geometry: { type: 'LineString', coordinates },
      };
    });
}

/** Follows the borders of the blocks from junction to junction; each street once. */
function traceStreets({ mesh, blockOf }: Territory, outline: Outliner): Street[] {
  const isBorder = (edge: number): boolean => {
    const cell = Math.floor(edge / 3);
    return blockOf[cell] !== blockOf[neighbour(mesh, cell, edge % 3)];
  };
  const streets: Street[] = [];
  const traced = new Set<number>();
  const junctions = new Set<number>();
  for (const cell of mesh.landCells) {
    for (let direction = 0; direction < 6; direction++) {
      for (const vertex of verticesOfEdge(mesh, edgeOf(mesh, cell, direction))) {
        if (outline.isJunction(vertex)) junctions.add(vertex);
      }
    }
  }
  for (const from of junctions) {
    for (const first of edgesAround(mesh, from)) {
      if (!isBorder(first) || traced.has(first)) continue;
      const edges = [first];
      let edge = first;
      let at = otherEnd(mesh, edge, from);
      while (!outline.isJunction(at)) {
        edge = edgesAround(mesh, at).find(other => other !== edge && isBorder(other))!;
        edges.push(edge);
        at = otherEnd(mesh, edge, at);
      }
      for (const passed of edges) traced.add(passed);
      const left = Math.floor(first / 3);
      streets.push({ from, to: at, edges, left, right: neighbour(mesh, left, first % 3) });
    }
  }
  return streets;
}

/** The three edges that meet in a vertex. */
function edgesAround(mesh: Territory['mesh'], vertex: number): number[] {
  const [a, b, c] = cellsAround(mesh, vertex);
  const between = (cell: number, other: number): number => {
    for (let direction = 0; direction < 6; direction++) {
      if (neighbour(mesh, cell, direction) === other) return edgeOf(mesh, cell, direction);
    }
    return -1;
  };
  return [between(a, b), between(b, c), between(a, c)];
}

function otherEnd(mesh: Territory['mesh'], edge: number, vertex: number): number {
  const [a, b] = verticesOfEdge(mesh, edge);
  return a === vertex ? b : a;
}

/** Bridges and tunnels: stretches of a barrier that join streets from both sides, some distance apart. */
function pickCrossings(territory: Territory, outline: Outliner, along: readonly Street[]): Street[] {
  const { mesh, sideOf, municipalityOf, municipalities } = territory;
  const sideAt = (vertex: number): number => {
    const sides = cellsAround(mesh, vertex).map(cell => sideOf[cell]!);
    // The street that ends here lies between the two cells on the same side.
    return sides[0] === sides[1] || sides[0] === sides[2] ? sides[0]! : sides[1]!;
  };
  const picked: Street[] = [];
  for (const street of along) {
    if (sideAt(street.from) === sideAt(street.to)) continue;
    const here = outline.vertex(street.from);
    const inCity = municipalities[municipalityOf[street.left]!]!.kind === 'city';
    const apart = inCity ? CROSSING_EVERY_M.city : CROSSING_EVERY_M.elsewhere;
    if (picked.every(other => outline.distanceM(outline.vertex(other.from), here) >= apart))
      picked.push(street);
  }
  return picked;
}

function disjointSets() {
  const parent = new Map<number, number>();
  const size = new Map<number, number>();
  const find = (node: number): number => {
    let root = node;
    while ((parent.get(root) ?? root) !== root) root = parent.get(root)!;
    parent.set(node, root);
    return root;
  };
  return {
    find,
    join(a: number, b: number): void {
      const rootA = find(a);
      const rootB = find(b);
      if (rootA === rootB) return;
      parent.set(rootA, rootB);
      size.set(rootB, (size.get(rootA) ?? 1) + (size.get(rootB) ?? 1));
    },
    /** The root of the set with most members. */
    largest(): number {
      let best = -1;
      for (const root of size.keys()) {
        if (find(root) === root && (best === -1 || size.get(root)! > size.get(best)!)) best = root;
      }
      return best;
    },
  };
}
