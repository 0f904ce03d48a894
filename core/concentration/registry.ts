import { ProblemError } from '../problem.ts';
import { atkinson, atkinsonIndices } from './atkinson.ts';
import { etaSquared } from './correlation.ts';
import { evennessIndices } from './evenness.ts';
import { evennessVariants } from './evenness-variants.ts';
import { exposureIndices } from './exposure.ts';
import { holdingsIndices } from './holdings.ts';
import { densityCorrectedDissimilarity } from './inference/density-correction.ts';
import { stockIndices } from './stock.ts';
import type { IndexDefinition } from './types.ts';

/** Every index of counts alone, family by family. */
export const indices: readonly IndexDefinition[] = [
  ...evennessIndices,
  ...evennessVariants,
  ...atkinsonIndices,
  ...exposureIndices,
  etaSquared,
  ...stockIndices,
  ...holdingsIndices,
  densityCorrectedDissimilarity,
];

/** Indices of the live panel, in its order; the default of the API and the command line is all of them. */
export const PANEL_INDICES: readonly string[] = [
  'dissimilarity',
  'isolation',
  'social_share',
  'top_decile_share',
];

/** The panel's indices with another one at their head, which the planner chose. */
export function panelIndices(chosen: string = PANEL_INDICES[0]!): readonly string[] {
  return [chosen, ...PANEL_INDICES.slice(1).filter(id => id !== chosen)];
}

const byId = new Map(indices.map(index => [index.id, index]));

/** Any `atkinson_b` is known besides the listed ones. Throws ProblemError `bad-parameter` that lists the known ids. */
export function indexById(id: string): IndexDefinition {
  const index = byId.get(id);
  if (index) return index;
  const [, b] = /^atkinson_(0?\.\d+)$/.exec(id) ?? [];
  if (b !== undefined) return atkinson(Number(b));
  const known = indices.map(each => each.id);
  throw new ProblemError('bad-parameter', `There is no index "${id}"; choose from ${known.join(', ')}.`, {
    index: id,
    known,
  });
}
