/** Two names are near when at most this part of the longer one differs: `lvl` is near `level`. */
const NEAR_SHARE = 0.4;
/** A parameter can be as long as an address; nobody means a name of that length. */
const MAX_LENGTH = 60;

/**
 * The known name that is fewest edits away from a mistyped one (Levenshtein, 1966), or null when none is near.
 */
export function nearestName(typed: string, known: readonly string[]): string | null {
  const wanted = typed.slice(0, MAX_LENGTH).toLowerCase();
  let best: { name: string; distance: number } | null = null;
  for (const name of known) {
    const distance = editDistance(wanted, name.toLowerCase());
    const limit = Math.max(1, Math.floor(NEAR_SHARE * Math.max(wanted.length, name.length)));
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { name, distance };
  }
  return best?.name ?? null;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(
        Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + changed),
      );
    }
    previous = current;
  }
  return previous[b.length]!;
}
