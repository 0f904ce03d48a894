import type { ValueColumns } from '../../core/areas/types.ts';
import { VALUE_STATUS } from '../../core/areas/types.ts';

/** Why the counts of a region cannot be measured, and in how many of its areas. */
export type CountTrouble = { kind: 'suppressed' | 'missing' | 'above'; areas: number };

/** What stands in the way in the areas at `places`, worst first; null where the counts look sound. */
export function countTrouble(
  values: ValueColumns,
  places: ArrayLike<number>,
  clamp: boolean,
): CountTrouble | null {
  const found = { suppressed: 0, missing: 0, above: 0 };
  for (let k = 0; k < places.length; k++) {
    const i = places[k]!;
    const status = values.status[i];
    const social = values.numerator[i]!;
    const total = values.denominator[i]!;
    if (status === VALUE_STATUS.suppressed) found.suppressed++;
    else if (Number.isNaN(social) || Number.isNaN(total)) found.missing++;
    else if (social > total && !clamp) found.above++;
  }
  const kind = (['suppressed', 'missing', 'above'] as const).find(one => found[one] > 0);
  return kind === undefined ? null : { kind, areas: found[kind] };
}
