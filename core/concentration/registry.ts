import { ProblemError } from '../problem.ts';
import { evennessIndices } from './evenness.ts';
import { exposureIndices } from './exposure.ts';
import { stockIndices } from './stock.ts';
import type { IndexDefinition } from './types.ts';

/** Every index the product computes, family by family. */
export const indices: readonly IndexDefinition[] = [...evennessIndices, ...exposureIndices, ...stockIndices];

/** Indices of the live panel, in its order; the default of the API and the command line is all of them. */
export const PANEL_INDICES: readonly string[] = [
  'dissimilarity',
  'isolation',
  'social_share',
  'top_decile_share',
];

const byId = new Map(indices.map(index => [index.id, index]));

/** Throws ProblemError `bad-parameter` that lists the known ids. */
export function indexById(id: string): IndexDefinition {
  const index = byId.get(id);
  if (index) return index;
  const known = indices.map(each => each.id);
  throw new ProblemError('bad-parameter', `There is no index "${id}"; choose from ${known.join(', ')}.`, {
    index: id,
    known,
  });
}
