import { modelBuilder } from '../../solver/model.ts';
import type { Gains } from '../gains.ts';
import type { Rules } from '../rules.ts';
import { addRules } from './rule-rows.ts';
import type { SitingModel } from './siting-model.ts';

/** The cheapest set that reaches every row (Toregas et al. 1971), as a linear program; rows without a candidate are left out. */
export function coverModel({ rows, candidates, rowStarts, rowCandidate }: Gains, rules: Rules): SitingModel {
  const builder = modelBuilder();
  const sites = Array.from(rules.cost, cost => builder.wholeColumn(cost, 0, 1));
  for (let i = 0; i < rows; i++) {
    const reach = Array.from(rowCandidate.subarray(rowStarts[i]!, rowStarts[i + 1]!), j => sites[j]!);
    if (reach.length > 0)
      builder.row(
        1,
        Infinity,
        reach,
        reach.map(() => 1),
      );
  }
  addRules(builder, sites, rules);
  return {
    linear: builder.build(),
    candidates,
    columnsOf(members) {
      const columns = new Float64Array(candidates);
      for (const j of members) columns[j] = 1;
      return columns;
    },
  };
}
