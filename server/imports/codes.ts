/** A cell that should hold a code or a name, as text; null when it is blank. Numbers lose no digits up to 2^53. */
export function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'string' ? value.trim() : String(value);
  return text === '' ? null : text;
}

/** Swing's areas for people of unknown location: Flanders, Brussels, and one a municipality at sector level. */
function isUnknownLocation(code: string): boolean {
  return code === '99991' || code === '99992' || /ZZZZ$/i.test(code);
}

/** `02000`, `11000`: regions, provinces and districts that a table of municipalities lists beside them. */
function isMunicipalAggregate(code: string): boolean {
  return /^\d{2}000$/.test(code);
}

/** Whether a table may hold this code although it is no area: unknown locations and aggregates. */
export function isKnownNonArea(code: string): boolean {
  return isUnknownLocation(code) || isMunicipalAggregate(code);
}

function normalised(code: string): string {
  // A spreadsheet turns 11001 into 11001.0; some platforms write a sector's closing hyphen as an underscore.
  return code
    .replace(/^(\d+)\.0+$/, '$1')
    .replaceAll('_', '-')
    .toUpperCase();
}

const SECTOR_STEM_LENGTH = 8;

export type CodeMatch = { code: string; exact: boolean };
export type CodeMatcher = (code: string) => CodeMatch | null;

/**
 * Finds the area a publisher means: the exact code; else without regard to case, to `_` for `-` and to a trailing
 * `.0`; else, for sector codes of nine characters, by the first eight where only one area has them.
 */
export function createCodeMatcher(codes: readonly string[]): CodeMatcher {
  const exact = new Set(codes);
  const loose = new Map<string, string | null>();
  const stems = new Map<string, string | null>();
  const addOnce = (map: Map<string, string | null>, key: string, code: string) =>
    map.set(key, map.has(key) ? null : code);
  for (const code of codes) {
    const plain = normalised(code);
    addOnce(loose, plain, code);
    if (plain.length >= SECTOR_STEM_LENGTH && plain.length <= SECTOR_STEM_LENGTH + 1) {
      addOnce(stems, plain.slice(0, SECTOR_STEM_LENGTH), code);
    }
  }
  return code => {
    if (exact.has(code)) return { code, exact: true };
    const plain = normalised(code);
    const same = loose.get(plain);
    if (same) return { code: same, exact: false };
    const isSector = plain.length === SECTOR_STEM_LENGTH || plain.length === SECTOR_STEM_LENGTH + 1;
    // Two different last characters are two sectors; only a missing or a filler character may differ.
    const stem = isSector && /^.{8}[-]?$/.test(plain) ? stems.get(plain.slice(0, SECTOR_STEM_LENGTH)) : null;
    return stem ? { code: stem, exact: false } : null;
  };
}
