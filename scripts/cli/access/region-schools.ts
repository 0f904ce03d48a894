import { readPlaced } from '../../../server/readers/placed.ts';
import { openFile } from '../../../server/readers/registry.ts';
import { measureSchools } from '../../../server/releases/access/schools.ts';
import type { Desk } from '../../../server/releases/desk.ts';
import { type SchoolsAsked, schoolsOfBody } from '../../../server/routes/api/v1/access/schools-parameters.ts';
import { schoolsView } from '../../../server/routes/api/v1/access/schools-view.ts';
import { exportSchools } from '../../../server/writers/access/schools.ts';
import { readScenarioFile } from '../scenario-file.ts';
import type { AccessOptions } from './asked.ts';
import { given, refuseOptions, writeTold } from './told.ts';

/** The pupils to expect in the schools of a region: the answer of the API, or a file as it exports. Errors as `measureSchools`. */
export async function tellSchools(options: AccessOptions): Promise<void> {
  refuseOptions(options, '--schools', ['norm', 'minArea', 'within', 'level', 'supply', 'rows']);
  const { region, release: hash, scope, ages, detour, catchments } = options;
  const body: SchoolsAsked & { scenario?: unknown } = {
    ...given({ region, release: hash, scope, ages, function: options.function }),
    ...(catchments === undefined ? {} : { catchments: await readCatchments(catchments, options) }),
    ...(options.scenario === undefined ? {} : { scenario: await readScenarioFile(options.scenario) }),
    detour,
  };
  await writeTold(options, {
    view: async desk => {
      const { release, question } = await asked(desk);
      return schoolsView(release, question, await measureSchools(desk, release, question));
    },
    file: async (desk, format) => {
      const { release, question } = await asked(desk);
      return exportSchools(desk, release, { ...question, format });
    },
  });

  function asked({ database }: Desk) {
    return schoolsOfBody(database, body);
  }
}

async function readCatchments(
  path: string,
  { crs, lon, lat }: AccessOptions,
): Promise<{ school: string; geometry: unknown }[]> {
  const file = await openFile(path);
  const { ids, geometries } = await readPlaced(file, {
    ...{ id: 'school', lon, lat, crs, numbers: {} },
  });
  return ids.map((school, k) => ({ school, geometry: geometries[k]! }));
}
