import { encodeHomes, type Homes, homeCount } from '../../../core/access/population/homes.ts';
import { isOsm } from '../../readers/osm/open.ts';
import { homesOfOsm } from '../../sources/osm/homes.ts';
import { createReport, type Report, refuseOnErrors } from '../report.ts';
import type { RunContext } from '../run-context.ts';
import type { HomesStep } from '../types.ts';
import { preparedWhole } from '../whole.ts';
import { homesOfRecords } from './records.ts';

/**
 * Reads and checks where people live: OpenStreetMap, which may tell addresses, buildings and land at once, or a file of
 * one of them. Each is a dataset of its own, which the next import of the same kind replaces.
 */
export async function importHomes(context: RunContext, step: HomesStep): Promise<void> {
  const { file } = step;
  const report = createReport(file.name);
  const found = isOsm(file)
    ? await homesInOsm(file, step, report)
    : [await homesOfRecords(file, step, context.hooks, report)];
  const told = found.filter(homes => homeCount(homes) > 0);
  if (told.length === 0 && !report.refused())
    report.add(
      'error',
      'empty-file',
      'tells nowhere where people live, by the rules of data/osm-homes.ts or the columns that were named',
    );
  refuseOnErrors(report.findings());
  for (const homes of told)
    context.prepared.push(
      preparedWhole(context.region, {
        ...{ kind: 'homes', itemKey: `homes/${homes.basis}`, bytes: encodeHomes(homes) },
        ...{ rowCount: homeCount(homes), source: step.source, report: report.findings() },
      }),
    );
}

async function homesInOsm(
  file: Parameters<typeof homesOfOsm>[0],
  { basis }: HomesStep,
  report: Report,
): Promise<Homes[]> {
  const { homes, incomplete } = await homesOfOsm(file);
  if (incomplete > 0)
    report.add(
      'warning',
      'incomplete',
      `${incomplete} buildings or lands are not whole in the file and are left out; make the extract with whole ways (osmium extract --strategy=complete_ways)`,
      null,
      incomplete,
    );
  return basis === undefined ? homes : homes.filter(one => one.basis === basis);
}
