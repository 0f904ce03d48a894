import { populationOf } from '../population.ts';
import { type AnyIndex, isSpatial } from '../spatial-registry.ts';
import type { Counts, IndexDefinition } from '../types.ts';

/**
 * The part of a raw value that chance alone gives: how far the value expected by chance lies from that of a perfectly
 * even spread, over the value; 0 to 1. For an index of evenness, 0 where everything is even, it is expected over
 * raw. Null where the index looks at places, which has another null model.
 */
export function chancePart(
  index: AnyIndex,
  counts: Counts,
  { value, expected }: { value: number; expected: number },
): number | null {
  if (isSpatial(index)) return null;
  const { group, total } = populationOf(counts);
  const even = (index as IndexDefinition).compute({
    group: counts.total.map(each => (each * group) / total),
    total: counts.total,
  });
  if (!('value' in even)) return null;
  const byChance = Math.abs(expected - even.value);
  if (byChance === 0) return 0;
  return value === 0 ? 1 : Math.min(1, byChance / Math.abs(value));
}
