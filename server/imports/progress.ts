import type { ImportHooks } from './types.ts';

const RECORDS_BETWEEN = 1000;

/** Stops a cancelled import, and reports every thousandth record. */
export function atRecord(hooks: ImportHooks, text: string, count: number): void {
  hooks.signal?.throwIfAborted();
  if (count % RECORDS_BETWEEN === 0) hooks.onProgress?.(text, count);
}
