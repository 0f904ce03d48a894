import { ProblemError } from '../problem.ts';
import { mergeColumns } from './merge.ts';
import { compositionOf, entropyOf, type Groups } from './multigroup/groups.ts';
import { multigroupInformation } from './multigroup/indices.ts';
import { undefinedReasons } from './population.ts';

/** Mutual information in nats, and Theil's H, which is M over the entropy of the whole. */
export type Information = { m: number; h: number };

/** One part of a division: its own M and H, and how its weight and its mix carry them into the whole. */
export type PartInformation = Information & {
  code: string;
  /** Share of all dwellings. */
  share: number;
  /** Entropy of the part over the entropy of the whole. */
  entropyRatio: number;
};

export type Decomposition = {
  total: Information;
  /** One entry for each division given, coarse to fine: what lies between its parts, within the parts above. */
  between: Information[];
  /** What lies between areas within the parts of the finest division. */
  within: Information;
  /** Parts of the finest division, in order of first appearance. */
  parts: PartInformation[];
};

/**
 * Splits M and H over divisions from coarse to fine (provinces, then municipalities); total = Σ between + within
 * holds exactly (Theil & Finizza 1971; Reardon & Firebaugh 2002). `divisions[d][i]` is the part of area i in
 * division d. Two groups are a case of several. Throws ProblemError `undefined-index` where there is one group or none;
 * ProblemError `bad-input` as `compositionOf` does, for a division of another length than the areas, and for
 * one whose parts cross those of the coarser one.
 */
export function decomposeInformation(
  codes: readonly string[],
  groups: Groups,
  divisions: readonly (readonly string[])[],
): Decomposition {
  const whole = compositionOf(codes, groups);
  if (whole.groups.length < 2) {
    const code = whole.total.length === 0 ? 'no-areas' : 'group-everybody';
    const reason = undefinedReasons[code].en;
    throw new ProblemError('undefined-index', `M and H cannot be decomposed: ${reason}.`, { reason: code });
  }
  const entropy = entropyOf(whole.shares);
  const information = (m: number): Information => ({ m, h: m / entropy });
  const finest = divisions[divisions.length - 1] ?? codes.map(() => '');
  checkNesting(codes, divisions);
  const cumulative = divisions.map(division => {
    const { keys, merged } = mergeColumns(groups, division);
    return multigroupInformation(compositionOf(keys, merged));
  });
  const total = multigroupInformation(whole);
  const { keys } = mergeColumns(groups, finest);
  const areasOf = Map.groupBy(finest.keys(), i => finest[i]!);
  const parts = keys.map((code): PartInformation => {
    const inside = areasOf.get(code)!;
    const part = compositionOf(
      inside.map(i => codes[i]!),
      groups.map(group => Float64Array.from(inside, i => group[i]!)),
    );
    const own = entropyOf(part.shares);
    const m = part.sum === 0 ? 0 : multigroupInformation(part);
    return {
      code,
      m,
      h: own === 0 ? Number.NaN : m / own,
      share: part.sum / whole.sum,
      entropyRatio: own / entropy,
    };
  });
  return {
    total: information(total),
    between: cumulative.map((m, d) => information(m - (cumulative[d - 1] ?? 0))),
    within: information(parts.reduce((sum, part) => sum + part.share * part.m, 0)),
    parts,
  };
}

function checkNesting(codes: readonly string[], divisions: readonly (readonly string[])[]): void {
  divisions.forEach((division, d) => {
    if (division.length !== codes.length) {
      throw new ProblemError(
        'bad-input',
        `A division names a part for ${division.length} of ${codes.length} areas; every area needs one.`,
      );
    }
    const coarser = divisions[d - 1];
    if (!coarser) return;
    const parent = new Map<string, string>();
    division.forEach((part, i) => {
      const known = parent.get(part);
      if (known !== undefined && known !== coarser[i]) {
        throw new ProblemError(
          'bad-input',
          `Part ${part} lies in ${known} and in ${coarser[i]}; the parts of a finer division may not cross the coarser one.`,
          { part },
        );
      }
      parent.set(part, coarser[i]!);
    });
  });
}
