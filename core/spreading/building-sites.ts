import type { Allocation } from './types.ts';

/** A plan for a choice of building areas, and its sum. */
export type Chosen = { allocation: Allocation; sum: number };

/** The best plan where exactly the areas marked 1 build, or null where they cannot. */
export type Within = (open: Uint8Array) => Chosen | null;

/** So few areas that every choice of them is tried. */
const ALL_CHOICES = 12;
/** Areas left with part of a project whose every combination is tried. */
const ALL_PARTS = 6;
/** Areas on each side of the border that are tried in exchange. */
const NEAR_BORDER = 8;
/** Area-dwellings that all tries together may go through: about ten seconds. */
const WORK = 40_000_000;

export type Question = {
  /** Dwellings by area on the convex envelope. */
  relaxed: Allocation;
  /** Smallest project. */
  least: number;
  /** Mean of what its dwellings add, by area; Infinity where it does not fit. */
  means: Float64Array;
  /** What one try goes through: areas and dwellings. */
  workOfTry: number;
  within: Within;
};

/** The best choice of building areas that was found; `all` where every choice was tried. */
export function bestSites(question: Question, work = WORK): { chosen: Chosen | null; all: boolean } {
  const candidates = Array.from(question.means.keys()).filter(area => question.means[area] !== Infinity);
  const tries = work / question.workOfTry;
  if (candidates.length <= ALL_CHOICES && 2 ** candidates.length <= tries)
    return { chosen: bestOfAll(question, candidates), all: true };
  return {
    chosen: exchanged(question, startingChoice(question, candidates, work), candidates, work),
    all: false,
  };
}

type Best = { open: Uint8Array; chosen: Chosen };

function bestOfAll({ means, within }: Question, candidates: readonly number[]): Chosen | null {
  let best: Chosen | null = null;
  for (let bits = 0; bits < 2 ** candidates.length; bits++) {
    const open = new Uint8Array(means.length);
    candidates.forEach((area, bit) => {
      open[area] = (bits >> bit) & 1;
    });
    const chosen = within(open);
    if (chosen !== null && chosen.sum < (best?.sum ?? Infinity)) best = chosen;
  }
  return best;
}

/** The whole projects of the envelope, with the best combination of the partial ones; else as many as fit. */
function startingChoice(question: Question, candidates: readonly number[], work: number): Best | null {
  const { relaxed, least, means, within } = question;
  const whole = Uint8Array.from(relaxed, dwellings => (dwellings >= least ? 1 : 0));
  const partial = candidates.filter(area => relaxed[area]! > 0 && relaxed[area]! < least);
  let best: Best | null = null;
  const look = (open: Uint8Array): void => {
    const chosen = within(open);
    if (chosen !== null && chosen.sum < (best?.chosen.sum ?? Infinity)) best = { open, chosen };
  };
  // A fifth of the work at most, and always one try.
  const parts = Math.min(ALL_PARTS, Math.max(0, Math.floor(Math.log2(work / question.workOfTry / 5))));
  const tried = partial.slice(0, parts);
  for (let bits = 0; bits < 2 ** tried.length; bits++) {
    const open = whole.slice();
    tried.forEach((area, bit) => {
      open[area] = (bits >> bit) & 1;
    });
    look(open);
  }
  if (best !== null) return best;
  // Room is short or minima are many: the areas that do most with a project open, one, two, four of them, and so on.
  const order = candidates.toSorted((one, other) => means[one]! - means[other]!);
  for (let count = 1; count < 2 * order.length; count *= 2) {
    const open = new Uint8Array(means.length);
    for (const area of order.slice(0, count)) open[area] = 1;
    look(open);
  }
  return best;
}

/** Opens, closes and exchanges areas near the border, the first better choice each time, until none is better. */
function exchanged(
  question: Question,
  start: Best | null,
  candidates: readonly number[],
  work: number,
): Chosen | null {
  if (start === null) return null;
  let best = start;
  let tries = Math.floor(work / question.workOfTry);
  const better = (): Best | null => {
    for (const open of neighbours(question, best, candidates)) {
      if (tries-- <= 0) return null;
      const chosen = question.within(open);
      if (chosen !== null && chosen.sum < best.chosen.sum - 1e-12 * Math.abs(best.chosen.sum))
        return { open, chosen };
    }
    return null;
  };
  for (let next = better(); next !== null; next = better()) best = next;
  return best.chosen;
}

function* neighbours(
  { means, least }: Question,
  { open, chosen }: Best,
  candidates: readonly number[],
): Generator<Uint8Array> {
  const byMean = candidates.toSorted((one, other) => means[one]! - means[other]!);
  const outside = byMean.filter(area => open[area] === 0).slice(0, NEAR_BORDER);
  const inside = byMean
    .filter(area => open[area] === 1)
    .toSorted(
      (one, other) =>
        surplus(chosen, least, one) - surplus(chosen, least, other) || means[other]! - means[one]!,
    )
    .slice(0, NEAR_BORDER);
  const changed = (...areas: number[]): Uint8Array => {
    const other = open.slice();
    for (const area of areas) other[area] = 1 - other[area]!;
    return other;
  };
  for (const area of outside) yield changed(area);
  for (const area of inside) yield changed(area);
  for (const out of inside) for (const into of outside) yield changed(out, into);
}

/** An area that builds no more than the smallest project would rather build less, so that it is near the border. */
const surplus = ({ allocation }: Chosen, least: number, area: number) => allocation[area]! - least;
