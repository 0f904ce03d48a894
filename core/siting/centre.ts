import { ProblemError } from '../problem.ts';
import { type CoverAll, coverAll } from './cover-all.ts';
import { type Gains, gainsFrom, mergedRows } from './gains.ts';
import type { Rules } from './rules.ts';

/** Metres from each row to each option, as pairs, and what each row walks now. */
export type Walks = {
  rows: number;
  row: Int32Array;
  option: Int32Array;
  metres: Float64Array;
  /** Metres to the nearest existing place of each row that counts; Infinity for none. */
  nowM: Float64Array;
};

export type Centred = {
  members: number[];
  /** The longest walk to the nearest place. */
  farthestM: number;
  /** No set of so many places has a shorter longest walk. */
  boundM: number;
  optimal: boolean;
};

/** Whether so many places reach every row; what else `coverAll` finds out need not be. */
export type CoverQuestion = (
  gains: Gains,
  rules: Rules,
  asked: { within: number; nodes: number },
) => CoverAll;

export type CentreOptions = {
  /** Answers the question behind each distance; `coverAll` where it is not said. */
  cover?: CoverQuestion;
  /** What is known already, from which the halving goes on. */
  known?: Omit<Centred, 'optimal'>;
  isOver?: () => boolean;
  nodes?: number;
  /** Told of each shorter longest walk, with the bound so far. */
  onProgress?: (soFar: Pick<Centred, 'members' | 'farthestM' | 'boundM'>) => void;
};

/** Subproblems of the question whether so many places reach every row at all, without which there is no answer. */
const FIRST_NODES = 20_000;

/**
 * The p-centre: places such that the longest walk is as short as can be (Hakimi 1964). The longest walk is one of the
 * distances, so they are halved again and again, and each asks whether so many places reach every row within it, a set
 * covering (Minieka 1970). Where an answer cannot be proven in time, the bound stays behind. Rows that no option and no
 * existing place reaches are left out by the caller; null where no set within the rules reaches every row.
 * @throws ProblemError `too-large` where time or nodes ended the question whether any set reaches every row.
 */
export function centre(walks: Walks, rules: Rules, options: CentreOptions = {}): Centred | null {
  const { isOver = () => false, nodes = FIRST_NODES, known, onProgress } = options;
  const { cover = (gains, ones, asked) => coverAll(gains, ones, { ...asked, isOver }) } = options;
  const distances = [...new Set([...walks.metres, ...walks.nowM.filter(Number.isFinite)])].sort(
    (a, b) => a - b,
  );
  // No row can do better than its nearest option or existing place.
  const nearest = walks.nowM.slice();
  walks.metres.forEach((metres, k) => {
    const i = walks.row[k]!;
    nearest[i] = Math.min(nearest[i]!, metres);
  });
  let unavoidable = 0;
  for (const metres of nearest) if (metres > unavoidable) unavoidable = metres;
  let low = distances.indexOf(known?.boundM ?? unavoidable);
  let high = known === undefined ? distances.length - 1 : distances.indexOf(known.farthestM);
  let provenLow = low;
  let best: { members: number[]; at: number } | null = known ? { members: known.members, at: high } : null;
  const ask = (at: number, most = nodes): 'yes' | 'no' | 'unknown' => {
    const limit = distances[at]!;
    const pairs = { row: [] as number[], candidate: [] as number[], gain: [] as number[] };
    for (let k = 0; k < walks.metres.length; k++) {
      if (walks.metres[k]! > limit || walks.nowM[walks.row[k]!]! <= limit) continue;
      pairs.row.push(walks.row[k]!);
      pairs.candidate.push(walks.option[k]!);
      pairs.gain.push(1);
    }
    const gains = mergedRows(gainsFrom({ rows: walks.rows, candidates: rules.cost.length }, pairs));
    const ones: Rules = { ...rules, cost: new Float64Array(rules.cost.length).fill(1) };
    const found = cover(gains, ones, { within: rules.most, nodes: most });
    if (found.members !== null && found.members.length <= rules.most) {
      best = { members: found.members, at };
      onProgress?.({ members: found.members, farthestM: limit, boundM: distances[provenLow]! });
      return 'yes';
    }
    return found.bound > rules.most ? 'no' : 'unknown';
  };
  if (low === -1) return null;
  if (best === null) {
    const answer = ask(high, FIRST_NODES);
    if (answer === 'no') return null;
    if (answer === 'unknown')
      throw new ProblemError(
        'too-large',
        `Whether ${rules.most} places reach every child was not found out in time; ask for more places, or for longer.`,
        { most: rules.most },
      );
  }
  while (low < high && !isOver()) {
    const middle = (low + high) >> 1;
    const answer = ask(middle);
    if (answer === 'yes') high = middle;
    else {
      low = middle + 1;
      // Only an unbroken run of proven answers lifts the bound.
      if (answer === 'no') provenLow = Math.max(provenLow, middle + 1);
    }
  }
  const { members, at } = best!;
  return {
    members: members.toSorted((a, b) => a - b),
    farthestM: distances[at]!,
    boundM: distances[Math.min(provenLow, at)]!,
    optimal: provenLow >= at,
  };
}
