import type { Geometry } from 'geojson';
import type { ScenarioDocument } from '../../../core/scenario/document.ts';
import { facilityChange, facilityEdits } from '../../../core/scenario/facilities.ts';
import type { SitingAsked } from '../../../core/siting/answer.ts';
import { SITING_PREFIX } from '../../../core/siting/edits.ts';
import type { Candidate } from '../../../core/siting/question.ts';
import type { SitingAim } from '../../../core/siting/site.ts';
import { releaseByHash } from '../catalogue.ts';
import type { Desk } from '../desk.ts';
import type { Release } from '../types.ts';
import { type CandidateChoice, polygonsOf, spotsOf } from './candidates.ts';
import { excludedPolygons } from './excluded.ts';
import { accessGround, groundWithin, walksOf } from './ground.ts';
import { peopledAfter } from './newcomers.ts';
import { loadPlaces } from './places.ts';

export type SitingAsk = {
  /** `cost` in any one unit, that of the budget; 1 where not said, so that the budget is a number of places. */
  functions: readonly { id: string; withinM: number; most?: number | undefined; cost?: number | undefined }[];
  places: number;
  aim: SitingAim;
  povertyWeight: number;
  candidates: CandidateChoice;
  /** Children that each new place has room for; null for any number. */
  capacity: number | null;
  spacingM: number;
  /** Polygons in which nothing may come, beside the excluded zones of the scenario. */
  excluded: readonly Geometry[];
  budget: number | null;
  together: boolean;
};

/** What of a scenario a siting asks about. */
export type SitedScenario = Pick<ScenarioDocument, 'edits' | 'parameters'> & {
  baseline: Pick<ScenarioDocument['baseline'], 'region' | 'release' | 'scope' | 'level'> & {
    vintage?: number;
  };
};

/**
 * The question behind a scenario and what is asked of it: its places are those of its release after its edits, its
 * children those who live there and who come with its new dwellings, and its excluded zones stay empty. Places of an
 * earlier siting are looked for anew.
 * @throws ProblemError as `accessGround`, `groundWithin`, `spotsOf` and `excludedPolygons`.
 */
export async function sitingAsked(
  desk: Desk,
  document: SitedScenario,
  { functions, places: most, candidates, capacity, excluded, ...ask }: SitingAsk,
): Promise<{ release: Release; asked: SitingAsked }> {
  const { baseline, edits, parameters } = document;
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
  const { region, scope } = baseline;
  const spots = await spotsOf(desk, { release, region, scope, ground, scoped, places }, candidates);
  return {
    release,
    asked: {
      ...ask,
      most,
      ...(await peopledAfter(desk, ground, scoped, document)),
      candidates: spots.map(
        ({ id, name, at: [lon, lat] }): Candidate => ({
          ...{ id, name, lon, lat, cost: 0, capacity },
          functions: functions.map(one => one.id),
        }),
      ),
      scope: candidates.kind === 'points' ? await polygonsOf(desk, ground, scoped) : null,
      functions: functions.map(({ id, withinM, most: own, cost = 1 }) => ({
        ...{ id, withinM, cost },
        most: own ?? null,
        existing: existingOf(id),
      })),
      excluded: [...excluded, ...(await excludedPolygons(desk, release, baseline, kept))],
      walks: walksOf(ground, parameters.detour),
    },
  };
}
