import type { Texts } from '../areas/indicator.ts';
import { ProblemError } from '../problem.ts';
import type { Norm } from './norm.ts';
import { normPresets } from './norm-presets.ts';

/** A distance to play space. Walking distance, metres. */
export type ReachNorm = { id: string; metres: number; title: Texts; source: Texts };

/** Distances to play space that publishers of norms give; for meeting places none was found. */
export const playNorms: readonly ReachNorm[] = normPresets.flatMap(({ id, title, source, rule }) =>
  rule.kind === 'reach' && rule.functions.includes('play')
    ? [{ id, metres: rule.withinM, title, source }]
    : [],
);

/** @throws ProblemError `not-found` listing the presets. */
export function normById(id: string): Norm {
  const norm = normPresets.find(one => one.id === id);
  if (norm !== undefined) return norm;
  const known = normPresets.map(one => one.id).join(', ');
  throw new ProblemError('not-found', `There is no norm "${id.slice(0, 80)}"; there are: ${known}`, {
    parameter: 'norm',
  });
}
