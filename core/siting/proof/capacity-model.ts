import { modelBuilder } from '../../solver/model.ts';
import { type CapacityProblem, served } from '../capacity.ts';
import type { Rules } from '../rules.ts';
import { addRules } from './rule-rows.ts';
import type { SitingModel } from './siting-model.ts';

/**
 * Covering with capacities (Current & Storbeck 1988), as a linear program: −Σ weight of the children served is made
 * small. Columns are the candidates, then the children of each row at each candidate within reach: together no more than
 * the row has, at a candidate no more than its room where it is chosen, and of a row none where it is not.
 */
export function capacityModel(problem: CapacityProblem, rules: Rules): SitingModel {
  const { gains, children, perChild, capacity } = problem;
  const { candidates, rows, starts, row } = gains;
  const builder = modelBuilder();
  const sites = Array.from({ length: candidates }, () => builder.wholeColumn(0, 0, 1));
  const flows = Array.from(row, i => builder.column(-perChild[i]!, 0, children[i]!));
  const ofRow = Array.from({ length: rows }, () => [] as number[]);
  row.forEach((i, k) => {
    ofRow[i]!.push(flows[k]!);
  });
  ofRow.forEach((columns, i) => {
    // A bound of its own says it already for one candidate.
    if (columns.length < 2) return;
    builder.row(
      -Infinity,
      children[i]!,
      columns,
      columns.map(() => 1),
    );
  });
  for (let j = 0; j < candidates; j++) {
    const here = flows.slice(starts[j]!, starts[j + 1]!);
    let within = 0;
    for (let k = starts[j]!; k < starts[j + 1]!; k++) {
      const most = Math.min(children[row[k]!]!, capacity[j]!);
      within += children[row[k]!]!;
      builder.row(-Infinity, 0, [flows[k]!, sites[j]!], [1, -most]);
    }
    if (capacity[j]! < within)
      builder.row(-Infinity, 0, [sites[j]!, ...here], [-capacity[j]!, ...here.map(() => 1)]);
  }
  addRules(builder, sites, rules);
  return {
    linear: builder.build(),
    candidates,
    columnsOf(members) {
      const columns = new Float64Array(candidates + row.length);
      for (const j of members) columns[j] = 1;
      served(problem, members, (k, amount) => {
        columns[flows[k]!] = amount;
      });
      return columns;
    },
  };
}
