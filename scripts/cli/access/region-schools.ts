import { ProblemError } from '../../../core/problem.ts';
import { inThisThread } from '../../../server/computation/in-this-thread.ts';
import { readPlaced } from '../../../server/readers/placed.ts';
import { openFile } from '../../../server/readers/registry.ts';
import { measureSchools } from '../../../server/releases/access/schools.ts';
import { releaseByHash, requestedRelease } from '../../../server/releases/catalogue.ts';
import {
  type SchoolsAsked,
  schoolsAfter,
  schoolsAsked,
} from '../../../server/routes/api/v1/access/schools-parameters.ts';
import { schoolsView } from '../../../server/routes/api/v1/access/schools-view.ts';
import { readScenarioFile } from '../scenario-file.ts';
import { withDatabase } from '../session.ts';
import type { AccessOptions } from './asked.ts';
import { writeTold } from './told.ts';

/** The pupils to expect in the schools of a region: the answer of the API, or its schools as CSV. Errors as `measureSchools`. */
export async function tellSchools(options: AccessOptions): Promise<void> {
  for (const name of ['norm', 'minArea', 'within', 'level', 'supply'] as const)
    if (options[name] !== undefined)
      throw new ProblemError('bad-parameter', `--schools does not ask for ${name}; leave it out.`, {
        parameter: name,
      });
  const asked: SchoolsAsked = {
    ...(options.region === undefined ? {} : { region: options.region }),
    ...(options.release === undefined ? {} : { release: options.release }),
    ...(options.scope === undefined ? {} : { scope: options.scope }),
    ...(options.function === undefined ? {} : { function: options.function }),
    ...(options.ages === undefined ? {} : { ages: options.ages }),
    ...(options.catchments === undefined ? {} : { catchments: await readCatchments(options) }),
    detour: options.detour,
  };
  const scenario = options.scenario === undefined ? null : await readScenarioFile(options.scenario);
  await withDatabase(async database => {
    const release =
      scenario === null
        ? await requestedRelease(database, options.release)
        : await releaseByHash(database, scenario.baseline.release);
    const question =
      scenario === null ? schoolsAsked(release, asked) : schoolsAfter(release, scenario, asked);
    const answer = await measureSchools({ database, computation: inThisThread }, release, question);
    const view = schoolsView(release, question, answer);
    await writeTold(options, view, () =>
      view.schools.map(({ before, after, ...school }) => ({
        ...school,
        ...before,
        ...(view.after && {
          pupils_after: after?.pupils,
          deprived_after: after?.deprived,
          share_after: after?.share,
          beyondPlaces_after: after?.beyondPlaces,
        }),
      })),
    );
  });
}

async function readCatchments({
  catchments,
  crs,
  lon,
  lat,
}: AccessOptions): Promise<{ school: string; geometry: unknown }[]> {
  const file = await openFile(catchments!);
  const { ids, geometries } = await readPlaced(file, {
    ...{ id: 'school', lon, lat, crs, numbers: {} },
  });
  return ids.map((school, k) => ({ school, geometry: geometries[k]! }));
}
