import { modelBuilder } from '../../solver/model.ts';
import type { Gains } from '../gains.ts';
import type { Rules } from '../rules.ts';
import { addRules } from './rule-rows.ts';
import type { SitingModel } from './siting-model.ts';

/**
 * The set that is worth most, as a linear program: −Σ worth is made small. Columns are the candidates, then for each row
 * and each size of its gains one that says whether the set holds a gain as large. A row holds a size where it holds the
 * next larger one, or where a candidate of that very size is chosen (Elloumi 2010; of one size for a row that is maximal
 * covering as Church & ReVelle 1974 wrote it), so that the entries are as many as the gains.
 */
export function gainsModel(gains: Gains, rules: Rules): SitingModel {
  const { rows, candidates, rowStarts, rowCandidate, rowGain } = gains;
  const builder = modelBuilder();
  const sites = Array.from({ length: candidates }, () => builder.wholeColumn(0, 0, 1));
  /** Of each column after the candidates: its row, and the least gain that holds it. */
  const held: { row: number; size: number }[] = [];
  for (let i = 0; i < rows; i++) {
    const end = rowStarts[i + 1]!;
    let larger: number | null = null;
    for (let k = rowStarts[i]!; k < end; ) {
      const size = rowGain[k]!;
      const columns: number[] = [];
      for (; k < end && rowGain[k] === size; k++) columns.push(sites[rowCandidate[k]!]!);
      if (larger !== null) columns.push(larger);
      const holds = builder.column(-(size - (k < end ? rowGain[k]! : 0)), 0, 1);
      held.push({ row: i, size });
      builder.row(-Infinity, 0, [holds, ...columns], [1, ...columns.map(() => -1)]);
      larger = holds;
    }
  }
  addRules(builder, sites, rules);
  return {
    linear: builder.build(),
    candidates,
    columnsOf(members) {
      const largest = new Float64Array(rows);
      for (const j of members)
        for (let k = gains.starts[j]!; k < gains.starts[j + 1]!; k++)
          largest[gains.row[k]!] = Math.max(largest[gains.row[k]!]!, gains.gain[k]!);
      const columns = new Float64Array(candidates + held.length);
      for (const j of members) columns[j] = 1;
      held.forEach(({ row, size }, k) => {
        columns[candidates + k] = largest[row]! >= size ? 1 : 0;
      });
      return columns;
    },
  };
}
