import type { Geometry } from 'geojson';
import type { AreaRef } from '../../../core/areas/types.ts';
import { ProblemError } from '../../../core/problem.ts';
import { middleOf } from '../../../core/siting/answer.ts';
import { isPublicOwner } from '../../../data/public-owners.ts';
import { areaGeometries } from '../area-geometry.ts';
import type { Desk } from '../desk.ts';
import { readSites } from '../sites.ts';
import type { Release } from '../types.ts';
import type { AccessGround, ScopedGround } from './ground.ts';
import { areasOfPlaces, type NamedPlace } from './places.ts';

/**
 * Where a place could come: a lattice over where children live, buildable land (all of it, or what a public owner has),
 * existing green, schools, or points that somebody gives.
 */
export const PLACE_KINDS = ['sites', 'public', 'green', 'schoolyards'] as const;
export type CandidateChoice =
  | { kind: 'lattice'; sideM: number }
  | { kind: (typeof PLACE_KINDS)[number] }
  | { kind: 'points'; points: readonly (readonly [number, number])[] };

/** Above this a search takes too long for a page. */
export const MOST_CANDIDATES = 2_000;

/** A point where a place could come, and what is there now. */
export type Spot = { id: string; name: string | null; at: readonly [lon: number, lat: number] };

/** What the points are looked for in. */
export type SpotGround = {
  release: Release;
  region: string;
  scope: AreaRef | null;
  ground: AccessGround;
  scoped: ScopedGround;
  places: readonly NamedPlace[];
};

/**
 * The points of a choice that lie in the scope; for points that somebody gives that is `checkQuestion`'s to say.
 * @throws ProblemError `too-large` for more than 2,000, `not-found` where the region has none of the kind.
 */
export async function spotsOf(desk: Desk, about: SpotGround, choice: CandidateChoice): Promise<Spot[]> {
  const spots = await foundBy(desk, about, choice);
  if (spots.length > MOST_CANDIDATES) {
    throw new ProblemError(
      'too-large',
      `There are ${spots.length} possible sites, and ${MOST_CANDIDATES} at most are searched; take a coarser lattice or a smaller scope`,
      { candidates: spots.length },
    );
  }
  if (spots.length === 0) {
    throw new ProblemError(
      'not-found',
      `This scope has no candidates of the kind "${choice.kind}"; take a lattice, give points, or import such places`,
      { candidates: choice.kind },
    );
  }
  return spots;
}

async function foundBy(
  { database }: Desk,
  { release, region, scope, ground, scoped, places }: SpotGround,
  choice: CandidateChoice,
): Promise<Spot[]> {
  switch (choice.kind) {
    case 'lattice':
      return latticeOf(scoped, choice.sideM);
    case 'points':
      return choice.points.map((at, k) => ({ id: `point-${k + 1}`, name: null, at }));
    case 'sites':
    case 'public': {
      const sites = await readSites(database, release, region, { scope });
      return sites
        .filter(({ owner }) => choice.kind === 'sites' || isPublicOwner(owner))
        .map(({ key, name, geometry }) => ({ id: key, name, at: middleOf(geometry) }));
    }
    default: {
      const inScope = new Set(scoped.indices);
      const areaOf = await areasOfPlaces(database, release, ground.item, places);
      const kinds = FUNCTIONS[choice.kind];
      return places
        .filter(({ functions }, k) => inScope.has(areaOf[k]!) && functions.some(id => kinds.includes(id)))
        .map(({ id, name, geometry }) => ({ id, name, at: middleOf(geometry) }));
    }
  }
}

const FUNCTIONS: Record<'green' | 'schoolyards', readonly string[]> = {
  green: ['green'],
  schoolyards: ['nursery_school', 'primary_school'],
};

/** Of the points with children in each square of a lattice the one that is nearest to its middle. */
function latticeOf({ settled, children }: ScopedGround, sideM: number): Spot[] {
  const { lon, lat } = settled.points;
  const latM = 111_200;
  const lonM = latM * Math.cos(((lat[0] ?? 0) * Math.PI) / 180);
  const nearest = new Map<string, { k: number; away: number }>();
  for (let area = 0; area + 1 < settled.starts.length; area++) {
    if (!(children.all[area]! > 0)) continue;
    for (let k = settled.starts[area]!; k < settled.starts[area + 1]!; k++) {
      const x = (lon[k]! * lonM) / sideM;
      const y = (lat[k]! * latM) / sideM;
      const key = `${Math.floor(x)} ${Math.floor(y)}`;
      const away = (x - Math.floor(x) - 0.5) ** 2 + (y - Math.floor(y) - 0.5) ** 2;
      const known = nearest.get(key);
      if (known === undefined || away < known.away) nearest.set(key, { k, away });
    }
  }
  return Array.from(nearest.values(), ({ k }, n) => ({
    id: `lattice-${n + 1}`,
    name: null,
    at: [lon[k]!, lat[k]!] as const,
  }));
}

/** The polygons of a scope, outside which no point that somebody drew may lie. */
export async function polygonsOf(
  { database }: Desk,
  { item }: AccessGround,
  { indices }: ScopedGround,
): Promise<Geometry[]> {
  const polygons: Geometry[] = [];
  for await (const { geometry } of areaGeometries(database, item, indices)) polygons.push(geometry);
  return polygons;
}
