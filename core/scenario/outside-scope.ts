import type { Edit } from './edit.ts';
import { effectOf } from './effect.ts';
import type { ScenarioProblem } from './problems.ts';

/** What a scenario adds, and how much of it lies outside its scope, where it counts for nothing. */
export type Outside = {
  /** Codes of the areas outside the scope, each once. */
  codes: readonly string[];
  edits: number;
  /** Social dwellings that are added there. */
  dwellings: number;
  /** Social dwellings that are added, inside and outside. */
  added: number;
};

/** Sums up the problems `outside-scope` that an evaluation found with these edits. */
export function outsideOf(edits: readonly Edit[], problems: readonly ScenarioProblem[]): Outside {
  const found = problems.filter(({ kind }) => kind === 'outside-scope');
  const areasOf = new Map(found.flatMap(({ edits: ids, areas }) => ids.map(id => [id, new Set(areas)])));
  let dwellings = 0;
  let added = 0;
  for (const edit of edits) {
    if (!edit.enabled) continue;
    const { areas, social } = effectOf(edit);
    areas.forEach((code, k) => {
      const more = Math.max(0, social[k]!);
      added += more;
      if (areasOf.get(edit.id)?.has(code)) dwellings += more;
    });
  }
  const codes = [...new Set(found.flatMap(({ areas }) => areas))];
  return { codes, edits: found.length, dwellings, added };
}
