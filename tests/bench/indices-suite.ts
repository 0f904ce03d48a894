/**
 * Runs every index on the input in the file named as argument (counts and space, `v8.serialize`), in a process of
 * its own: one that had made the input would have freed memory to hide the suite's in.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import type { CountsInput } from '../../core/concentration/counts.ts';
import { measureConcentration } from '../../core/concentration/measure.ts';
import type { Space } from '../../core/concentration/space.ts';

const { counts, space } = deserialize(readFileSync(process.argv[2]!)) as {
  counts: CountsInput;
  space: Space;
};
globalThis.gc?.();
const before = forgetPeak();
const start = performance.now();
const measured = measureConcentration(counts, space);
const ms = performance.now() - start;
console.log(JSON.stringify({ ms, mb: peak() - before, indices: Object.keys(measured.indices).length }));

/** Starts the process's peak of memory anew (Linux keeps it in /proc), and gives it in MB. */
function forgetPeak(): number {
  writeFileSync('/proc/self/clear_refs', '5');
  return peak();
}

function peak(): number {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
