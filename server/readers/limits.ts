import { ProblemError } from '../../core/problem.ts';
import type { ReadLimits, ReadOptions } from './types.ts';

const MIB = 2 ** 20;

/** What a file may cost unless the caller says otherwise. */
export const DEFAULT_LIMITS: ReadLimits = {
  maxBytes: 4096 * MIB,
  maxRecords: 2_000_000,
  maxCompressionRatio: 200,
};

/** Entries this small after decompression pass whatever their ratio: a page of equal rows shrinks a thousandfold. */
export const RATIO_FLOOR_BYTES = 16 * MIB;

/** Entries a zip may list. */
export const MAX_ZIP_ENTRIES = 10_000;

/** One feature or one row; more is a file whose closing brace or quote is missing. */
export const MAX_RECORD_BYTES = 128 * MIB;

export function resolveLimits(options: ReadOptions): ReadLimits {
  return { ...DEFAULT_LIMITS, ...options.limits };
}

/** 3_355_443_200 → `3200 MB`; below a megabyte in bytes. */
export function formatBytes(bytes: number): string {
  return bytes < MIB ? `${bytes} bytes` : `${Math.round(bytes / MIB)} MB`;
}

/** The refusal of a file past a limit: names the limit, the value and the way out. */
export function tooLarge(
  name: string,
  limit: keyof ReadLimits | 'maxZipEntries' | 'maxRecordBytes' | 'maxCells',
  value: number,
  maximum: number,
  sentence: string,
): ProblemError {
  return new ProblemError('too-large', `${name}: ${sentence}`, { file: name, limit, value, maximum });
}

/** Throws `too-large` when record `number` is past the limit. */
export function checkRecordCount(name: string, number: number, limits: ReadLimits): void {
  if (number > limits.maxRecords) {
    throw tooLarge(
      name,
      'maxRecords',
      number,
      limits.maxRecords,
      `holds more than ${limits.maxRecords} records; split it`,
    );
  }
}

/** Throws `too-large` when `bytes`, read or announced, are past the limit. */
export function checkByteCount(name: string, bytes: number, limits: ReadLimits): void {
  if (bytes > limits.maxBytes) {
    throw tooLarge(
      name,
      'maxBytes',
      bytes,
      limits.maxBytes,
      `is ${formatBytes(bytes)} unpacked, and at most ${formatBytes(limits.maxBytes)} is read; split it`,
    );
  }
}
