import { Command, Option } from 'commander';
import { DUPLICATE_SETTINGS } from '../../core/facilities/duplicates.ts';
import { listDuplicates } from '../../server/corrections/duplicates.ts';
import {
  CORRECTION_FORMATS,
  type CorrectionFormat,
  exportCorrections,
} from '../../server/corrections/export.ts';
import { listCorrections } from '../../server/corrections/list.ts';
import { recordCorrection } from '../../server/corrections/record.ts';
import { requestedRelease } from '../../server/releases/catalogue.ts';
import { regionOf } from '../../server/releases/select.ts';
import { parseIntervalLevel, parsePositive, parseRegion, parseWhole } from './options.ts';
import { withDatabase } from './session.ts';
import { writeExport } from './write.ts';

type Common = { region?: string; release?: string };

/** Corrections of places beside the screen: what is likely double, what was corrected, and handing it back. */
export function facilityCommands(): Command {
  const command = new Command('facilities').description(
    'corrections of places: likely duplicates, what was corrected, undo, and files to hand back',
  );
  return command
    .addCommand(duplicates())
    .addCommand(corrections())
    .addCommand(undo())
    .addCommand(exporting());
}

function common(command: Command): Command {
  return command
    .option('--release <hash>', 'release to read (default: the current one)')
    .option('--region <id>', 'study area (default: the one imported into last)', parseRegion);
}

function duplicates(): Command {
  type Options = Common & { withinM?: number; leastScore?: number };
  return common(
    new Command('duplicates').description('places of two sources that are likely one, likeliest first'),
  )
    .option(
      '--within-m <metres>',
      `metres apart at most (default: ${DUPLICATE_SETTINGS.withinM})`,
      parsePositive,
    )
    .option(
      '--least-score <share>',
      `likeness from which a pair is listed (default: ${DUPLICATE_SETTINGS.leastScore})`,
      parseIntervalLevel,
    )
    .action(({ release: hash, region, ...settings }: Options) =>
      withDatabase(async database => {
        const release = await requestedRelease(database, hash);
        const pairs = await listDuplicates(database, release, regionOf(release, region).id, settings);
        for (const { facilities, names, score, distanceM, nameSimilarity } of pairs) {
          const alike =
            nameSimilarity === null ? 'a name is missing' : `names ${nameSimilarity.toFixed(2)} alike`;
          console.log(
            `${score.toFixed(2)}  ${facilities.join('  ')}  ${distanceM.toFixed(0)} m, ${alike}: ${names.map(name => name ?? '–').join(' | ')}`,
          );
        }
        console.error(`${pairs.length} pairs`);
      }),
    );
}

function corrections(): Command {
  return common(
    new Command('corrections').description('every correction with who, when and why, newest first'),
  )
    .option('--facility <id>', 'only those of one place: source/key')
    .action(({ release: hash, region, facility }: Common & { facility?: string }) =>
      withDatabase(async database => {
        const release = await requestedRelease(database, hash);
        const listed = await listCorrections(database, release, regionOf(release, region).id, facility);
        for (const { change, action, author, reason, madeAt, holds, places } of listed) {
          const date = madeAt.slice(0, 16).replace('T', ' ');
          console.log(`${change}  ${date}  ${action}${holds ? '' : ' (undone)'}  ${author}: ${reason}`);
          for (const place of places) {
            const lost = place.lost === null ? '' : `  [${place.lost}]`;
            console.log(`    ${place.facility}  ${place.name ?? '–'}${lost}`);
            for (const { field, original, to, now, state } of place.fields) {
              const since = state === 'changed' ? `; the source now says ${JSON.stringify(now)}` : '';
              console.log(
                `      ${field}: ${JSON.stringify(original)} → ${JSON.stringify(to)} (${state}${since})`,
              );
            }
          }
        }
      }),
    );
}

function undo(): Command {
  return new Command('undo')
    .description('take a correction back; undoing the undo brings it again')
    .argument('<change>', 'number of the correction', parseWhole)
    .requiredOption('--author <name>', 'who undoes it')
    .requiredOption('--reason <text>', 'why')
    .option('--region <id>', 'study area (default: the one imported into last)', parseRegion)
    .action(
      (change: number, { region, author, reason }: { region?: string; author: string; reason: string }) =>
        withDatabase(async database => {
          const done = await recordCorrection(database, region, { action: 'undo', change, author, reason });
          console.log(`undone for ${done.facilities.join(', ')}; release ${done.release}`);
        }),
    );
}

function exporting(): Command {
  type Options = Common & { format: CorrectionFormat; out?: string };
  return common(
    new Command('export').description(
      'corrections to hand back: osc for OpenStreetMap, geojson with notes for every other source',
    ),
  )
    .addOption(new Option('--format <format>', 'file format').choices(CORRECTION_FORMATS).default('osc'))
    .option('--out <file>', 'file to write (default: standard output)')
    .action((options: Options) => writeExport(options, database => exportCorrections(database, options)));
}
