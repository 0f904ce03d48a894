/** Letters and digits only, without accents, in lower case, with one space between words. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function pairsOf(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2));
}

/**
 * How alike two names are, 0 to 1: the coefficient of Dice (1945) over the pairs of neighbouring letters within each
 * word, so that the order of the words does not matter. Names without a pair are alike when they are the same.
 */
export function nameSimilarity(a: string, b: string): number {
  const [plainA, plainB] = [plainName(a), plainName(b)];
  if (plainA === plainB) return 1;
  const left = plainA.split(' ').flatMap(pairsOf);
  const right = plainB.split(' ').flatMap(pairsOf);
  if (left.length + right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of right) {
    const remaining = counts.get(pair) ?? 0;
    if (remaining === 0) continue;
    counts.set(pair, remaining - 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length);
}
