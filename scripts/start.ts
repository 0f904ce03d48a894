/** `npm start`: builds the web app when it changed, then opens the database and serves. */

import { exitWith } from './exit.ts';
import { stepPrinter } from './progress.ts';
import { serve } from './serve.ts';
import { buildWebWhenChanged } from './web-build.ts';

try {
  const printer = stepPrinter();
  await buildWebWhenChanged(printer.step);
  await serve(printer);
} catch (error) {
  exitWith(error);
}
