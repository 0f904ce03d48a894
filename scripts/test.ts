/** `npm test`: brings what the tests need, runs every check and suite, and closes with one line of counts. */

import { runChecks } from './test/checks.ts';
import { runSuites } from './test/suites.ts';
import { prepareSystem } from './test/system.ts';

const started = Date.now();
const system = await prepareSystem();
const checks = await runChecks();
const suites = await runSuites(process.argv.slice(2));

const skipped = [...suites.skippedIn];
const leftOut = [...system.leftOut, ...skipped.map(([file, tests]) => `${tests} tests of ${file}`)];
for (const line of leftOut) console.log(`left out: ${line}`);
if (system.bring !== null) console.log(`to bring what is missing: ${system.bring}`);
for (const name of suites.unsteady) console.log(`unsteady (failed beside the others, passed alone): ${name}`);
for (const name of [...checks.failed, ...suites.failedNames]) console.log(`failed: ${name}`);

const passed = checks.passed.length + suites.passed;
// In continuous integration nothing may be left out in silence: a suite that did not run is a failure.
const notRun = process.env.CI === 'true' ? leftOut.length : 0;
if (notRun > 0) console.log('CI: a suite that was left out counts as a failure');
const failed = checks.failed.length + suites.failed + notRun;
console.log(`took ${Math.round((Date.now() - started) / 1000)} s`);
process.exitCode = failed > 0 ? 1 : 0;
console.log(
  `${passed} passed, ${failed} failed, ${skipped.reduce((all, [, tests]) => all + tests, 0)} skipped`,
);
