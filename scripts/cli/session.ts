import { openForCommand } from '../../server/database/open.ts';
import type { Database } from '../../server/database/types.ts';
import { runImport } from '../../server/imports/run.ts';
import type { ImportStep } from '../../server/imports/types.ts';
import { readSettings } from '../../server/settings.ts';
import { printFindings } from '../exit.ts';
import { stepPrinter } from '../progress.ts';

/** Runs a command with the database: beside a running instance through it, else on its own. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const printer = stepPrinter(process.stderr);
  const database = await openForCommand(readSettings(process.env), { onProgress: printer.step });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

export type RegionOptions = { region?: string; regionTitle?: string };

/** Imports one step into a new release and prints what came of it. */
export async function importStep(step: ImportStep, message: string, options: RegionOptions): Promise<void> {
  await withDatabase(async database => {
    const printer = stepPrinter(process.stderr);
    const result = await runImport(
      database,
      {
        ...(options.region === undefined ? {} : { region: options.region }),
        ...(options.regionTitle === undefined ? {} : { regionTitle: options.regionTitle }),
        message,
        steps: [step],
      },
      {
        onProgress: (text, done, total) =>
          printer.step(total ? `${text} ${Math.round((100 * (done ?? 0)) / total)} %` : text),
      },
    );
    printer.end();
    printFindings(result.report);
    for (const dataset of result.datasets) console.log(`${dataset.itemKey}: ${dataset.rowCount} rows`);
    console.log(`${result.unchanged ? 'nothing new; the release is still' : 'release'} ${result.release}`);
  });
}
