import type { Geometry } from 'geojson';
import { ProblemError } from '../../../core/problem.ts';
import type { ScenarioDocument } from '../../../core/scenario/document.ts';
import { drawnAs } from '../../../core/scenario/edits.ts';
import { facilityChange, facilityEdits } from '../../../core/scenario/facilities.ts';
import { middleOf, type SitingAsked } from '../../../core/siting/answer.ts';
import { SITING_PREFIX } from '../../../core/siting/edits.ts';
import type { Candidate } from '../../../core/siting/question.ts';
import type { SitingAim } from '../../../core/siting/site.ts';
import { areaGeometries } from '../area-geometry.ts';
import { releaseByHash } from '../catalogue.ts';
import type { Desk } from '../desk.ts';
import { readSites } from '../sites.ts';
import type { Release } from '../types.ts';
import { type AccessGround, accessGround, groundWithin, type ScopedGround, walksOf } from './ground.ts';
import { areasOfPlaces, loadPlaces, type NamedPlace } from './places.ts';

/** Where a place could come: a lattice over where children live, buildable land, existing green, schools, or points. */
export type CandidateChoice =
  | { kind: 'lattice'; sideM: number }
  | { kind: 'sites' | 'green' | 'schoolyards' }
  | { kind: 'points'; points: readonly (readonly [number, number])[] };

export type SitingAsk = {
  functions: readonly { id: string; withinM: number; most?: number | undefined }[];
  places: number;
  aim: SitingAim;
  povertyWeight: number;
  candidates: CandidateChoice;
  spacingM: number;
  budget: number | null;
  together: boolean;
};

/** Above this a search takes too long for a page. */
export const MOST_CANDIDATES = 2_000;

/**
 * The question behind a scenario and what is asked of it: its places are those of its release after its edits, and its
 * excluded zones stay empty. Places of an earlier siting are looked for anew.
 * @throws ProblemError as `accessGround` and `groundWithin`; `too-large` for too many candidates.
 */
export async function sitingAsked(
  desk: Desk,
  { baseline, edits, parameters }: ScenarioDocument,
  { functions, places: most, candidates, ...ask }: SitingAsk,
): Promise<{ release: Release; asked: SitingAsked }> {
  const release = await releaseByHash(desk.database, baseline.release);
  const ground = await accessGround(desk, release, baseline.region);
  const scoped = await groundWithin(desk, release, ground, baseline.scope, null);
  const places = await loadPlaces(desk.database, release, baseline.region);
  const kept = edits.filter(({ id }) => !id.startsWith(SITING_PREFIX));
  const positions = new Map(places.map(({ id }, position) => [id, position]));
  const changes = facilityEdits(kept);
  const existingOf = (wanted: string): Geometry[] => {
    const { lost, gained } = facilityChange(
      places.map(place => ({ code: place.id, functions: place.functions, geometry: place.geometry })),
      positions,
      changes,
      wanted,
    );
    const gone = new Set(lost);
    const there = places.filter((place, k) => place.functions.includes(wanted) && !gone.has(k));
    return [...there.map(({ geometry }) => geometry), ...gained];
  };
  const spots = await spotsOf(desk, release, { ground, scoped, baseline }, places, candidates);
  if (spots.length > MOST_CANDIDATES) {
    throw new ProblemError(
      'too-large',
      `There are ${spots.length} possible sites, and ${MOST_CANDIDATES} at most are searched; take a coarser lattice or a smaller scope`,
      { candidates: spots.length },
    );
  }
  return {
    release,
    asked: {
      ...ask,
      most,
      settled: scoped.settled,
      children: scoped.children,
      candidates: spots.map(
        ({ id, at: [lon, lat] }): Candidate => ({
          ...{ id, lon, lat, cost: 1, capacity: null },
          functions: functions.map(one => one.id),
        }),
      ),
      scope: candidates.kind === 'points' ? await polygonsOf(desk, ground, scoped) : null,
      functions: functions.map(({ id, withinM, most: own }) => ({
        ...{ id, withinM },
        most: own ?? null,
        existing: existingOf(id),
      })),
      excluded: kept.flatMap(edit => {
        const drawn = edit.kind === 'exclude' && edit.enabled ? drawnAs(edit) : null;
        return drawn === null ? [] : [drawn];
      }),
      walks: walksOf(ground, parameters.detour),
    },
  };
}

type Spot = { id: string; at: readonly [lon: number, lat: number] };

/** The points where a place could come. */
async function spotsOf(
  { database }: Desk,
  release: Release,
  about: { ground: AccessGround; scoped: ScopedGround; baseline: ScenarioDocument['baseline'] },
  places: readonly NamedPlace[],
  choice: CandidateChoice,
): Promise<Spot[]> {
  const { ground, scoped, baseline } = about;
  switch (choice.kind) {
    case 'lattice':
      return latticeOf(scoped, choice.sideM);
    case 'points':
      return choice.points.map((at, k) => ({ id: `point-${k + 1}`, at }));
    case 'sites': {
      const sites = await readSites(database, release, baseline.region, { scope: baseline.scope });
      return sites.map(site => ({ id: site.key, at: middleOf(site.geometry) }));
    }
    default: {
      const inScope = new Set(scoped.indices);
      const areaOf = await areasOfPlaces(database, release, ground.item, places);
      const kinds = KINDS[choice.kind];
      return places
        .filter(({ functions }, k) => inScope.has(areaOf[k]!) && functions.some(id => kinds.includes(id)))
        .map(({ id, geometry }) => ({ id, at: middleOf(geometry) }));
    }
  }
}

const KINDS: Record<'green' | 'schoolyards', readonly string[]> = {
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
    at: [lon[k]!, lat[k]!] as const,
  }));
}

/** The polygons of a scope, outside which no point that somebody drew may lie. */
async function polygonsOf({ database }: Desk, { item }: AccessGround, { indices }: ScopedGround) {
  const polygons: Geometry[] = [];
  for await (const { geometry } of areaGeometries(database, item, indices)) polygons.push(geometry);
  return polygons;
}
