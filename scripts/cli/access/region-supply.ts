import { measureSupply } from '../../../server/releases/access/supply.ts';
import { loadAreas } from '../../../server/releases/areas.ts';
import { requestedRelease } from '../../../server/releases/catalogue.ts';
import type { Desk } from '../../../server/releases/desk.ts';
import { supplyAsked } from '../../../server/routes/api/v1/access/supply-parameters.ts';
import { supplyView } from '../../../server/routes/api/v1/access/supply-view.ts';
import { exportSupply, SUPPLY_ROWS } from '../../../server/writers/access/supply.ts';
import type { AccessOptions } from './asked.ts';
import { distanceAsked, given, rowsAsked, writeTold } from './told.ts';

/** What the children of a region can reach of the supply of places: the answer of the API, or a file as it exports. Errors as `measureSupply`. */
export async function tellSupply(options: AccessOptions): Promise<void> {
  const { supply, mostPerHead, region, level, scope, ages } = options;
  const withinM = distanceAsked(options, '--supply', ['norm', 'minArea']);
  const rows = rowsAsked(options, SUPPLY_ROWS);
  const asked = async ({ database }: Desk) => {
    const release = await requestedRelease(database, options.release);
    const question = supplyAsked(release, {
      ...given({
        region,
        level,
        scope,
        ages,
        withinM,
        mostPerChild: mostPerHead,
        function: options.function,
      }),
      kind: supply === 'area' ? 'areaM2' : supply!,
      ...{ decay: options.decay, choosing: options.choosing ?? false, detour: options.detour },
    });
    return { release, question };
  };
  await writeTold(options, {
    view: async desk => {
      const { release, question } = await asked(desk);
      const answer = await measureSupply(desk, release, question);
      const { codes } = (await loadAreas(desk.database, answer.item)).table;
      return supplyView(release, question, answer, codes);
    },
    file: async (desk, format) => {
      const { release, question } = await asked(desk);
      return exportSupply(desk, release, { ...question, format, rows });
    },
  });
}
