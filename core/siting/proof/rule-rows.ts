import type { ModelBuilder } from '../../solver/model.ts';
import type { Rules } from '../rules.ts';

/**
 * Writes the rules down as rows over one column for each candidate: most of all and of each group, the budget, and sets
 * of candidates of which one may stand at most.
 */
export function addRules(builder: ModelBuilder, columns: readonly number[], rules: Rules): void {
  const { most, groupOf, groupMost, cost, budget, conflicts } = rules;
  const atMost = (members: readonly number[], limit: number): void => {
    if (members.length <= limit) return;
    const ones = members.map(() => 1);
    builder.row(
      -Infinity,
      limit,
      members.map(j => columns[j]!),
      ones,
    );
  };
  const all = Array.from(columns.keys());
  atMost(all, most);
  groupMost.forEach((limit, group) => {
    atMost(
      all.filter(j => groupOf[j] === group),
      limit,
    );
  });
  if (budget !== Infinity) builder.row(-Infinity, budget, columns, cost);
  for (const clique of cliquesOf(conflicts)) atMost(clique, 1);
}

/**
 * Sets of candidates that are all in conflict with each other, in which every conflict is found: one row for such a set
 * says in fractions too what a row for each pair says in whole numbers only. Each grows from a pair that is in none yet.
 */
export function cliquesOf(conflicts: Rules['conflicts']): number[][] {
  const beside = conflicts.map(others => new Set(others));
  const covered = conflicts.map(() => new Set<number>());
  const cliques: number[][] = [];
  conflicts.forEach((others, first) => {
    for (const second of others) {
      if (second < first || covered[first]!.has(second)) continue;
      const clique = [first, second];
      for (const other of others)
        if (other !== second && clique.every(member => member === first || beside[member]!.has(other)))
          clique.push(other);
      for (const one of clique) for (const other of clique) if (one !== other) covered[one]!.add(other);
      cliques.push(clique);
    }
  });
  return cliques;
}
