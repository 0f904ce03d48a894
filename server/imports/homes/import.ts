import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { encodeHomes, type Homes, homeCount } from '../../../core/access/population/homes.ts';
import { isOsm } from '../../readers/osm/open.ts';
import { homesOfOsm } from '../../sources/osm/homes.ts';
import { datasetHash } from '../hash.ts';
import { createReport, type Report, refuseOnErrors } from '../report.ts';
import { NO_DIMENSIONS, type RunContext } from '../run-context.ts';
import type { HomesStep } from '../types.ts';
import { homesOfRecords } from './records.ts';

/** Bytes of one row, as of a network. */
const PART_BYTES = 2 ** 20;

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
  for (const homes of told) prepare(context, step, homes, report);
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

function prepare({ region, prepared }: RunContext, step: HomesStep, homes: Homes, report: Report): void {
  const bytes = encodeHomes(homes);
  const itemKey = `homes/${homes.basis}`;
  const digest = createHash('sha256').update(bytes).digest('hex');
  prepared.push({
    ...NO_DIMENSIONS,
    kind: 'homes',
    itemKey,
    hash: datasetHash(region, itemKey, step.source, [digest]),
    rowCount: homeCount(homes),
    source: step.source,
    report: report.findings(),
    staged: null,
    async write(trx, of, version) {
      for (let part = 0; part * PART_BYTES < bytes.length; part++) {
        const piece = Buffer.from(bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
        await sql`
          insert into homes_parts (region, version, part, bytes)
          values (${of}, ${version}, ${part}, ${piece})`.execute(trx);
      }
      return homeCount(homes);
    },
  });
}
