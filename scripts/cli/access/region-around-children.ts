import { measureFamilies } from '../../../server/releases/access/families.ts';
import { measureVariety } from '../../../server/releases/access/variety.ts';
import { loadAreas } from '../../../server/releases/areas.ts';
import { requestedRelease } from '../../../server/releases/catalogue.ts';
import type { Desk } from '../../../server/releases/desk.ts';
import {
  type AroundChildrenAsked,
  familiesAsked,
  varietyAsked,
} from '../../../server/routes/api/v1/access/around-children-schema.ts';
import { familiesView, varietyView } from '../../../server/routes/api/v1/access/around-children-view.ts';
import { exportFamilies, FAMILIES_ROWS } from '../../../server/writers/access/families.ts';
import { exportVariety, VARIETY_ROWS } from '../../../server/writers/access/variety.ts';
import type { AccessOptions } from './asked.ts';
import { distanceAsked, given, refuseOptions, rowsAsked, writeTold } from './told.ts';

/** How many functions the children of a region have near: the answer of the API, or a file as it exports. Errors as `measureVariety`. */
export async function tellVariety(options: AccessOptions): Promise<void> {
  const parameters = {
    ...parametersOf(options, '--variety'),
    ...given({ ages: options.ages, function: options.function?.split(',') }),
  };
  const rows = rowsAsked(options, VARIETY_ROWS);
  const asked = async ({ database }: Desk) => {
    const release = await requestedRelease(database, options.release);
    return { release, question: varietyAsked(release, parameters) };
  };
  await writeTold(options, {
    view: async desk => {
      const { release, question } = await asked(desk);
      const answer = await measureVariety(desk, release, question);
      const { codes } = (await loadAreas(desk.database, answer.item)).table;
      return varietyView(release, question, answer, codes);
    },
    file: async (desk, format) => {
      const { release, question } = await asked(desk);
      return exportVariety(desk, release, { ...question, format, rows });
    },
  });
}

/** Births of a region within reach of family centres: the answer of the API, or a file as it exports. Errors as `measureFamilies`. */
export async function tellFamilies(options: AccessOptions): Promise<void> {
  refuseOptions(options, '--families, which counts births,', ['ages']);
  const parameters = {
    ...parametersOf(options, '--families'),
    ...given({ function: options.function }),
  };
  const rows = rowsAsked(options, FAMILIES_ROWS);
  const asked = async ({ database }: Desk) => {
    const release = await requestedRelease(database, options.release);
    return { release, question: familiesAsked(release, parameters) };
  };
  await writeTold(options, {
    view: async desk => {
      const { release, question } = await asked(desk);
      const answer = await measureFamilies(desk, release, question);
      const { codes } = (await loadAreas(desk.database, answer.item)).table;
      return familiesView(release, question, answer, codes);
    },
    file: async (desk, format) => {
      const { release, question } = await asked(desk);
      return exportFamilies(desk, release, { ...question, format, rows });
    },
  });
}

function parametersOf(options: AccessOptions, measure: string): AroundChildrenAsked {
  const withinM = distanceAsked(options, measure, ['norm', 'minArea', 'supply']);
  const { region, level, scope, detour } = options;
  return { ...given({ region, level, scope, withinM }), detour };
}
