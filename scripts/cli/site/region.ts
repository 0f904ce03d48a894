import { ProblemError } from '../../../core/problem.ts';
import { answerCurve, answerSiting, type SitingAsked } from '../../../core/siting/answer.ts';
import type { Curve } from '../../../core/siting/curve.ts';
import type { ProofTime } from '../../../core/siting/proof/proof-time.ts';
import type { Siting } from '../../../core/siting/site.ts';
import { inThisThread } from '../../../server/computation/in-this-thread.ts';
import { type CandidateChoice, PLACE_KINDS } from '../../../server/releases/access/candidates.ts';
import { type SitedScenario, sitingAsked } from '../../../server/releases/access/siting.ts';
import { requestedRelease } from '../../../server/releases/catalogue.ts';
import { parseScope } from '../../../server/releases/scope.ts';
import { regionOf } from '../../../server/releases/select.ts';
import { readScenarioFile } from '../scenario-file.ts';
import { withDatabase } from '../session.ts';
import { readWanted, type SiteOptions } from './asked.ts';

/** Side of the lattice of candidates where nothing else is asked for, as in the page. */
const SIDE_M = 250;

export type Search = { seed: number; gap: number } & ProofTime;
export type SiteAnswer = { found: Siting } | { curve: Curve };

/** Where new places do most in a region as it was imported, or after a scenario; errors as `sitingAsked`. */
export async function siteInRegion(options: SiteOptions, search: Search): Promise<SiteAnswer> {
  for (const name of ['places', 'network', 'poverty', 'cost', 'exclude', 'reach'] as const)
    if (options[name] !== undefined)
      throw new ProblemError(
        'bad-parameter',
        `--${name} goes with a file of where children live; a region has its own: leave it out, or name the file first.`,
        { parameter: name },
      );
  const asked = await questionOf(options);
  return options.curve
    ? { curve: await answerCurve(asked, search) }
    : { found: await answerSiting(asked, search) };
}

function questionOf(options: SiteOptions): Promise<SitingAsked> {
  return withDatabase(async database => {
    const desk = { database, computation: inThisThread };
    const { asked } = await sitingAsked(desk, await scenarioOf(options, database), {
      functions: (options.function ?? ['play=400'])
        .map(readWanted)
        .map(({ id, withinM, most }) => ({ id, withinM, most: most ?? undefined })),
      places: options.most,
      aim: options.aim,
      povertyWeight: options.povertyWeight,
      candidates: choiceOf(options.candidates),
      capacity: null,
      spacingM: options.spacing,
      excluded: [],
      budget: options.budget ?? null,
      together: options.together ?? false,
    });
    return asked;
  });
}

async function scenarioOf(
  { scenario, region, release: hash, scope, detour }: SiteOptions,
  database: Parameters<typeof requestedRelease>[0],
): Promise<SitedScenario> {
  if (scenario !== undefined) return readScenarioFile(scenario);
  const release = await requestedRelease(database, hash);
  const { id } = regionOf(release, region);
  // Without edits no area is named, so that the level says nothing.
  const baseline = { region: id, release: release.hash, scope: parseScope(scope), level: 'sector' as const };
  return { baseline, edits: [], parameters: { detour } };
}

/** `lattice`, `lattice:250`, `sites`, `public`, `green` or `schoolyards`. */
function choiceOf(text: string = `lattice:${SIDE_M}`): CandidateChoice {
  const kind = PLACE_KINDS.find(one => one === text);
  if (kind !== undefined) return { kind };
  const [, side = String(SIDE_M)] = /^lattice(?::(\d+))?$/.exec(text) ?? [null, 'none'];
  const sideM = Number(side);
  if (sideM >= 50 && sideM <= 5000) return { kind: 'lattice', sideM };
  throw new ProblemError(
    'bad-parameter',
    `"${text}" is no choice of sites in a region; give lattice, lattice:METRES (50 to 5000), ${PLACE_KINDS.join(', ')}.`,
    { parameter: 'candidates' },
  );
}
