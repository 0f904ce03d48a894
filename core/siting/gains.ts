/**
 * What each candidate does for each demand row, as sparse pairs seen from both sides. A set S of candidates is worth
 * Σ over rows of the largest gain in S: with gains of one size for a row that is maximal covering (Church & ReVelle
 * 1974), with metres saved it is the p-median (Hakimi 1964), which Cornuéjols, Fisher & Nemhauser (1977) put in this form.
 */
export type Gains = {
  rows: number;
  candidates: number;
  /** Pairs by candidate: first pair of each and one past the last, the row and the gain, above 0. */
  starts: Int32Array;
  row: Int32Array;
  gain: Float64Array;
  /** The same pairs by row, the largest gain first. */
  rowStarts: Int32Array;
  rowCandidate: Int32Array;
  rowGain: Float64Array;
};

/** Gains from pairs in any order; those of 0 or less are left out. A pair is given once at most. */
export function gainsFrom(
  size: { rows: number; candidates: number },
  pairs: { row: ArrayLike<number>; candidate: ArrayLike<number>; gain: ArrayLike<number> },
): Gains {
  const { rows, candidates } = size;
  const starts = new Int32Array(candidates + 1);
  const rowStarts = new Int32Array(rows + 1);
  let kept = 0;
  for (let k = 0; k < pairs.row.length; k++) {
    if (!(pairs.gain[k]! > 0)) continue;
    starts[pairs.candidate[k]! + 1]!++;
    rowStarts[pairs.row[k]! + 1]!++;
    kept++;
  }
  for (let j = 0; j < candidates; j++) starts[j + 1]! += starts[j]!;
  for (let i = 0; i < rows; i++) rowStarts[i + 1]! += rowStarts[i]!;
  const gains: Gains = {
    rows,
    candidates,
    starts,
    row: new Int32Array(kept),
    gain: new Float64Array(kept),
    rowStarts,
    rowCandidate: new Int32Array(kept),
    rowGain: new Float64Array(kept),
  };
  const at = starts.slice();
  const rowAt = rowStarts.slice();
  for (let k = 0; k < pairs.row.length; k++) {
    if (!(pairs.gain[k]! > 0)) continue;
    const [i, j] = [pairs.row[k]!, pairs.candidate[k]!];
    const to = at[j]!++;
    gains.row[to] = i;
    gains.gain[to] = pairs.gain[k]!;
    const rowTo = rowAt[i]!++;
    gains.rowCandidate[rowTo] = j;
    gains.rowGain[rowTo] = pairs.gain[k]!;
  }
  for (let i = 0; i < rows; i++) sortRow(gains, rowStarts[i]!, rowStarts[i + 1]!);
  return gains;
}

function sortRow({ rowCandidate, rowGain }: Gains, from: number, to: number): void {
  const order = Uint32Array.from({ length: to - from }, (_, k) => from + k).sort(
    (a, b) => rowGain[b]! - rowGain[a]! || rowCandidate[a]! - rowCandidate[b]!,
  );
  rowCandidate.set(
    Int32Array.from(order, k => rowCandidate[k]!),
    from,
  );
  rowGain.set(
    Float64Array.from(order, k => rowGain[k]!),
    from,
  );
}

/** Pairs above which telling rows apart takes more memory than it saves. */
const MOST_MERGED = 2_000_000;

/**
 * Rows that gain the same from the same candidates up to a factor are one row with the sum of them: homes behind one
 * door are one home. Sets are worth what they were.
 */
export function mergedRows(gains: Gains): Gains {
  const { rowStarts, rowCandidate, rowGain } = gains;
  if (rowGain.length > MOST_MERGED) return gains;
  const known = new Map<string, number>();
  const row: number[] = [];
  const candidate: number[] = [];
  const gain: number[] = [];
  const first: number[] = [];
  for (let i = 0; i < gains.rows; i++) {
    const [from, to] = [rowStarts[i]!, rowStarts[i + 1]!];
    if (from === to) continue;
    const scale = rowGain[from]!;
    let key = '';
    for (let k = from; k < to; k++) key += `${rowCandidate[k]} ${rowGain[k]! / scale} `;
    const same = known.get(key);
    if (same === undefined) {
      known.set(key, known.size);
      first.push(gain.length);
      for (let k = from; k < to; k++) {
        row.push(known.size - 1);
        candidate.push(rowCandidate[k]!);
        gain.push(rowGain[k]!);
      }
    } else for (let k = from; k < to; k++) gain[first[same]! + k - from]! += rowGain[k]!;
  }
  return gainsFrom({ rows: known.size, candidates: gains.candidates }, { row, candidate, gain });
}

/** What a set of candidates is worth. */
export function worth({ rows, starts, row, gain }: Gains, chosen: Iterable<number>): number {
  const best = new Float64Array(rows);
  for (const j of chosen)
    for (let k = starts[j]!; k < starts[j + 1]!; k++) if (gain[k]! > best[row[k]!]!) best[row[k]!] = gain[k]!;
  let sum = 0;
  for (const each of best) sum += each;
  return sum;
}
