import { type Command, InvalidArgumentError, Option } from 'commander';
import { AREA_LEVELS, type AreaLevel, isAreaLevel } from '../../core/areas/types.ts';
import { fileHash } from '../../server/readers/hash.ts';
import type { OpenedFile } from '../../server/readers/types.ts';
import type { DatasetSource } from '../../server/releases/types.ts';

export function parseLevel(text: string): AreaLevel {
  if (!isAreaLevel(text))
    throw new InvalidArgumentError(`"${text}" is no level; known are ${AREA_LEVELS.join(', ')}.`);
  return text;
}

export function parseYear(text: string): number {
  if (!/^(1[89]|2[01])\d\d$/.test(text))
    throw new InvalidArgumentError(`"${text}" is no year; give four digits.`);
  return Number(text);
}

export function parseEpsg(text: string): number {
  const digits = /^(?:EPSG:)?(\d{4,6})$/i.exec(text)?.[1];
  if (digits === undefined)
    throw new InvalidArgumentError(`"${text}" is no EPSG code; give a number such as 31370.`);
  return Number(digits);
}

export function parseRegion(text: string): string {
  if (!/^[a-z0-9][a-z0-9-]{0,30}$/.test(text)) {
    throw new InvalidArgumentError(`"${text}" is no region id; use lower case letters, digits and hyphens.`);
  }
  return text;
}

/** The largest seed that the generator tells from a smaller one, here as in the API. */
const LARGEST_WHOLE = 4_294_967_295;

/** A whole number from 0 up: draws, a seed. */
export function parseWhole(text: string): number {
  if (/^\d{1,10}$/.test(text) && Number(text) <= LARGEST_WHOLE) return Number(text);
  throw new InvalidArgumentError(`"${text}" is no whole number from 0 to ${LARGEST_WHOLE}.`);
}

/** A number as a person writes it; NaN for anything else, such as nothing, which `Number` reads as 0. */
export function readDecimal(text: string): number {
  return /^\s*[-+]?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
}

export function parsePositive(text: string): number {
  const value = readDecimal(text);
  if (value > 0) return value;
  throw new InvalidArgumentError(`"${text}" is not a number above 0.`);
}

export function parseNotNegative(text: string): number {
  const value = readDecimal(text);
  if (value >= 0) return value;
  throw new InvalidArgumentError(`"${text}" is not a number from 0 up.`);
}

/** `x,y` in metres. */
export function parsePoint(text: string): { x: number; y: number } {
  const [x = Number.NaN, y = Number.NaN, ...more] = text.split(',').map(readDecimal);
  if (Number.isFinite(x) && Number.isFinite(y) && more.length === 0) return { x, y };
  throw new InvalidArgumentError(`"${text}" is no point; give x,y in metres.`);
}

export function parseIntervalLevel(text: string): number {
  const value = readDecimal(text);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError(`"${text}" is no level of an interval; give a number such as 0.95.`);
}

/** How a file writes decimals, where its numbers do not tell. */
export function decimalOption(): Option {
  return new Option(
    '--decimal <sign>',
    'sign before decimals, where the file leaves it open (default: as its numbers tell)',
  ).choices([',', '.']);
}

/** Splits `name=value`; `what` names the option in the error. */
export function parsePair(text: string, what: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError(`"${text}" should read ${what}.`);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** Collects a repeatable option whose values may also be given as a comma list. */
export function collectList(text: string, previous: readonly string[] = []): string[] {
  const parts = text.split(',').map(part => part.trim());
  if (parts.every(part => part !== '')) return [...previous, ...parts];
  throw new InvalidArgumentError(`"${text}" lacks a name; give one, or several with a comma between them.`);
}

/** Collects a repeatable option as it is. */
export function collect(text: string, previous: readonly string[] = []): string[] {
  return [...previous, text];
}

export type SourceOptions = {
  title?: string;
  publisher?: string;
  licence?: string;
  url?: string;
  note?: string;
};

/** The options with which a person says where a file came from; they are shown beside every number. */
export function addSourceOptions(command: Command): Command {
  return command
    .option('--title <text>', 'title of the dataset (default: the name of the file)')
    .option('--publisher <text>', 'who publishes it')
    .option('--licence <text>', 'licence under which it may be used')
    .option('--url <url>', 'where it can be found')
    .option(
      '--note <text>',
      'anything a reader of the numbers must know, such as the birth years of an index',
    );
}

/** The source of a dataset as given on the command line, with the file's own name and SHA-256. */
export async function readSource(
  path: string,
  file: OpenedFile,
  options: SourceOptions,
): Promise<DatasetSource> {
  return {
    title: options.title ?? file.name,
    publisher: options.publisher ?? null,
    licence: options.licence ?? null,
    url: options.url ?? null,
    fileName: file.name,
    fileHash: await fileHash(path),
    note: options.note ?? null,
  };
}
