/**
 * The known name that is fewest edits away from a mistyped one (Levenshtein, 1966), or null when none is near
 * enough to be meant: more than a third of the letters differ.
 */
export function nearestName(typed: string, known: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(Math.min(typed.length, 60) / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const name of known) {
    const distance = editDistance(typed.slice(0, 60).toLowerCase(), name.toLowerCase());
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
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
