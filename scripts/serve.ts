import closeWithGrace from 'close-with-grace';
import { startInstance } from '../server/instance.ts';
import { readSettings } from '../server/settings.ts';
import { exitWith } from './exit.ts';
import type { StepPrinter } from './progress.ts';

/** Milliseconds that open requests and a running statement get before the process ends anyway. */
const GRACE_MS = 10_000;

/** Starts the server with the settings of the environment, prints its address, and ends it gracefully. */
export async function serve(printer: StepPrinter): Promise<void> {
  const instance = await startInstance(readSettings(process.env), {
    onProgress: printer.step,
    onLost: exitWith,
  });
  printer.step(`ready: ${instance.address}`);
  printer.end();
  closeWithGrace({ delay: GRACE_MS }, async ({ err }) => {
    if (err) process.stderr.write(`stopping after an error: ${err.stack}\n`);
    await instance.close();
  });
}
