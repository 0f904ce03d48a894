import { isUtf8 } from 'node:buffer';

const windows1252 = new TextDecoder('windows-1252');
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Character → byte of windows-1252 where the two differ (0x80–0x9f); the rest is the same number. */
const BYTE_OF = new Map<number, number>(
  Array.from({ length: 32 }, (_, index) => [
    windows1252.decode(Uint8Array.of(0x80 + index)).charCodeAt(0),
    0x80 + index,
  ]),
);

/** UTF-8 where the bytes are valid UTF-8, else windows-1252: what a file without a declared encoding is here. */
export function decodeText(bytes: Uint8Array): string {
  return isUtf8(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
    : windows1252.decode(bytes);
}

/**
 * Undoes UTF-8 that was read as windows-1252 and encoded again: `BrÃ¼gge` → `Brügge`. Only when every character
 * of the text is a byte of windows-1252 and those bytes are valid UTF-8; any other text comes back as it is.
 */
export function repairText(text: string): string {
  // A lead byte of a UTF-8 sequence, seen as a character, followed by anything outside ASCII.
  if (!/[\u00c2-\u00f4]\P{ASCII}/u.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const byte = code < 0x100 ? code : BYTE_OF.get(code);
    if (byte === undefined) return text;
    bytes[index] = byte;
  }
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return text;
  }
}

/** Repairs every text inside a parsed JSON value, in place; gives the value back. */
export function repairTexts(value: unknown): unknown {
  if (typeof value === 'string') return repairText(value);
  if (typeof value !== 'object' || value === null) return value;
  const members = value as Record<string, unknown>;
  for (const key of Object.keys(members)) {
    const member = members[key];
    if (typeof member === 'string') {
      const repaired = repairText(member);
      if (repaired !== member) members[key] = repaired;
    } else if (typeof member === 'object') {
      repairTexts(member);
    }
  }
  return value;
}
