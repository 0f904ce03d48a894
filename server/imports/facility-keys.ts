import { cellText } from './codes.ts';
import { hashTexts } from './hash.ts';
import type { Report } from './report.ts';
import type { Located } from './stage-features.ts';

/** Columns that publishers use as a key, best first. */
const USUAL_KEYS = ['globalid', 'id', 'key', 'objectid', 'fid'];
const HASH_LENGTH = 16;

/**
 * A key for every located record: the column that was named; else the first usual key column in which every record
 * has a value of its own; else a hash of the record, which keeps its key as long as nothing in it changes.
 * Null for a record that is to be left out: it says exactly the same as an earlier one.
 */
export function assignKeys(
  located: readonly Located[],
  readKey: ((record: Located['record']) => unknown) | null,
  report: Report,
): (string | null)[] {
  if (readKey !== null) return readKeys(located, readKey, report);
  for (const wanted of USUAL_KEYS) {
    const keys = located.map(({ record }) => {
      const name = Object.keys(record.properties).find(key => key.toLowerCase() === wanted);
      return name === undefined ? null : cellText(record.properties[name]);
    });
    if (keys.every(key => key !== null) && new Set(keys).size === keys.length) return keys;
  }
  return hashKeys(located, report);
}

function readKeys(
  located: readonly Located[],
  readKey: (record: Located['record']) => unknown,
  report: Report,
): (string | null)[] {
  const numbers = new Map<string, number>();
  return located.map(({ record }) => {
    const key = cellText(readKey(record));
    const at = { unit: 'feature', number: record.number, code: key } as const;
    const first = key === null ? undefined : numbers.get(key);
    if (key === null) report.add('error', 'missing-id', 'has no key', at);
    else if (first !== undefined)
      report.add('error', 'duplicate-id', `key "${key}" is already that of feature ${first}`, at, key);
    else numbers.set(key, record.number);
    return key;
  });
}

function hashKeys(located: readonly Located[], report: Report): (string | null)[] {
  const numbers = new Map<string, number>();
  return located.map(({ record, geometry }) => {
    const key = hashTexts([JSON.stringify(record.properties), geometry]).slice(0, HASH_LENGTH);
    const first = numbers.get(key);
    if (first === undefined) {
      numbers.set(key, record.number);
      return key;
    }
    const at = { unit: 'feature', number: record.number } as const;
    report.add('warning', 'identical', `says the same as feature ${first} and is left out`, at);
    return null;
  });
}
