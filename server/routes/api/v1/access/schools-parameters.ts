import { agesServed } from '../../../../../core/access/ages-served.ts';
import { ProblemError } from '../../../../../core/problem.ts';
import type { ScenarioDocument } from '../../../../../core/scenario/document.ts';
import { readSiteGeometry, type SiteGeometry } from '../../../../../core/scenario/geometry.ts';
import { parseScenario } from '../../../../../core/scenario/parse.ts';
import type { Database } from '../../../../database/types.ts';
import type { SchoolsQuestion } from '../../../../releases/access/schools.ts';
import { releaseByHash, requestedRelease } from '../../../../releases/catalogue.ts';
import { parseScope } from '../../../../releases/scope.ts';
import { regionOf } from '../../../../releases/select.ts';
import type { Release } from '../../../../releases/types.ts';
import { agesIn } from './parameters.ts';
import { checkedFunction } from './supply-parameters.ts';

/** What of the parameters may be left out. */
export type SchoolsAsked = {
  region?: string;
  release?: string;
  scope?: string;
  function?: string;
  ages?: string;
  detour?: number;
  catchments?: { school: string; geometry: unknown }[];
};

/** The question behind the parameters. @throws ProblemError as `regionOf` and `parseScope`; `bad-input` for a catchment that is no polygon. */
export function schoolsAsked(release: Release, asked: SchoolsAsked): SchoolsQuestion {
  const wanted = checkedFunction(asked.function ?? 'primary_school');
  return {
    region: regionOf(release, asked.region).id,
    scope: parseScope(asked.scope),
    function: wanted,
    ages: asked.ages === undefined ? agesServed(wanted) : agesIn(asked.ages),
    detour: asked.detour,
    catchments:
      asked.catchments?.map(({ school, geometry }) => ({ school, geometry: polygonIn(geometry) })) ?? null,
    scenario: null,
  };
}

/** The same of a scenario, which has its own region, release and scope, and may have its own catchments. @throws ProblemError `bad-parameter` where they are given beside it. */
export function schoolsAfter(
  release: Release,
  scenario: ScenarioDocument,
  { region, release: hash, scope, ...asked }: SchoolsAsked,
): SchoolsQuestion {
  for (const [parameter, given] of Object.entries({ region, release: hash, scope }))
    if (given !== undefined)
      throw new ProblemError(
        'bad-parameter',
        `A scenario has its own ${parameter}; leave "${given.slice(0, 80)}" out`,
        { parameter },
      );
  const { baseline, parameters } = scenario;
  const question = schoolsAsked(release, { ...asked, region: baseline.region });
  const own = (parameters.catchments ?? []).filter(one => one.function === question.function);
  return {
    ...question,
    catchments: question.catchments ?? (own.length === 0 ? null : own),
    scope: baseline.scope,
    detour: asked.detour ?? parameters.detour,
    scenario,
  };
}

/** The question of a body, and the release it is about. @throws ProblemError as `parseScenario`, `schoolsAsked` and `schoolsAfter` */
export async function schoolsOfBody(
  database: Database,
  { scenario: given, ...asked }: SchoolsAsked & { scenario?: unknown },
): Promise<{ release: Release; question: SchoolsQuestion }> {
  if (given === undefined) {
    const release = await requestedRelease(database, asked.release);
    return { release, question: schoolsAsked(release, asked) };
  }
  const scenario = parseScenario(given);
  const release = await releaseByHash(database, scenario.baseline.release);
  return { release, question: schoolsAfter(release, scenario, asked) };
}

function polygonIn(given: unknown): SiteGeometry {
  const drawn = readSiteGeometry(given, 'a catchment');
  if (drawn.type !== 'Point') return drawn;
  throw new ProblemError('bad-input', 'a catchment is a point, in which nobody lives; give a polygon');
}
