import type { NullModel } from '../../core/concentration/inference/summary.ts';
import { DIRECTION_TEXTS, FAMILY_TITLES } from '../../core/concentration/methodology.ts';
import { indices } from '../../core/concentration/registry.ts';
import {
  type AnyIndex,
  anyIndexById,
  isSpatial,
  spatialIndices,
} from '../../core/concentration/spatial-registry.ts';
import type { IndexFamily } from '../../core/concentration/types.ts';
import { initialView } from '../state/view.ts';

export { DIRECTION_TEXTS, FAMILY_TITLES };

/** The spread ratio has a column of its own, because it needs a rule for the city part. */
const SPREAD_RATIO = 'spread_ratio';

/** Every index that can be asked of one group in a region. */
export const comparableIndices: readonly AnyIndex[] = [...indices, ...spatialIndices].filter(
  index => index.id !== SPREAD_RATIO,
);

/** The index of the address, or the usual one where the address names none that can be compared. */
export function comparedIndex(id: string): AnyIndex {
  if (id === SPREAD_RATIO) return anyIndexById(initialView.index);
  try {
    return anyIndexById(id);
  } catch {
    return anyIndexById(initialView.index);
  }
}

/** The indices by family, in the order of the registry. */
export function indexFamilies(): { family: IndexFamily; indices: AnyIndex[] }[] {
  const families = [...new Set(comparableIndices.map(index => index.family))];
  return families.map(family => ({
    family,
    indices: comparableIndices.filter(index => index.family === family),
  }));
}

/** Shares of the stock read as percentages, the other indices as numbers with three decimals. */
export const isShareIndex = (index: AnyIndex) => index.family === 'stock' && index.range[1] === 1;

/** What is left to chance where nobody says otherwise, as core/concentration/inference does. */
export const nullModel = (index: AnyIndex): NullModel => (isSpatial(index) ? 'places' : 'allocation');
