import { facilityFunctions } from '../../data/facility-functions.ts';

/** The functions of one record, and the words in it that nobody knows. */
export type ReadFunctions = { functions: string[]; unknown: string[]; known: boolean };

const LIST_SEPARATOR = /[,;|]/;

/**
 * Reads functions out of a cell: one word or a list. A word is one of the publisher's (`words`), an id of
 * data/facility-functions.ts, or a title there in any language.
 */
export function createFunctionReader(words: Readonly<Record<string, readonly string[]>>) {
  const meanings = new Map<string, readonly string[]>();
  for (const { id, title, plural } of facilityFunctions) {
    for (const text of [id, id.replaceAll('_', ' '), ...Object.values(title), ...Object.values(plural)]) {
      meanings.set(text.toLowerCase(), [id]);
    }
  }
  for (const [word, functions] of Object.entries(words)) meanings.set(word.toLowerCase(), functions);
  return (cell: string | null): ReadFunctions => {
    const functions = new Set<string>();
    const unknown: string[] = [];
    let known = false;
    const whole = cell === null ? undefined : meanings.get(cell.toLowerCase());
    const parts = cell === null ? [] : whole === undefined ? cell.split(LIST_SEPARATOR) : [cell];
    for (const part of parts) {
      const word = part.trim().toLowerCase();
      if (word === '') continue;
      const meaning = meanings.get(word);
      if (meaning === undefined) unknown.push(part.trim());
      else known = true;
      for (const id of meaning ?? []) functions.add(id);
    }
    return { functions: [...functions].sort(), unknown, known };
  };
}
