import { type Gains, gainsFrom } from './gains.ts';
import type { Rules } from './rules.ts';

/** A covering problem with what decides nothing left out. */
export type ReducedCover = {
  gains: Gains;
  rules: Rules;
  /** For each candidate that is left its number in the whole problem. */
  candidate: Int32Array;
};

/**
 * Leaves out rows that are reached whenever some other row is, and candidates in whose place another may always stand
 * that reaches as much for no more and is in conflict with no more, again and again until nothing is left to leave out
 * (Toregas & ReVelle 1973; Beasley 1987). The cheapest set costs what it cost.
 */
export function reducedCover(gains: Gains, rules: Rules): ReducedCover {
  const rowsOf = Array.from({ length: gains.candidates }, (_, j) =>
    gains.row.subarray(gains.starts[j]!, gains.starts[j + 1]!),
  );
  const candidatesOf = Array.from({ length: gains.rows }, (_, i) =>
    gains.rowCandidate.subarray(gains.rowStarts[i]!, gains.rowStarts[i + 1]!),
  );
  const isRow = Uint8Array.from(candidatesOf, reach => (reach.length > 0 ? 1 : 0));
  const isCandidate = Uint8Array.from(rowsOf, reach => (reach.length > 0 ? 1 : 0));
  while (leaveOutRows() || leaveOutCandidates());
  return restricted(gains, rules, isRow, isCandidate);

  function leaveOutRows(): boolean {
    const mark = new Int32Array(gains.candidates).fill(-1);
    const size = candidatesOf.map(reach => reach.reduce((sum, j) => sum + isCandidate[j]!, 0));
    const degree = degreesOf(rowsOf, isRow);
    let any = false;
    for (let i = 0; i < gains.rows; i++) {
      if (isRow[i] === 0) continue;
      // Whatever is reached by all candidates of this row is reached by its rarest one.
      let rarest = -1;
      for (const j of candidatesOf[i]!) {
        if (isCandidate[j] === 0) continue;
        mark[j] = i;
        if (rarest === -1 || degree[j]! < degree[rarest]!) rarest = j;
      }
      for (const other of rowsOf[rarest]!) {
        if (other === i || isRow[other] === 0 || size[other]! < size[i]!) continue;
        let shared = 0;
        for (const j of candidatesOf[other]!) if (mark[j] === i) shared++;
        if (shared < size[i]!) continue;
        isRow[other] = 0;
        any = true;
      }
    }
    return any;
  }

  function leaveOutCandidates(): boolean {
    const mark = new Int32Array(gains.rows).fill(-1);
    const size = rowsOf.map(reach => reach.reduce((sum, i) => sum + isRow[i]!, 0));
    const degree = degreesOf(candidatesOf, isCandidate);
    let any = false;
    for (let j = 0; j < gains.candidates; j++) {
      if (isCandidate[j] === 0) continue;
      let rarest = -1;
      for (const i of rowsOf[j]!) {
        if (isRow[i] === 0) continue;
        mark[i] = j;
        if (rarest === -1 || degree[i]! < degree[rarest]!) rarest = i;
      }
      const stands = (other: number): boolean => {
        if (other === j || isCandidate[other] === 0 || size[other]! < size[j]!) return false;
        if (rules.cost[other]! > rules.cost[j]!) return false;
        let shared = 0;
        for (const i of rowsOf[other]!) if (mark[i] === j) shared++;
        return shared === size[j] && rules.conflicts[other]!.every(k => k === j || conflict(j, k));
      };
      if (rarest !== -1 && !candidatesOf[rarest]!.some(stands)) continue;
      isCandidate[j] = 0;
      any = true;
    }
    return any;
  }

  function conflict(one: number, other: number): boolean {
    return rules.conflicts[one]!.includes(other);
  }
}

const degreesOf = (lists: readonly Int32Array[], counts: Uint8Array): number[] =>
  lists.map(list => list.reduce((sum, k) => sum + counts[k]!, 0));

function restricted(gains: Gains, rules: Rules, isRow: Uint8Array, isCandidate: Uint8Array): ReducedCover {
  const kept = Int32Array.from(isCandidate.keys()).filter(j => isCandidate[j] === 1);
  const place = new Int32Array(gains.candidates).fill(-1);
  kept.forEach((j, k) => {
    place[j] = k;
  });
  const pairs = { row: [] as number[], candidate: [] as number[], gain: [] as number[] };
  let rows = 0;
  for (let i = 0; i < gains.rows; i++) {
    if (isRow[i] === 0) continue;
    for (let k = gains.rowStarts[i]!; k < gains.rowStarts[i + 1]!; k++) {
      const candidate = place[gains.rowCandidate[k]!]!;
      if (candidate === -1) continue;
      pairs.row.push(rows);
      pairs.candidate.push(candidate);
      pairs.gain.push(1);
    }
    rows++;
  }
  return {
    gains: gainsFrom({ rows, candidates: kept.length }, pairs),
    rules: {
      ...rules,
      groupOf: Uint8Array.from(kept, j => rules.groupOf[j]!),
      cost: Float64Array.from(kept, j => rules.cost[j]!),
      conflicts: Array.from(kept, j => rules.conflicts[j]!.map(other => place[other]!).filter(k => k !== -1)),
    },
    candidate: kept,
  };
}
